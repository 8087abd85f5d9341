"""Looks at what a closure touches, before anything is changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.planner.closing import queries, rules
from buurtkamer_app.planner.closing.records import Preview, TouchedActivity, TouchedShift
from buurtkamer_app.room.records import Using
from buurtkamer_app.room.rules import check_closure, closed_for, shift_closed

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.bookings.service import Bookings
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.records import Closure, NewClosure
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

# Nobody decides one by one about more than these; they are cancelled, and days for them are not sought.
MOST_PROPOSED: Final = 150


class Looking:
    """Finds the activities, shifts and bookings of a closure, and where they could go instead."""

    def __init__(self, store: Store, room: Room, activities: Activities, bookings: Bookings, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._bookings = bookings
        self._rota = rota

    def preview(self, new: NewClosure) -> Preview:
        """Give what a closure touches from today on; raises `RefusedError` for days or times that cannot be."""
        check_closure(new)
        today = self._room.today()
        first = max(new.first, today)
        if new.last < first:
            return Preview(new)
        shut = rules.as_closure(new)
        return Preview(
            new,
            self._touched(shut, first, today),
            self._shifts(shut, first, today) if not new.space else (),
            tuple(entry for entry in self._bookings.booked(first, new.last) if _booked_in(shut, entry)),
        )

    def _touched(self, shut: Closure, first: date, today: date) -> tuple[TouchedActivity, ...]:
        since, until = max(first - rules.REACH, today), shut.last + rules.REACH
        entries = self._activities.occurrences(since, until)
        falling = [entry for entry in entries if first <= entry.on <= shut.last and rules.falls_in(shut, entry)]
        with self._store.reading() as session:
            parties = queries.parties(session, first, shut.last)
        diary = self._diary(shut, entries, since, until)
        found = []
        for place, entry in enumerate(falling):
            asked = place < MOST_PROPOSED
            space = diary.another_space(entry) if asked and shut.space else ""
            day = diary.another_day(entry, today) if asked and not space else None
            signed_up = parties.get((entry.series.id, entry.on), ())
            found.append(TouchedActivity(entry, tuple(signed_up), day, space))
        return tuple(found)

    def _diary(self, shut: Closure, entries: list[Occurrence], since: date, until: date) -> rules.Diary:
        around = [
            since + timedelta(days=ahead)
            for ahead in range((until - since).days + 1)
            if shut.space or not shut.first <= since + timedelta(days=ahead) <= shut.last
        ]
        taken = ((entry.series.id, entry.on) for entry in entries)
        return rules.Diary(self._activities.in_use.days(around), self._room.spaces(), shut, taken)

    def _shifts(self, shut: Closure, first: date, today: date) -> tuple[TouchedShift, ...]:
        around = self._rota.shifts(max(first - rules.REACH, today), shut.last + rules.REACH)
        found = []
        for shift in [shift for shift in around if shift.on_duty and first <= shift.on]:
            if shift_closed([shut], shift.on, shift.starts, shift.ends):
                day = rules.another_shift(shift, around, shut, today)
                # What is proposed for one shift is no longer free for the next.
                around = rules.joined(around, shift, day)
                found.append(TouchedShift(shift, day))
        return tuple(found)


def _booked_in(shut: Closure, entry: Booked) -> bool:
    booking = entry.booking
    use = Using(booking.space, entry.on, booking.starts, booking.ends, booking.id)
    return entry.off is None and entry.headcount is None and closed_for([shut], use) is not None
