"""All SQL of regulars who stay away: it begins with who agreed, and looks at nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, exists, func, select

from buurtkamer_app.base.clock import local
from buurtkamer_app.desk.missed.records import Agreement, Contact, Missed, Regular
from buurtkamer_app.desk.missed.rules import LOOKED_AT
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, MissedContactRow, VisitRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def agreement_row(session: Session, visitor: UUID) -> CallIfMissedRow | None:
    """Give the consent of a visitor, None when they gave none."""
    return session.scalars(select(CallIfMissedRow).where(CallIfMissedRow.visitor_id == visitor)).first()


def agreement(session: Session, visitor: UUID) -> Agreement | None:
    """Give what a visitor agreed to, and to whom they said so."""
    found = session.execute(
        select(CallIfMissedRow, HostRow.name)
        .outerjoin(HostRow, HostRow.id == CallIfMissedRow.consent_to)
        .where(CallIfMissedRow.visitor_id == visitor)
    ).first()
    if found is None:
        return None
    row, host = found
    return Agreement(visitor, row.phone, row.also_call, row.consent_at, host or "", row.consent_text, row.away_until)


def contact_rows(session: Session, visitor: UUID) -> Sequence[MissedContactRow]:
    """Give what came of asking after a visitor."""
    return session.scalars(select(MissedContactRow).where(MissedContactRow.visitor_id == visitor)).all()


def quiet_regulars(session: Session, since: date, zone: ZoneInfo) -> list[tuple[Regular, Missed]]:
    """Give who agreed and was not seen on or after a day; what the rules look at, and what is told of who is missed."""
    seen = exists().where(VisitRow.visitor_id == CallIfMissedRow.visitor_id, VisitRow.on_date >= since)
    agreed = session.execute(
        select(CallIfMissedRow, VisitorRow.name, VisitorRow.hint)
        .join(VisitorRow, VisitorRow.id == CallIfMissedRow.visitor_id)
        .where(~seen)
    ).all()
    # Put in order here: asked to do that, SQLite goes through all visitors by name.
    agreed = sorted(agreed, key=lambda row: (row.name, row.hint))
    keys = [row.visitor_id for row, _, _ in agreed]
    visits, contacts = _visits(session, keys), _contacts(session, keys)
    found = []
    for row, name, hint in agreed:
        days = tuple(visits.get(row.visitor_id, ()))
        on = local(row.consent_at, zone).date()
        regular = Regular(on, days, row.away_until, tuple(contacts.get(row.visitor_id, ())))
        last = days[-1] if days else None
        found.append((regular, Missed(row.visitor_id, name, hint, row.phone, row.also_call, last, None)))
    return found


def _visits(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[date]]:
    """Give on which days they came, of each as far back from their own last visit as the rules look."""
    if not keys:
        return {}
    last = func.max(VisitRow.on_date)
    theirs = (
        select(VisitRow.visitor_id, _earlier(session, last, LOOKED_AT).label("first"))
        .where(VisitRow.visitor_id.in_(keys))
        .group_by(VisitRow.visitor_id)
        .subquery()
    )
    rows = session.execute(
        select(VisitRow.visitor_id, VisitRow.on_date)
        .join(theirs, (theirs.c.visitor_id == VisitRow.visitor_id) & (theirs.c.first <= VisitRow.on_date))
        .order_by(VisitRow.on_date)
    )
    found: dict[UUID, list[date]] = {}
    for key, on in rows:
        if key is not None:
            found.setdefault(key, []).append(on)
    return found


def _earlier(session: Session, on: ColumnElement[Any], by: timedelta) -> ColumnElement[Any]:
    """Give the day so much before another one; each store reckons with days in its own way."""
    if session.get_bind().dialect.name == "postgresql":
        return on - by.days
    return func.date(on, f"-{by.days} days", type_=Date())


def _contacts(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[Contact]]:
    if not keys:
        return {}
    rows = session.scalars(
        select(MissedContactRow).where(MissedContactRow.visitor_id.in_(keys)).order_by(MissedContactRow.at)
    )
    found: dict[UUID, list[Contact]] = {}
    for row in rows:
        found.setdefault(row.visitor_id, []).append(Contact(row.on_date, row.result))
    return found
