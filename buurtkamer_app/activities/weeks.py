"""The programme by weeks, those of the past as they were: with the room's name, hours and spaces of then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.activities import queries, rules
from buurtkamer_app.activities.bookings import queries as bookings
from buurtkamer_app.activities.bookings import rules as booked
from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
from buurtkamer_app.base.i18n import language
from buurtkamer_app.base.spans import monday
from buurtkamer_app.room import former
from buurtkamer_app.room import queries as rooms
from buurtkamer_app.room.rules import closed_on, closed_partly, holiday

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.activities.chains import Chains
    from buurtkamer_app.activities.records import InUse, Occurrence
    from buurtkamer_app.room.former import AsItWas
    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

    T = TypeVar("T", Occurrence, InUse)

_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was read of some weeks, at once."""

    room: AsItWas
    closures: Sequence[Closure]
    occurrences: Sequence[Occurrence]
    in_use: Sequence[InUse]
    chains: Chains


class Weeks:
    """Reads the programme of one week or of many; of many in the time of a few."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def week(self, day: date) -> WeekProgramme:
        """Give the programme of the ISO week that holds a day."""
        return self.weeks(day, day)[0]

    def weeks(self, first: date, last: date) -> list[WeekProgramme]:
        """Give the programmes of the ISO weeks from the one that holds the first day to the one that holds the last."""
        begins, ends = monday(first), monday(last) + timedelta(days=6)
        told = self._read(begins, ends)
        found = []
        while begins <= ends:
            found.append(_week(told, begins))
            begins += _WEEK
        return found

    def chains(self) -> Chains:
        """Give which series go on from which."""
        with self._store.reading() as session:
            return queries.chains(session)

    def _read(self, first: date, last: date) -> _Told:
        with self._store.reading() as session:
            closures = rooms.closures(session, first, last)
            room = former.as_it_was(session, self._room.plan(), first)
            entries = [rules.while_closed(one, closures) for one in queries.occurrences(session, first, last)]
            taken = booked.on_wall(bookings.booked(session, first, last), closures)
            return _Told(room, closures, entries, taken, queries.chains(session))


def _by_day(entries: Iterable[T], first: date) -> list[list[T]]:
    """Put what is on in a week under its days."""
    days: list[list[T]] = [[] for _ in range(7)]
    for entry in entries:
        if 0 <= (entry.on - first).days < len(days):
            days[(entry.on - first).days].append(entry)
    return days


def _week(told: _Told, first: date) -> WeekProgramme:
    # A week bears the name that the room had when it ended, and each day the hours of that day.
    was = told.room.on(first + timedelta(days=6))
    occurrences, in_use = _by_day(told.occurrences, first), _by_day(told.in_use, first)
    return WeekProgramme(
        was.facts,
        was.hours,
        first,
        tuple(_day(told, first + timedelta(days=n), occurrences[n], in_use[n]) for n in range(7)),
    )


def _day(told: _Told, on: date, occurrences: Iterable[Occurrence], in_use: Iterable[InUse]) -> DayProgramme:
    room = told.room
    opening = next((one for one in room.on(on).hours if one.weekday == on.weekday()), None)
    partly = closed_partly(told.closures, on)
    return DayProgramme(
        on,
        opening,
        tuple(_as_told(told, entry) for entry in occurrences),
        closed_on(told.closures, on),
        holiday(room.now.facts.country, on, language()),
        tuple(replace(one, space=room.space(one.space, on)) for one in partly),
        tuple(replace(one, space=room.space(one.space, on)) for one in in_use),
    )


def _as_told(told: _Told, entry: Occurrence) -> Occurrence:
    """Give a date with its space as it was called then, and without the name of a lead who took their yes back."""
    series, on = entry.series, entry.on
    space = told.room.space(series.space, on)
    agreed = series.lead_on_paper and not told.chains.took_back(series)
    if space == series.space and agreed == series.lead_on_paper:
        return entry
    return replace(entry, series=replace(series, space=space, lead_on_paper=agreed))
