"""All SQL of hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.terms_around import SessionKind
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.market import MarketEventRow, MarketPresenceRow, MarketSessionRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow, SignOnRow
from buurtkamer_app.storage.tables.street import StreetActivityRow, StreetPresenceRow
from buurtkamer_app.storage.tables.team import ContributedRow, TeamMeetingRow, TeamPresenceRow
from buurtkamer_app.team.hours.records import HoursFrom, Member, There, Unended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
    """Give the moment of the oldest entry in the journal, which is not kept forever."""
    return session.scalar(select(func.min(JournalUnitRow.at)))


def first_day(session: Session) -> date | None:
    """Give the first day on which the room was opened or a host signed on."""
    days = [session.scalar(select(func.min(row.on_date))) for row in (DayRow, SignOnRow)]
    return min((on for on in days if on is not None), default=None)


def there(session: Session, first: date, last: date) -> list[There]:
    """Give who was at meetings of the team, at what prepared a market and its day, and at gatherings in a street.

    Of those days, both included; what did not go on is not among them.
    """
    return [*_meetings(session, first, last), *_markets(session, first, last), *_streets(session, first, last)]


def _meetings(session: Session, first: date, last: date) -> Iterator[There]:
    asked = (
        select(TeamPresenceRow.host_id, TeamMeetingRow.on_date, TeamMeetingRow.starts, TeamMeetingRow.ends)
        .join(TeamMeetingRow, TeamMeetingRow.id == TeamPresenceRow.meeting_id)
        .where(TeamMeetingRow.on_date.between(first, last))
    )
    for host, on, starts, ends in session.execute(asked):
        yield There(host, on, starts, ends, HoursFrom.MEETING)


def _markets(session: Session, first: date, last: date) -> Iterator[There]:
    row = MarketSessionRow
    asked = (
        select(MarketPresenceRow.host_id, row.on_date, row.starts, row.ends, row.kind, MarketEventRow)
        .join(row, row.id == MarketPresenceRow.session_id)
        .join(MarketEventRow, MarketEventRow.id == row.event_id)
        .where(MarketPresenceRow.host_id.is_not(None), row.on_date.between(first, last))
    )
    for host, on, starts, ends, kind, market in session.execute(asked):
        if host is not None and not (kind is SessionKind.DAY and market.cancelled.strip()):
            yield There(host, on, starts, ends, HoursFrom.MARKET, market.name)


def _streets(session: Session, first: date, last: date) -> Iterator[There]:
    asked = (
        select(StreetPresenceRow.host_id, StreetActivityRow)
        .join(StreetActivityRow, StreetActivityRow.id == StreetPresenceRow.activity_id)
        .where(StreetActivityRow.on_date.between(first, last))
    )
    for host, held in session.execute(asked):
        ends = held.residents_until or held.ends
        if not held.cancelled.strip() and ends > held.starts:
            yield There(host, held.on_date, held.starts, ends, HoursFrom.STREET, held.name)
