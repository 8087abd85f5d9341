"""Which spaces are in use when, by activities and bookings together, and what stands in the way of one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities import conflicts, queries
from buurtkamer_app.activities.bookings import queries as bookings
from buurtkamer_app.activities.bookings.rules import use_of
from buurtkamer_app.activities.conflicts import Conflict, Day, Use
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.room.rules import LONGEST_SPACE, closed_on, closed_partly

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.room.records import Space
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class SpacesInUse:
    """Looks at activities and bookings at once; whoever plans something asks here whether it can be."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def days(self, wanted: Collection[date]) -> dict[date, Day]:
        """Give days as they are planned already, each with what takes a space on it."""
        if not wanted:
            return {}
        first, last = min(wanted), max(wanted)
        plan, closures = self._room.plan(), self._room.closures(first, last)
        with self._store.reading() as session:
            planned = queries.planned(session, first, last)
            booked = bookings.booked(session, first, last)
        by_day: dict[date, tuple[list[Occurrence], list[Use]]] = {on: ([], []) for on in wanted}
        for entry in planned:
            if entry.on in by_day:
                by_day[entry.on][0].append(entry)
        for taken in booked:
            if taken.on in by_day and taken.off is None:
                by_day[taken.on][1].append(use_of(taken.booking, taken.booking.id))
        return {
            on: Day(
                on,
                plan.opening(on),
                closed_on(closures, on),
                conflicts.uses_on(on, *found),
                closed_partly(closures, on),
            )
            for on, found in by_day.items()
        }

    def conflicts(self, use: Use, on: Collection[date]) -> list[Conflict]:
        """Give what stands in the way of a use on each of these dates, by date; its own use of before is no obstacle.

        Raises `RefusedError` when the room has no such space.
        """
        space = self.named(use.space)
        days = self.days(on)
        return [found for day in sorted(days) for found in conflicts.conflicts(use, days[day], space)]

    def named(self, name: str) -> Space:
        """Give a space by its name; raises `RefusedError` when the room has none of that name."""
        found = next((space for space in self._room.spaces() if space.name == name), None)
        if found is None:
            raise RefusedError("The room has no space called {name}.", name=name[:LONGEST_SPACE])
        return found
