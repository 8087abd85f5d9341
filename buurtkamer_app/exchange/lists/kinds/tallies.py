"""Visits of days that were counted elsewhere: a row for each day, each hour or each visit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.desk.rules import MOST_AT_ONCE
from buurtkamer_app.exchange.lists import queries
from buurtkamer_app.exchange.lists.looking import said_day, wrong_or
from buurtkamer_app.exchange.lists.records import Does, Seen
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import Field
from buurtkamer_app.printing.back_words import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from buurtkamer_app.exchange.lists.values import Values
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

_MOST: Final = 9_999
# Visits of which the hour is not known count for this one.
NOON: Final = 12
_BY_PURPOSE: Final = {
    Field.WALK_IN: Purpose.WALK_IN,
    Field.TO_ACTIVITY: Purpose.ACTIVITY,
    Field.HELP: Purpose.HELP,
    Field.CHILD: Purpose.CHILD,
}
_WORDS: Final = {
    Purpose.WALK_IN: ("inloop", "binnenlopen", "koffie", "walk in", "to walk in"),
    Purpose.ACTIVITY: ("activiteit", "voor een activiteit", "activity", "for an activity"),
    Purpose.HELP: ("vraag of hulp", "hulp", "vraag", "hulpvraag", "help", "question", "for help"),
    Purpose.CHILD: ("kind", "kinderen", "child", "children", "as a child"),
}
_CHILDREN_FIRST: Final = (Purpose.CHILD, Purpose.WALK_IN, Purpose.ACTIVITY, Purpose.HELP)
_THERE: Final = mark("This day has visits here already. Nothing is counted twice.")
_ONE: Final = mark("No column says how many people came. This line counts as one.")
_NUMBERS: Final = (Field.VISITS, Field.IN_HOUR, Field.CHILDREN, Field.FIRST_TIME, *_BY_PURPOSE)
_NOBODY: Final = mark("Nobody came: there is nothing to count.")


@dataclass(frozen=True, slots=True)
class Counted:
    """Persons who came on a day at an hour for something, the children and those of the first time among them."""

    on: date
    hour: int
    purpose: Purpose
    persons: int
    children: int = 0
    first_time: int = 0


def read_purpose(cell: str) -> Purpose:
    """Read what a visit was for, by any of its names; raises `RefusedError`."""
    said = cells.plain(cell)
    for purpose, names in _WORDS.items():
        own = PURPOSES[purpose]
        if said in {purpose.value.replace("_", " "), *names, cells.plain(own), cells.plain(translate(own))}:
            return purpose
    raise RefusedError("“{cell}” is no reason to come. Write inloop, activiteit, hulp or kind.", cell=cells.shown(cell))


def parts(on: date, hour: int, by: Mapping[Purpose, int], children: int, first_time: int) -> list[Counted]:
    """Share out the children and those of the first time over what people came for; children first as children."""
    made: list[Counted] = []
    for purpose in _CHILDREN_FIRST:
        persons = by.get(purpose, 0)
        young = persons if purpose is Purpose.CHILD else min(persons, children)
        children = max(0, children - young)
        made.append(Counted(on, hour, purpose, persons, young))
    for place in (1, 2, 3, 0):
        new = min(made[place].persons, first_time)
        first_time -= new
        made[place] = replace(made[place], first_time=new)
    return [one for one in made if one.persons]


def over_hours(
    on: date, hours: Mapping[int, int], by: Mapping[Purpose, int], children: int, first_time: int
) -> Iterator[Counted]:
    """Share out what a whole day says over the hours in which people came, the first hours first."""
    left = dict(by)
    for hour, persons in hours.items():
        mine, still = dict[Purpose, int](), persons
        for purpose in _CHILDREN_FIRST:
            mine[purpose] = min(still, left.get(purpose, 0))
            still -= mine[purpose]
            left[purpose] = left.get(purpose, 0) - mine[purpose]
        made = parts(on, hour, mine, children, first_time)
        children -= min(children, sum(one.children for one in made))
        first_time -= sum(one.first_time for one in made)
        yield from made


def portions(persons: int, children: int, first_time: int) -> Iterator[tuple[int, int, int]]:
    """Give persons, children and those of the first time in portions that one visit on record can hold."""
    while persons:
        many = min(persons, MOST_AT_ONCE)
        young, first = min(children, many), min(first_time, many)
        yield many, young, first
        persons, children, first_time = persons - many, children - young, first_time - first


def _sums(seen: Sequence[Seen]) -> dict[tuple[date, int, Purpose], list[int]]:
    """Give persons, children and those of the first time by day, hour and purpose."""
    sums: dict[tuple[date, int, Purpose], list[int]] = {}
    for one in seen:
        assert isinstance(one.line, tuple)  # noqa: S101 - what `look` gave
        for part in one.line:
            own = sums.setdefault((part.on, part.hour, part.purpose), [0, 0, 0])
            for place, many in enumerate((part.persons, part.children, part.first_time)):
                own[place] += many
    return sums


class Tallies:
    """Brings in what was counted on days before; it counts as what was entered later."""

    heads = (mark("Date"), mark("Hour"), mark("Purpose"), mark("Visits"), mark("Children"), mark("First time"))

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        with self._store.reading() as session:
            counted = queries.days_with_visits(session)
        today = self._room.today()
        before: set[date] = set()
        for row in rows:
            on, found = self._line(row, today)
            each = not (row.has(Field.HOUR) or row.has(Field.PURPOSE))
            whole = each and (row.has(Field.VISITS) or row.has(Field.IN_HOUR))
            if on is not None and whole and on in before and not row.faults:
                row.wrong(RefusedError("This day stands in the file twice. Take one line away."), Field.DATE)
            if on is not None:
                before.add(on)
            kept = _shown(on, found)
            if on in counted:
                yield wrong_or(row, Does.THERE, kept, (), _THERE)
            elif not found:
                yield wrong_or(row, Does.LEFT_OUT, kept, (), _NOBODY)
            else:
                yield wrong_or(row, Does.NEW, kept, found, "" if _says_how_many(row) else _ONE)

    def write(self, unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, a step for each row of the room: visits of one hour for one thing are put together.

        Raises `ClashError` when a day was counted meanwhile.
        """
        sums = _sums(seen)
        if queries.days_with_visits(unit.session) & {on for on, _, _ in sums}:
            raise ClashError("A day of this list was counted meanwhile. Look at the file once more.")
        zone = self._room.zone
        for (on, hour, purpose), (persons, children, new) in sorted(sums.items()):
            at = instant(on, time(hour), zone)
            for many, young, first in portions(persons, children, new):
                more = {"purpose": purpose, "children": young, "first_time": first, "later": True}
                unit.session.add(visit(at, on, hour, many, **more))
                unit.counts = True
            yield

    def _line(self, row: Values, today: date) -> tuple[date | None, tuple[Counted, ...]]:
        on = row.day(Field.DATE)
        if not row.text(Field.DATE):
            row.wrong(RefusedError("Here stands no day. Write it as 9-3-2026."), Field.DATE)
        elif on is not None and on >= today:
            row.wrong(RefusedError("Today is counted at the desk. Take this line away."), Field.DATE)
        with_time = row.text(Field.DATE) if cells.has_time(row.text(Field.DATE)) else ""
        otherwise = cells.hour_of_day(with_time) if with_time and on is not None else NOON
        hour = row.read(Field.HOUR, cells.hour, otherwise)
        rest = row.read(Field.PURPOSE, read_purpose, Purpose.WALK_IN)
        by, children, first_time = _numbers(row)
        if on is None or row.faults:
            return on, ()
        by[rest] = by.get(rest, 0) + by.pop(None, 0)
        came = {key: many for key, many in by.items() if key}
        if row.has(Field.IN_HOUR):
            return on, tuple(over_hours(on, row.by_hour(_MOST), came, children, first_time))
        return on, tuple(parts(on, hour, came, children, first_time))


