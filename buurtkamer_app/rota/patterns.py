"""The pattern of the rota: which shifts each weekday asks for, as the coordinator changes it."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room import queries as room_queries
from buurtkamer_app.room.rules import check_patterns
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.room import ShiftPatternRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.rota import ShiftRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


LONGEST_TASK: Final = 60


class PatternKey(NamedTuple):
    """What a shift of the week is known by; `task` is empty for the room itself."""

    weekday: int
    part: DayPart
    task: str = ""


def key_of(pattern: ShiftPattern) -> PatternKey:
    """Give what a shift of the week is known by."""
    return PatternKey(pattern.weekday, pattern.part, pattern.task)


class ShiftPatterns:
    """Use cases of the pattern of the rota, for the coordinator."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def keep(self, pattern: ShiftPattern, instead: PatternKey | None = None) -> Change:
        """Write down a shift of the week, or change the one known as `instead`; shifts to come follow.

        Raises `RefusedError` as `set_patterns`, or when the one to change is not there any more.
        """
        kept = replace(pattern, task=one_line(pattern.task, LONGEST_TASK), asks=one_line(pattern.asks))
        patterns = list(self._room.plan().patterns)
        others = [other for other in patterns if key_of(other) != instead]
        if instead is not None and len(others) == len(patterns):
            raise RefusedError("This shift is not there any more.")
        if pattern.series_id is not None and not kept.task:
            raise RefusedError("Say what the shift is for.")
        with self._store.work(Label(mark("The shifts of the week were changed")), Role.COORDINATOR) as unit:
            check_patterns([*others, kept])
            if instead is not None and instead.weekday == kept.weekday and instead != key_of(kept):
                self._rename(unit, instead, key_of(kept))
            self.set_patterns([*others, kept])
        return unit.change

    def remove(self, key: PatternKey) -> Change:
        """Take a shift out of the week; raises `RefusedError` when somebody is on it some day to come."""
        return self.set_patterns([pattern for pattern in self._room.plan().patterns if key_of(pattern) != key])

    def set_days(self, weekdays: Collection[int], shifts: Sequence[ShiftPattern]) -> Change:
        """Give each of these weekdays these shifts of the room; those for tasks and activities stay.

        Raises `RefusedError` as `set_patterns`.
        """
        kept = [one for one in self._room.plan().patterns if one.task or one.weekday not in weekdays]
        return self.set_patterns([*kept, *(replace(one, weekday=day) for day in weekdays for one in shifts)])

    def _rename(self, unit: Unit, before: PatternKey, after: PatternKey) -> None:
        """Let shifts to come that somebody is on be known by the new words."""
        for row in queries.shifts_after(unit.session, self._room.today()):
            known = PatternKey(row.on_date.weekday(), row.part, row.task)
            if row.extra or known != before:
                continue
            if queries.shift(unit.session, ShiftKey(row.on_date, after.part, after.task)) is not None:
                raise RefusedError("There is a shift for {task} then already.", task=after.task)
            row.part, row.task = after.part, after.task
        unit.session.flush()

    def set_patterns(self, patterns: Sequence[ShiftPattern]) -> Change:
        """Change which shifts there are each week; shifts to come on which somebody is already get the new times.

        Raises `RefusedError` for a shift that cannot be, or when one would go that somebody is on.
        """
        check_patterns(patterns)
        named = {key_of(pattern): pattern for pattern in patterns}
        with self._store.work(Label(mark("The shifts of the week were changed")), Role.COORDINATOR) as unit:
            self._follow(unit, named)
            for row in room_queries.pattern_rows(unit.session):
                kept = named.pop(PatternKey(row.weekday, row.part, row.task), None)
                if kept is None:
                    unit.session.delete(row)
                else:
                    row.starts, row.ends, row.series_id = kept.starts, kept.ends, kept.series_id
                    _change(row, kept)
            for pattern in named.values():
                unit.session.add(ShiftPatternRow(**asdict(pattern)))
        return unit.change

    def _follow(self, unit: Unit, named: dict[PatternKey, ShiftPattern]) -> None:
        """Let shifts after today follow; one that somebody is on may not go."""
        today = self._room.today()
        # The shift of an activity is where and when that is, whatever the weekday of its series.
        of_series = {pattern.task: pattern for pattern in named.values() if pattern.series_id is not None}
        rows = queries.shifts_after(unit.session, today)
        places = queries.places(unit.session, today, rows[-1].on_date) if rows else {}
        for row in rows:
            if row.extra:
                continue
            pattern = named.get(PatternKey(row.on_date.weekday(), row.part, row.task))
            if pattern is not None and pattern.series_id is None:
                row.starts, row.ends = pattern.starts, pattern.ends
            pattern = pattern or of_series.get(row.task)
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
    row.hosts, row.experienced = pattern.hosts, pattern.experienced
    row.asks_vog, row.asks = pattern.asks_vog, pattern.asks
