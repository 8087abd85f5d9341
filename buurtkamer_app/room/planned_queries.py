"""What is planned in a space: apart from the other SQL of the room, since no visitor has to wait for these tables."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from buurtkamer_app.storage.tables.activities import BookingRow, ChangedDateRow, SeriesRow
from buurtkamer_app.storage.tables.room import ClosureRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def is_used(session: Session, space: UUID) -> bool:
    """Tell whether anything was ever planned in a space."""
    kinds = (SeriesRow, ChangedDateRow, BookingRow, ClosureRow)
    return any(session.scalars(select(kind.id).where(kind.space_id == space)).first() is not None for kind in kinds)


def most_planned(session: Session, space: UUID, today: date) -> tuple[str, int] | None:
    """Give the largest of what can still be in a space from a day on: its name, and its places or persons."""
    to_come = or_(SeriesRow.last_date.is_(None), SeriesRow.last_date >= today)
    series = session.execute(
        select(SeriesRow.name, SeriesRow.capacity).where(
            SeriesRow.space_id == space, SeriesRow.capacity.is_not(None), to_come
        )
    ).all()
    booked_later = or_(BookingRow.last_date.is_(None), BookingRow.last_date >= today)
    booked = session.execute(
        select(BookingRow.who, BookingRow.persons).where(
            BookingRow.space_id == space, BookingRow.persons.is_not(None), booked_later
        )
    ).all()
    found = [(name, persons) for name, persons in (*series, *booked) if persons is not None]
    return max(found, key=itemgetter(1), default=None)