def _numbers(row: Values) -> tuple[dict[Purpose | None, int], int, int]:
    """Give how many came for what (None: what is left of the visits), the children and those of the first time."""
    before = len(row.faults)
    by: dict[Purpose | None, int] = {
        purpose: row.number_of(field, _MOST) for field, purpose in _BY_PURPOSE.items() if row.has(field)
    }
    children, first_time = row.number_of(Field.CHILDREN, _MOST), row.number_of(Field.FIRST_TIME, _MOST)
    # A row for each visit, unless it says how many there were, or how many came for what.
    visits = sum(by.values()) if by else max(1, children, first_time)
    if row.has(Field.VISITS):
        visits = row.number_of(Field.VISITS, _MOST)
    if row.has(Field.IN_HOUR):
        together = sum(row.by_hour(_MOST).values())
        if row.text(Field.VISITS) and visits != together:
            row.wrong(RefusedError("The hours together are not the total. Look at the numbers."), Field.VISITS)
        visits = together
    if len(row.faults) > before:
        # What cannot be read is told; what does not fit it would be told in vain.
        return by, 0, 0
    if sum(by.values()) > visits:
        row.wrong(RefusedError("What people came for is more than the visits. Look at the numbers."), Field.VISITS)
    if children > visits:
        row.wrong(RefusedError("There cannot be more children than people."), Field.CHILDREN)
    if first_time > visits:
        row.wrong(RefusedError("There cannot be more new faces than people."), Field.FIRST_TIME)
    by[None] = max(0, visits - sum(by.values()))
    return by, children, first_time


def _says_how_many(row: Values) -> bool:
    return any(row.has(field) for field in (*_NUMBERS, Field.PURPOSE, Field.HOUR))


def _shown(on: date | None, found: Sequence[Counted]) -> tuple[str, ...]:
    came = Counter[Purpose]()
    for one in found:
        came[one.purpose] += one.persons
    told = {translate(PURPOSES[purpose]): persons for purpose, persons in came.items()}
    purposes = ", ".join(told if len(told) == 1 else (f"{purpose} {persons}" for purpose, persons in told.items()))
    first, last = (found[0].hour, found[-1].hour) if found else (0, 0)
    hours = f"{first}.00" if first == last else f"{first}.00–{last}.00"
    return (
        said_day(on),
        hours if found else "",
        purposes,
        str(sum(one.persons for one in found)),
        str(sum(one.children for one in found)),
        str(sum(one.first_time for one in found)),
    )
