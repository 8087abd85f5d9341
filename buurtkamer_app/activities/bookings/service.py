"""Spaces in use by partners and groups: booked once or as a series, and counted apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from buurtkamer_app.activities import rules as recurrence
from buurtkamer_app.activities.bookings import queries, rules
from buurtkamer_app.activities.conflicts import Why, hard
from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.activities import BookingHeadcountRow, BookingOffRow, BookingRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.bookings.records import Booked, Booking, NewBooking
    from buurtkamer_app.activities.conflicts import Conflict, Use
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

# A series is looked at this far ahead for what would be in its way.
_AHEAD: Final = timedelta(days=365)


class Conflicting(Protocol):
    """Knows what stands in the way of a use; the spaces in use of the activities."""

    def conflicts(self, use: Use, on: Collection[date]) -> list[Conflict]:
        """Give it for each of these dates."""
        ...


class Bookings:
    """Use cases of spaces in use."""

    def __init__(self, store: Store, room: Room, in_use: Conflicting) -> None:
        self._store = store
        self._room = room
        self._in_use = in_use

    def book(self, new: NewBooking) -> Outcome[UUID]:
        """Write down that a space is in use.

        Raises `RefusedError` for what cannot be, and when the space is taken on one of the dates: by whom, it says.
        """
        kept = rules.kept(new)
        last = recurrence.last_of(kept.rrule, kept.first_date, kept.last_date)
        with self._store.work(Label(mark("{name} uses a space"), {"name": kept.who})) as unit:
            self._check(kept, kept.first_date, None)
            row = queries.row_of(kept, self._room.space(kept.space), last)
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def change(self, booking: UUID, new: NewBooking) -> Outcome[UUID]:
        """Change a booking; one that began stays as it was until yesterday, and goes on from today as the one given.

        Raises `RefusedError` as `book`, and when it is not on record any more.
        """
        kept = rules.kept(new)
        last = recurrence.last_of(kept.rrule, kept.first_date, kept.last_date)
        today = self._room.today()
        with self._store.work(Label(mark("The use of a space by {name} was changed"), {"name": kept.who})) as unit:
            row, before = queries.row(unit.session, booking), self.booking(booking)
            begun = before.first_date < today and rules.otherwise(before, kept)
            since = max(kept.first_date, today) if begun else kept.first_date
            self._check(kept, since, booking)
            if not begun:
                queries.fill(row, kept, self._room.space(kept.space), last)
                return Outcome(unit.change, booking)
            row.last_date = today - timedelta(days=1)
            onward = recurrence.dates(kept.rrule, kept.first_date, since, last or since + _AHEAD)
            if not onward:
                raise RefusedError("This never happens. Look at the days again.")
            fresh = queries.row_of(replace(kept, first_date=onward[0]), self._room.space(kept.space), last)
            unit.session.add(fresh)
            unit.session.flush()
            queries.hand_over(unit.session, booking, fresh.id, today)
        return Outcome(unit.change, fresh.id)

    def end(self, booking: UUID, last: date) -> Change:
        """Let a booking be over after a day; one that would never have been goes altogether.

        Raises `RefusedError` when people were counted after that day, or it is not on record any more.
        """
        self._store.allow(Role.HOST)
        who = self.booking(booking).who
        with self._store.work(Label(mark("{name} uses the space no more"), {"name": who})) as unit:
            row = queries.row(unit.session, booking)
            if queries.counted_after(unit.session, booking, last):
                raise RefusedError("People were counted after that day. Choose a later one.")
            if last < row.first_date:
                for one in queries.all_of(unit.session, booking):
                    unit.session.delete(one)
                unit.session.delete(row)
            elif row.last_date is None or last < row.last_date:
                row.last_date = last
        return unit.change

    def off(self, booking: UUID, on: date, reason: str = "") -> Change:
        """Write down that a booking is not on one of its dates; a second time changes the reason.

        Raises `RefusedError` when it is not on that day, was counted, or the reason cannot be kept.
        """
        self._store.allow(Role.HOST)
        why, entry = one_line(reason), self._date(booking, on)
        with self._store.work(Label(mark("{name} does not use the space"), {"name": entry.booking.who})) as unit:
            if entry.headcount:
                raise RefusedError("{persons} took part. Set that number to 0 first.", persons=entry.headcount)
            row = queries.off_row(unit.session, booking, on)
            if row is None:
                unit.session.add(BookingOffRow(booking_id=booking, on_date=on, reason=why))
            else:
                row.reason = why
        return unit.change

    def on_again(self, booking: UUID, on: date) -> Change:
        """Let a date that was off be on after all; raises `RefusedError` when the space was given away or is closed."""
        self._store.allow(Role.HOST)
        entry = self._date(booking, on)
        with self._store.work(Label(mark("{name} uses the space after all"), {"name": entry.booking.who})) as unit:
            row = queries.off_row(unit.session, booking, on)
            if clashes := hard(self._in_use.conflicts(rules.use_of(entry.booking, booking), [on])):
                raise clashes[0].error()
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def count(self, booking: UUID, on: date, persons: int) -> Change:
        """Write down how many came; counted apart from the room's own activities. A second count replaces the first.

        Raises `RefusedError` for a number that cannot be, or a date on which it is off.
        """
        self._store.allow(Role.HOST)
        if not 0 <= persons <= rules.MOST_COUNTED:
            raise RefusedError("How many people? Between 0 and {most}.", most=rules.MOST_COUNTED)
        entry = self._date(booking, on)
        if entry.off is not None:
            raise RefusedError("The space was not used that day.")
        with self._store.work(Label(mark("{persons} came"), {"persons": persons})) as unit:
            row = queries.headcount_row(unit.session, booking, on)
            if row is None:
                unit.session.add(BookingHeadcountRow(booking_id=booking, on_date=on, persons=persons))
            else:
                row.persons = persons
        return unit.change

    def bookings(self) -> Sequence[Booking]:
        """Give every booking, by who has it; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.bookings(session)

    def booking(self, key: UUID) -> Booking:
        """Give a booking; raises `RefusedError` when it is not on record any more."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = next(iter(queries.bookings(session, BookingRow.id == key)), None)
        if found is None:
            raise RefusedError("This is not on record any more.")
        return found

    def booked(self, first: date, last: date) -> list[Booked]:
        """Give the dates of bookings in a period, both days included, also those that are off or on closed days."""
        closures = self._room.closures(first, last)
        with self._store.reading() as session:
            return rules.while_closed(queries.booked(session, first, last), closures)

    def persons(self, first: date, last: date) -> int:
        """Give how many came to bookings in a period; they are none of the room's participations."""
        with self._store.reading() as session:
            return queries.persons(session, first, last)

    def _date(self, booking: UUID, on: date) -> Booked:
        found = next((entry for entry in self.booked(on, on) if entry.booking.id == booking), None)
        if found is None:
            raise RefusedError("This space is not in use on that day.")
        return found

    def _check(self, kept: NewBooking, since: date, key: UUID | None) -> None:
        """Raise `RefusedError` when the space is too small, or taken or closed on one of the dates."""
        until = min(since + _AHEAD, kept.last_date or since + _AHEAD)
        dates = recurrence.dates(kept.rrule, kept.first_date, since, until)
        for clash in hard(self._in_use.conflicts(rules.use_of(kept, key), dates)):
            # A series leaves out the days on which the room is closed.
            if clash.why is not Why.CLOSED or not kept.rrule:
                raise clash.error()
