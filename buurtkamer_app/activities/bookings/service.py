"""Spaces in use by partners and groups: booked once or as a series, and counted apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities import rules as recurrence
from buurtkamer_app.activities.bookings import queries
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.activities import BookingRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.bookings.records import Booked, Booking, NewBooking
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Bookings:
    """Use cases of spaces in use."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def book(self, new: NewBooking) -> Outcome[UUID]:
        """Write down that a space is in use; raises `RefusedError` for what cannot be."""
        who = kept_name(new.who)
        if new.starts >= new.ends:
            raise RefusedError("The activity ends before it starts. Look at the times again.")
        last = recurrence.last_of(new.rrule, new.first_date, new.last_date)
        with self._store.work(Label(mark("{name} uses a space"), {"name": who})) as unit:
            row = BookingRow(
                who=who,
                phone=one_line(new.phone),
                space_id=self._room.space(new.space),
                rrule=new.rrule,
                first_date=new.first_date,
                last_date=last,
                starts=new.starts,
                ends=new.ends,
                set_up_minutes=new.set_up_minutes,
                clear_minutes=new.clear_minutes,
                persons=new.persons,
                open_to_visitors=new.open_to_visitors,
                on_wall=new.on_wall,
                arrangement=one_line(new.arrangement),
            )
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def bookings(self) -> Sequence[Booking]:
        """Give every booking, by who has it."""
        with self._store.reading() as session:
            return queries.bookings(session)

    def booked(self, first: date, last: date) -> list[Booked]:
        """Give the dates of bookings in a period, both days included, also those that are off."""
        with self._store.reading() as session:
            return queries.booked(session, first, last)
