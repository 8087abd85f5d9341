"""Moves what falls on closed days to other ones, and back when the room is open after all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.activities.changing import queries as changing
from buurtkamer_app.activities.changing.applying import Applying
from buurtkamer_app.activities.changing.looking import Looking
from buurtkamer_app.activities.conflicts import hard
from buurtkamer_app.activities.queries import sign_ups
from buurtkamer_app.activities.seating import move_up
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.planner.closing import queries
from buurtkamer_app.rota import queries as rota_queries
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.records import Place, Shift
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.tables.room import ClosureChoiceRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates


class Moving:
    """Moves dates of activities and places of hosts, inside the unit of work that closes or opens the room."""

    def __init__(self, room: Room, activities: Activities, rota: Rota) -> None:
        self._room = room
        self._activities = activities
        self._looking = Looking(room, activities)
        self._rota = rota

    def activity(self, unit: Unit, key: tuple[UUID, date], to: date, space: str) -> None:
        """Move one date of an activity with all that belongs to it.

        Raises `RefusedError` when space or lead are taken then, or it is on that day already.
        """
        known, on = self._looking.known(unit.session, key[0]), key[1]
        entry = known.on(on)
        there = replace(entry.series, space=space or entry.series.space)
        if to != on and known.occurrences(to, to):
            raise RefusedError("{name} is on that day already. Choose another day.", name=there.name)
        if clashes := hard(self._activities.conflicts(there, [to])):
            raise clashes[0].error()
        Applying(unit.session, self._room).one(known, entry, to, there)

    def activity_back(self, unit: Unit, choice: ClosureChoiceRow, space: str) -> bool:
        """Move an activity back to where it was; tell whether that could be.

        It cannot when it was moved on since, has been, or its space or lead are taken there now.
        """
        to = choice.moved_to
        if choice.series_id is None or to is None or to < self._room.today():
            return False
        if to in changing.counted(unit.session, choice.series_id):
            return False
        try:
            self.activity(unit, (choice.series_id, to), choice.on_date, space)
        except RefusedError:
            return False
        return True

    def fill_places(self, unit: Unit, telling: TellingOfDates, first: date, last: date) -> None:
        """Give places that came free while the room was closed to who waits, and put them on the list."""
        waiting = {
            key
            for key, parties in queries.parties(unit.session, first, last).items()
            if any(p.waiting for p in parties)
        }
        for entry in self._activities.occurrences(first, last) if waiting else ():
            if (entry.series.id, entry.on) in waiting:
                move_up(telling, entry, sign_ups(unit.session, entry.series.id, entry.on))

    def hosts(self, unit: Unit, shift: Shift, to: date) -> list[Place]:
        """Put who is on a shift on the same part of another day; give whose places moved.

        Raises `RefusedError` when that day has no such shift, or not enough free places.
        """
        key = ShiftKey(to, shift.part, shift.task)
        there = self._rota.shift(key)
        moving = [
            place
            for place in shift.on_duty
            if not place.substitute and not rota_queries.is_used(unit.session, place.id)
        ]
        on_it = {place.host for place in there.on_duty}
        for place in moving:
            if place.host in on_it:
                raise RefusedError("{name} is on this shift already.", name=place.host_name)
        if len(moving) > there.gaps:
            raise RefusedError("There are not enough free places on that shift. Choose another day.")
        row = self._rota.asked.row(unit.session, key)
        for place in moving:
            if (held := queries.place(unit.session, place.id)) is not None:
                held[0].shift_id = row.id
        return moving

    def host_back(self, unit: Unit, choice: ClosureChoiceRow) -> bool:
        """Put a host back on the shift that was closed; tell whether that could be.

        It cannot when the place was used, moved on or taken off since, or has been.
        """
        held = queries.place(unit.session, choice.place_id) if choice.place_id is not None else None
        if held is None or held[1].on_date != choice.moved_to or choice.moved_to < self._room.today():
            return False
        place, shift, _host = held
        if rota_queries.is_used(unit.session, place.id):
            return False
        key = ShiftKey(choice.on_date, shift.part, shift.task)
        place.shift_id = self._rota.asked.row(unit.session, key).id
        return True
