"""What bringing in a calendar file would do, line by line, before anything is written."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.conflicts import Use, Why, conflicts
from buurtkamer_app.activities.rules import dates
from buurtkamer_app.base.errors import ClashError, FileRefusedError, RefusedError
from buurtkamer_app.exchange.calendar.bringing import place_of, series_of, theme_of
from buurtkamer_app.exchange.calendar.reading import events
from buurtkamer_app.exchange.calendar.records import Found, Kind
from buurtkamer_app.exchange.calendar.telling import Reader, name_of, uid_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from icalendar import Event

    from buurtkamer_app.activities.conflicts import Conflict, Day
    from buurtkamer_app.activities.records import Series as OurSeries
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.exchange.calendar.records import Chosen, Series, Told
    from buurtkamer_app.room.records import RoomPlan

MOST_SERIES: Final = 500
_AHEAD: Final = timedelta(days=366)
_LOOKED_AT: Final = 12  # dates of one series of which conflicts are looked for
# What only says that the room is closed then is no reason against a series: those dates do not go on.
_IN_THE_WAY: Final = (Why.SPACE, Why.FULL, Why.LEAD, Why.TOO_LARGE)


@dataclass(frozen=True, slots=True)
class Looking:
    """Compares a file with the room as it is; `held` tells of a series whether anything is on record under it."""

    plan: RoomPlan
    known: Sequence[OurSeries]
    activities: Activities
    held: Callable[[UUID], bool]
    today: date

    def preview(self, text: str) -> list[Found]:
        """Give every line, in the order of the file; raises `FileRefusedError` for one that cannot be read."""
        by_uid: dict[str, list[Event]] = {}
        found = []
        for event in events(text):
            try:
                by_uid.setdefault(uid_of(event), []).append(event)
            except RefusedError as why:
                found.append(Found(Kind.CANNOT, "", name_of(event), why=why))
        if len(by_uid) > MOST_SERIES:
            raise FileRefusedError("This file holds over {most} activities. Ask for fewer at once.", most=MOST_SERIES)
        ours = self._ours()
        found += [self._line(uid, together, ours) for uid, together in by_uid.items()]
        if not found:
            raise FileRefusedError("There are no activities in this file.")
        return list(self._with_conflicts(found))

    def again(self, chosen: Chosen) -> Found:
        """Look once more at a line, as it was chosen: nothing of it may have come into the room meanwhile.

        Raises `ClashError` when it has, `RefusedError` when something stands in the way.
        """
        found, ours = chosen.found, self._ours().get(chosen.found.uid)
        series = found.series
        if series is None:
            raise found.why or RefusedError("This cannot be brought in.")
        if (ours.id if ours else None) != found.known or (ours is not None and series.sequence <= ours.sequence):
            raise ClashError("{name} was brought in meanwhile. Read the file again.", name=found.name)
        if ours is not None and self.held(ours.id):
            raise _held()
        series = replace(series, new=replace(series.new, space=chosen.space, theme=chosen.theme))
        for conflict in self.in_the_way(series, found.known, self.activities.in_use.days(self._looked_at(series))):
            raise conflict.error()
        return replace(found, series=series)

    def in_the_way(self, series: Series, known: UUID | None, days: Mapping[date, Day]) -> tuple[Conflict, ...]:
        """Give what stands in the way of a series on its first dates from today on, by date."""
        new = series.new
        use = Use(new.name, new.space, new.starts, new.ends, new.capacity, key=known)
        apart = {entry.on: entry for entry in series.otherwise}
        found: list[Conflict] = []
        for on in sorted(self._looked_at(series)):
            entry = apart.get(on)
            if entry is not None:
                there = replace(use, space=entry.space or use.space, starts=entry.starts, ends=entry.ends)
            else:
                there = use
            found += conflicts(there, days[on], self.activities.in_use.named(there.space))
        return tuple(conflict for conflict in found if conflict.why in _IN_THE_WAY)

    def _looked_at(self, series: Series) -> set[date]:
        new = series.new
        first = max(new.first_date, self.today)
        left = {*series.off, *(entry.rule_date for entry in series.otherwise)}
        usual = (on for on in dates(new.rrule, new.first_date, first, first + _AHEAD) if on not in left)
        apart = (entry.on for entry in series.otherwise if entry.on >= self.today)
        return {*itertools.islice(usual, _LOOKED_AT), *itertools.islice(apart, _LOOKED_AT)}

    def _with_conflicts(self, found: list[Found]) -> Iterator[Found]:
        """Look at all days of all lines at once: a file may hold hundreds."""
        lines = [line for line in found if line.kind in {Kind.NEW, Kind.CHANGED}]
        looked_at = {on for line in lines if line.series is not None for on in self._looked_at(line.series)}
        days = self.activities.in_use.days(looked_at)
        for line in found:
            if line.series is None or line.kind is Kind.SAME:
                yield line
            else:
                yield replace(line, conflicts=self.in_the_way(line.series, line.known, days))

    def _ours(self) -> dict[str, OurSeries]:
        return {one.uid or str(one.id): one for one in self.known}

    def _line(self, uid: str, together: Sequence[Event], ours: Mapping[str, OurSeries]) -> Found:
        known, name = ours.get(uid), name_of(together[0])
        try:
            told = [Reader(self.plan).told(event) for event in together]
            return self._understood(told, known)
        except RefusedError as why:
            return Found(Kind.CANNOT, uid, name, known=known.id if known else None, why=why)
        except Exception as error:  # noqa: BLE001 - whatever a strange line makes the library raise
            broken = RefusedError("A line of this is broken. Ask for the file again.", details=type(error).__name__)
            return Found(Kind.CANNOT, uid, name, why=broken)

    def _understood(self, told: list[Told], known: OurSeries | None) -> Found:
        place = place_of(self.plan.spaces, told[0].place)
        space = place or self._usual_space()
        series = series_of(told, self.plan.spaces, space, theme_of(told[0], self.known))
        notes = tuple(dict.fromkeys(note for one in told for note in one.notes))
        line = Found(Kind.NEW, told[0].uid, series.new.name, series, space_known=bool(place), notes=notes)
        if known is None:
            return line
        line = replace(line, known=known.id)
        if series.sequence <= known.sequence:
            return replace(line, kind=Kind.SAME)
        if self.held(known.id):
            raise _held()
        return replace(line, kind=Kind.CHANGED)

    def _usual_space(self) -> str:
        """Give the space that is proposed: the largest that is shared."""
        spaces = sorted(self.plan.spaces, key=lambda space: (not space.shared, -space.capacity, space.name))
        if not spaces:
            raise RefusedError("The room has no space yet.")
        return spaces[0].name


def _held() -> RefusedError:
    return RefusedError("People signed up or came already. Change this activity yourself.")
