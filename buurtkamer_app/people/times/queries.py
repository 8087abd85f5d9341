"""All SQL of when hosts can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.people.records import Available
from buurtkamer_app.people.times.records import OtherTimes
from buurtkamer_app.storage.tables.people import AvailabilityRow, HostRow, OtherTimesRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import DayPart


def name_of(session: Session, host: UUID) -> str | None:
    """Give the name of a host who did not leave."""
    row = session.get(HostRow, host)
    return row.name if row is not None and row.left_on is None else None


def usual_row(session: Session, host: UUID, weekday: int, part: DayPart) -> AvailabilityRow | None:
    """Give the row of a usual time of a host, None when they cannot then."""
    return session.scalars(
        select(AvailabilityRow).where(
            AvailabilityRow.host_id == host, AvailabilityRow.weekday == weekday, AvailabilityRow.part == part
        )
    ).first()


def usual(session: Session) -> dict[UUID, list[Available]]:
    """Give for every host who did not leave when they can usually, by weekday."""
    rows = session.scalars(
        select(AvailabilityRow)
        .join(HostRow, HostRow.id == AvailabilityRow.host_id)
        .where(HostRow.left_on.is_(None))
        .order_by(AvailabilityRow.weekday)
    )
    found: dict[UUID, list[Available]] = {}
    for row in rows:
        found.setdefault(row.host_id, []).append(Available(row.weekday, row.part, row.willing))
    return found


def last_days(session: Session) -> dict[UUID, date]:
    """Give the last day of the hosts who said beforehand when they stop."""
    rows = session.execute(select(HostRow.id, HostRow.leaves_on).where(HostRow.leaves_on.is_not(None)))
    return {host: on for host, on in rows if on is not None}


def others(session: Session, first: date, last: date | None = None) -> dict[UUID, list[OtherTimes]]:
    """Give for every host who did not leave the days in a period on which it is otherwise, by first day."""
    query = (
        select(OtherTimesRow)
        .join(HostRow, HostRow.id == OtherTimesRow.host_id)
        .where(HostRow.left_on.is_(None), OtherTimesRow.last >= first)
        .order_by(OtherTimesRow.first, OtherTimesRow.id)
    )
    if last is not None:
        query = query.where(OtherTimesRow.first <= last)
    found: dict[UUID, list[OtherTimes]] = {}
    for row in session.scalars(query):
        found.setdefault(row.host_id, []).append(
            OtherTimes(row.first, row.last, row.part, row.extra, id=row.id, host=row.host_id)
        )
    return found
