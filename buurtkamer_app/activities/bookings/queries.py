"""All SQL of bookings."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from buurtkamer_app.activities.bookings.records import Booked, Booking
from buurtkamer_app.activities.bookings.rules import taken
from buurtkamer_app.activities.rules import dates
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.storage.tables.activities import BookingHeadcountRow, BookingOffRow, BookingRow
from buurtkamer_app.storage.tables.room import ClosureChoiceRow, SpaceRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.bookings.records import NewBooking


def bookings(session: Session, *which: ColumnElement[bool]) -> list[Booking]:
    """Give bookings, by who has them."""
    rows = session.execute(
        select(BookingRow, SpaceRow.name)
        .join(SpaceRow, SpaceRow.id == BookingRow.space_id)
        .where(*which)
        .order_by(BookingRow.who, BookingRow.id)
    )
    return [
        Booking(
            row.id,
            row.who,
            row.phone,
            space,
            row.rrule,
            row.first_date,
            row.last_date,
            row.starts,
            row.ends,
            row.set_up_minutes,
            row.clear_minutes,
            row.persons,
            row.open_to_visitors,
            row.on_wall,
            row.arrangement,
        )
        for row, space in rows
    ]


def booked(session: Session, first: date, last: date) -> list[Booked]:
    """Give the dates of bookings in a period, also those that are off, by date and time."""
    off = {
        (row.booking_id, row.on_date): row.reason
        for row in session.scalars(select(BookingOffRow).where(BookingOffRow.on_date.between(first, last)))
    }
    counts = {
        (row.booking_id, row.on_date): row.persons
        for row in session.scalars(select(BookingHeadcountRow).where(BookingHeadcountRow.on_date.between(first, last)))
    }
    can_be = (BookingRow.first_date <= last, or_(BookingRow.last_date.is_(None), BookingRow.last_date >= first))
    found = [
        Booked(entry, on, *taken(entry), off.get((entry.id, on)), counts.get((entry.id, on)))
        for entry in bookings(session, *can_be)
        for on in dates(entry.rrule, entry.first_date, first, min(last, entry.last_date or last))
    ]
    return sorted(found, key=lambda entry: (entry.on, entry.takes_from, entry.booking.who))


def row(session: Session, key: UUID) -> BookingRow:
    """Give the row of a booking; raises `RefusedError` when it is not on record any more."""
    found = session.get(BookingRow, key)
    if found is None:
        raise RefusedError("This is not on record any more.")
    return found


def row_of(new: NewBooking, space: UUID, last: date | None) -> BookingRow:
    """Make the row of a booking; `last` is the last date that it can be on."""
    made = BookingRow()
    fill(made, new, space, last)
    return made


def fill(made: BookingRow, new: NewBooking, space: UUID, last: date | None) -> None:
    """Write a booking into its row."""
    for field in fields(new):
        if field.name not in {"space", "last_date"}:
            setattr(made, field.name, getattr(new, field.name))
    made.space_id, made.last_date = space, last


def off_row(session: Session, booking: UUID, on: date) -> BookingOffRow | None:
    """Give what says that a booking is not on that day."""
    return session.scalars(
        select(BookingOffRow).where(BookingOffRow.booking_id == booking, BookingOffRow.on_date == on)
    ).first()


def headcount_row(session: Session, booking: UUID, on: date) -> BookingHeadcountRow | None:
    """Give how many came on a date."""
    return session.scalars(
        select(BookingHeadcountRow).where(BookingHeadcountRow.booking_id == booking, BookingHeadcountRow.on_date == on)
    ).first()


def counted_after(session: Session, booking: UUID, last: date) -> bool:
    """Tell whether people were counted after a day."""
    later = (BookingHeadcountRow.booking_id == booking, BookingHeadcountRow.on_date > last)
    return (
        session.scalars(select(BookingHeadcountRow.id).where(*later, BookingHeadcountRow.persons > 0)).first()
        is not None
    )


def all_of(session: Session, booking: UUID) -> list[BookingOffRow | BookingHeadcountRow | ClosureChoiceRow]:
    """Give everything that is on record of the dates of a booking."""
    return [
        *session.scalars(select(BookingOffRow).where(BookingOffRow.booking_id == booking)),
        *session.scalars(select(BookingHeadcountRow).where(BookingHeadcountRow.booking_id == booking)),
        *session.scalars(select(ClosureChoiceRow).where(ClosureChoiceRow.booking_id == booking)),
    ]


def hand_over(session: Session, booking: UUID, fresh: UUID, since: date) -> None:
    """Let what is on record of dates from a day on belong to the booking that goes on from there."""
    for one in all_of(session, booking):
        if one.on_date >= since:
            one.booking_id = fresh


def persons(session: Session, first: date, last: date) -> int:
    """Give how many came to bookings in a period."""
    query = select(func.coalesce(func.sum(BookingHeadcountRow.persons), 0))
    return session.scalar(query.where(BookingHeadcountRow.on_date.between(first, last))) or 0
