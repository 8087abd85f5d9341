"""The pattern of the rota: which shifts each weekday asks for, as the coordinator changes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room import queries as room_queries
from buurtkamer_app.room.rules import check_patterns
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.room import ShiftPatternRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.rota import ShiftRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class ShiftPatterns:
    """Use cases of the pattern of the rota, for the coordinator."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def set_patterns(self, patterns: Sequence[ShiftPattern]) -> Change:
        """Change which shifts there are each week; shifts to come on which somebody is already get the new times.

        Raises `RefusedError` for a shift that cannot be, or when one would go that somebody is on.
        """
        check_patterns(patterns)
        named = {(pattern.weekday, pattern.part, pattern.task): pattern for pattern in patterns}
        with self._store.work(Label(mark("The shifts of the week were changed")), Role.COORDINATOR) as unit:
            self._follow(unit, named)
            for row in room_queries.pattern_rows(unit.session):
                kept = named.pop((row.weekday, row.part, row.task), None)
                if kept is None:
                    unit.session.delete(row)
                else:
                    _change(row, kept)
            for pattern in named.values():
                unit.session.add(ShiftPatternRow(**asdict(pattern)))
        return unit.change

    def _follow(self, unit: Unit, named: dict[tuple[int, DayPart, str], ShiftPattern]) -> None:
        """Let shifts after today follow; one that somebody is on may not go."""
        today = self._room.today()
        rows = queries.shifts_after(unit.session, today)
        places = queries.places(unit.session, today, rows[-1].on_date) if rows else {}
        for row in rows:
            if row.extra:
                continue
            pattern = named.get((row.on_date.weekday(), row.part, row.task))
            if pattern is not None:
                _change(row, pattern)
                continue
            on_it = next(iter(places.get(ShiftKey(row.on_date, row.part, row.task), ())), None)
            if on_it is not None:
                day = f"{row.on_date.day}-{row.on_date.month}"
                raise RefusedError(
                    "{name} is on this shift on {day}. Take them off first.", name=on_it.host_name, day=day
                )


def _change(row: ShiftRow | ShiftPatternRow, pattern: ShiftPattern) -> None:
    row.starts, row.ends = pattern.starts, pattern.ends
    row.hosts, row.experienced = pattern.hosts, pattern.experienced
    row.asks_vog, row.asks = pattern.asks_vog, pattern.asks
