"""Closes the room as was decided, in one unit of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.planner.closing import news
from buurtkamer_app.planner.closing.records import Closed
from buurtkamer_app.rota import queries as rota_queries
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.room import ClosureChoiceRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.planner.closing.moving import Moving
    from buurtkamer_app.planner.closing.records import ClosingPlan, Preview, TouchedActivity
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.wishes.telling.records import NewTelling


@dataclass
class Settling:
    """One closure on its way: `touched` is what it touched before it was written down, `told` whom to tell."""

    unit: Unit
    closure: UUID
    plan: ClosingPlan
    touched: Preview
    moving: Moving
    told: list[NewTelling] = field(default_factory=list)

    def settle(self) -> Closed:
        """Move, leave or cancel everything that the closure touches; raises `RefusedError` where it cannot be so."""
        self._same()
        moved = self._activities()
        self._shifts()
        off = [entry for entry in self.touched.activities if entry.key not in self._kept | moved]
        for entry in off:
            self.told += news.of_activity(entry, self.closure)
        bookings = [entry for entry in self.touched.bookings if (entry.booking.id, entry.on) not in self._kept]
        self.told += [news.of_booking(entry, self.closure) for entry in bookings]
        to_tell = sum(line.persons for line in self.told)
        return Closed(self.closure, len(off), len(moved), len(self.touched.shifts), len(bookings), to_tell)

    @property
    def _kept(self) -> set[tuple[UUID, date]]:
        return set(self.plan.all_the_same)

    def _same(self) -> None:
        activities = {entry.key for entry in self.touched.activities}
        bookings = {(entry.booking.id, entry.on) for entry in self.touched.bookings}
        for key, on in self.plan.all_the_same:
            if (key, on) in activities:
                self._choose(on, series_id=key)
            elif (key, on) in bookings:
                self._choose(on, booking_id=key)
        self.unit.session.flush()

    def _activities(self) -> set[tuple[UUID, date]]:
        by_key = {entry.key: entry for entry in self.touched.activities}
        moved: set[tuple[UUID, date]] = set()
        for move in self.plan.moved:
            entry = _found(by_key, (move.series, move.on))
            self.moving.activity(self.unit, entry.key, move.to, move.space)
            self._choose(move.on, series_id=move.series, moved_to=move.to)
            if move.to != move.on:
                self.told += news.of_activity(entry, self.closure, move.to)
            moved.add(entry.key)
        return moved

    def _shifts(self) -> None:
        phones = rota_queries.phones(self.unit.session)
        to = {ShiftKey(move.on, move.part, move.task): move.to for move in self.plan.shifts}
        for entry in self.touched.shifts:
            shift, there = entry.shift, to.get(entry.key)
            moved = self.moving.hosts(self.unit, shift, there) if there is not None else []
            for place in moved:
                self._choose(shift.on, place_id=place.id, moved_to=there)
            self.told += news.of_shift(shift, moved, phones, self.closure, there)
            stays = [place for place in shift.on_duty if place not in moved]
            self.told += news.of_shift(shift, stays, phones, self.closure)

    def _choose(self, on: date, **which: object) -> None:
        self.unit.session.add(ClosureChoiceRow(**{**_NOTHING, **which}, closure_id=self.closure, on_date=on))


_NOTHING: dict[str, object] = dict.fromkeys(("series_id", "booking_id", "place_id", "moved_to"))


def _found(by_key: dict[tuple[UUID, date], TouchedActivity], key: tuple[UUID, date]) -> TouchedActivity:
    if key not in by_key:
        raise RefusedError("This activity is not on that day.")
    return by_key[key]
