"""Extra shifts: for an event, on one date, beside the shifts of the week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room.records import ShiftPattern
from buurtkamer_app.room.rules import check_patterns
from buurtkamer_app.rota import queries, seeing_queries
from buurtkamer_app.rota.finding import row_of
from buurtkamer_app.rota.patterns import LONGEST_TASK
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.rota.rules import part_of

if TYPE_CHECKING:
    from datetime import date, time

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.tables.rota import ShiftRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

_LAST_YEAR: Final = 2099


@dataclass(frozen=True, slots=True)
class NewExtra:
    """An extra shift as written down: what it is `task` for, `hosts` places, `experienced` of them."""

    on: date
    starts: time
    ends: time
    task: str
    hosts: int = 2
    experienced: int = 0
    asks_vog: bool = False
    asks: str = ""


class ExtraShifts:
    """Use cases of extra shifts, for the coordinator."""

    def __init__(self, store: Store, room: Room, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._rota = rota

    def add(self, new: NewExtra) -> Outcome[ShiftKey]:
        """Write down an extra shift.

        Raises `RefusedError` for a day that was, times or numbers that cannot be, or when that day has one for this.
        """
        task = one_line(new.task, LONGEST_TASK)
        if not task:
            raise RefusedError("Say what the shift is for.")
        if new.on < self._room.today():
            raise RefusedError("This day has been. Choose a day to come.")
        if new.on.year > _LAST_YEAR:
            raise RefusedError("This day is too far away. Look at the year.")
        key = ShiftKey(new.on, part_of(new.starts), task)
        asked = ShiftPattern(
            new.on.weekday(),
            key.part,
            new.starts,
            new.ends,
            new.hosts,
            new.experienced,
            task,
            None,
            new.asks_vog,
            one_line(new.asks),
        )
        check_patterns([asked])
        with self._store.work(Label(mark("There is an extra shift for {task}"), {"task": task}), _NEEDS) as unit:
            if queries.shift(unit.session, key) is not None or key in self._rota.asked.between(new.on, new.on):
                raise RefusedError("There is a shift for {task} then already.", task=task)
            row_of(unit.session, key, asked).extra = True
        return Outcome(unit.change, key)

    def remove(self, key: ShiftKey) -> Change:
        """Take an extra shift away again; who was on it is off it, until this is taken back.

        Raises `RefusedError` when there is none, or when it has begun.
        """
        with self._store.work(Label(mark("The shift for {task} is gone"), {"task": key.task}), _NEEDS) as unit:
            row = queries.shift(unit.session, key)
            if row is None or not row.extra:
                raise RefusedError("There is no such shift on that day.")
            _clear(unit, row)
            unit.session.delete(row)
        return unit.change


_NEEDS: Final = Role.COORDINATOR


def _clear(unit: Unit, shift: ShiftRow) -> None:
    """Take everything off a shift that hangs on it; raises `RefusedError` when somebody used their place."""
    for place in seeing_queries.places_of(unit.session, shift.id):
        if queries.is_used(unit.session, place.id):
            raise RefusedError("This shift has begun, so it stays as it was.")
        unit.session.delete(place)
    for row in seeing_queries.beside_places(unit.session, shift.id):
        unit.session.delete(row)
    unit.session.flush()
