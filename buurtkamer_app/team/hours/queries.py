"""All SQL of hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.base.clock import local
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow, SignOnRow
from buurtkamer_app.storage.tables.team import ContributedRow
from buurtkamer_app.team.hours.records import Member, Unended

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session


def members(session: Session) -> list[Member]:
    """Give everybody whose hours are kept, by name; also who left."""
    return [member(row) for row in session.scalars(select(HostRow).order_by(HostRow.name))]


def member(row: HostRow) -> Member:
    """Give the record of a row."""
    return Member(row.id, row.name, row.team_member, row.left_on is not None)


def contributed(session: Session, first: date, last: date) -> Sequence[ContributedRow]:
    """Give what was written down by hand for a period, both days included."""
    return session.scalars(
        select(ContributedRow).where(ContributedRow.on_date.between(first, last)).order_by(ContributedRow.on_date)
    ).all()


def unended(session: Session, before: date, zone: ZoneInfo) -> list[Unended]:
    """Give the sign-ons of before a day that were never ended, the latest first."""
    rows = session.execute(
        select(SignOnRow, HostRow.name, ShiftRow.ends)
        .join(HostRow, HostRow.id == SignOnRow.host_id)
        .outerjoin(PlaceRow, PlaceRow.id == SignOnRow.place_id)
        .outerjoin(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .where(SignOnRow.off_at.is_(None), SignOnRow.on_date < before)
        .order_by(SignOnRow.on_at.desc())
    )
    return [
        Unended(row.id, row.host_id, name, row.on_date, local(row.on_at, zone).time(), planned)
        for row, name, planned in rows
    ]


def sign_on(session: Session, key: UUID) -> SignOnRow | None:
    """Give a sign-on by key."""
    return session.get(SignOnRow, key)


def began(session: Session) -> datetime | None:
    """Give the moment at which anything was first written in this store: what was before, it cannot know."""
    return session.scalar(select(func.min(JournalUnitRow.at)))
