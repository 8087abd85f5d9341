"""All SQL of bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from buurtkamer_app.activities.bookings.records import Booked, Booking
from buurtkamer_app.activities.bookings.rules import taken
from buurtkamer_app.activities.rules import dates
from buurtkamer_app.storage.tables.activities import BookingHeadcountRow, BookingOffRow, BookingRow
from buurtkamer_app.storage.tables.room import SpaceRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


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
