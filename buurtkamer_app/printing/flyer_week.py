"""The week on the two inner pages of the flyer: in type as large as fits, then told in fewer words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.highlights import ranked, together, walk_ins
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.flow import Block, Entry, Line, Part, Piece, paginate
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, SOFT_INK
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wall_words import Row, told
from buurtkamer_app.printing.week_told import ToldDay, told_week
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import WeekProgramme

# Of the names; facts below them are never under 10 points.
_SIZES: Final = (14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0)
LEAST: Final = 10.0
# Below this the slip's other side is not kept free of the week any more.
_FREE_FROM: Final = 10.5
# When nothing else helps: so many activities are told, the rarest of each day first.
_MOST: Final = (48, 40, 34, 28, 23, 18, 14, 10, 7, 4, 2, 1, 0)
_PAGES: Final = 2
_MOST_NOTE: Final = 300  # letters, when nothing else helps
_BETWEEN_DAYS: Final = 0.6  # of the type


@dataclass(frozen=True, slots=True)
class Spread:
    """The week on two pages: what stands on each, in which type; whether more is on, and the slip's back is free."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    size: float
    more: bool
    free: bool

    @property
    def gap(self) -> float:
        """Give how far days are apart, in points."""
        return self.size * _BETWEEN_DAYS


def spread(week: WeekProgramme, room: float, high: float, slip: float) -> Spread:
    """Put the week on two pages of `room` by `high` points, the second one without `slip` points where it can.

    First the type gets smaller, then what is there every day is told once, then facts are left out, then only so many
    activities are told as there is place for, the rarest of each day first.
    """
    all_days = told_week(week)
    joined = _joined(week, all_days)
    tried = [(all_days, size, slip) for size in _SIZES if size >= _FREE_FROM]
    tried += [(all_days, size, 0.0) for size in _SIZES]
    tried += [(joined, size, slip) for size in _SIZES if size >= _FREE_FROM]
    tried += [(days, size, 0.0) for days, size in product((joined, _shorter(joined)), _SIZES)]
    for days, size, less in tried:
        gap = size * _BETWEEN_DAYS
        pages = paginate([_block(day, size, room) for day in days], high, high - less, gap)
        if len(pages) <= _PAGES:
            return _made(_balanced(pages, high - less, gap), size, more=False, free=less > 0)
    best = ranked(week, _MOST[0])
    for most in _MOST:
        kept = _fewer(all_days, week, best[:most])
        pages = paginate([_block(day, LEAST, room) for day in kept], high, high - 2 * LEAST, LEAST * _BETWEEN_DAYS)
        if len(pages) <= _PAGES:
            break
    return _made(_balanced(pages, high - 2 * LEAST, LEAST * _BETWEEN_DAYS), LEAST, more=True, free=False)


def _made(pages: Sequence[Sequence[Part]], size: float, *, more: bool, free: bool) -> Spread:
    left, right = (tuple(page) for page in (*pages, ())[:_PAGES])
    return Spread(left, right, size, more, free)


def _balanced(pages: Sequence[Sequence[Part]], room: float, gap: float) -> list[Sequence[Part]]:
    """Move days to the second page, `room` points high, while the first one stays the fuller one."""
    left, right = (*pages, ())[:_PAGES]
    while len(left) > 1 and not (right and right[0].continued):
        longer = (left[-1], *right)
        if _high(longer, gap) > min(room, _high(left[:-1], gap)):
            break
        left, right = left[:-1], longer
    return [left, right]


def _high(parts: Sequence[Part], gap: float) -> float:
    return sum(part.height for part in parts) + gap * max(0, len(parts) - 1)


def _joined(week: WeekProgramme, days: Sequence[ToldDay]) -> list[ToldDay]:
    """Tell what is there nearly every day once, with its days, before the others."""
    usual = walk_ins(week)
    entries = [entry for day in week.days for entry in day.occurrences]
    runs = together(entry for entry in entries if entry.series.id in usual and not entry.changed)
    once = []
    for run in runs:
        said = told(run.occurrence)
        once.append(replace(said, facts=(at_a_glance.short_days(run.days), *said.facts)))
    gone = {(run.series.id, run.series.starts, on) for run in runs for on in run.days}
    left = [_without(day, gone) for day in days]
    first = [ToldDay(None, translate("Nearly every day"), "", tuple(once))] if once else []
    return [*first, *(day for day in left if day.entries or day.note)]


def _without(day: ToldDay, gone: set[tuple[UUID, time, date]]) -> ToldDay:
    kept = (one for one in day.entries if not one.goes_on or (one.series, one.starts, day.first) not in gone)
    return replace(day, entries=tuple(kept))


def _shorter(days: Iterable[ToldDay]) -> list[ToldDay]:
    """Leave out the facts, but for what is joined: on which days that is."""
    return [
        replace(day, entries=tuple(replace(one, facts=one.facts[: int(day.first is None)]) for one in day.entries))
        for day in days
    ]


def _fewer(days: Iterable[ToldDay], week: WeekProgramme, best: Iterable[Highlight]) -> list[ToldDay]:
    """Keep only the best, without facts; a day of which nothing is left is not told, unless it is closed."""
    kept = {(one.series.id, one.series.starts, on) for one in best for on in one.days}
    shut = {day.on for day in week.days if not at_a_glance.is_open(day)}
    left = []
    for day in days:
        entries = [one for one in day.entries if one.goes_on and (one.series, one.starts, day.first) in kept]
        if entries or day.first in shut:
            bare = tuple(replace(one, facts=()) for one in entries)
            left.append(replace(day, note=day.note[:_MOST_NOTE], entries=bare))
    return left


def _block(day: ToldDay, size: float, room: float) -> Block:
    colour = DAY_COLOURS[day.first.weekday()] if day.first else MAIN
    large = size * 1.16
    lines = [_line(said, Face.BOLD, large, colour) for said in wrap(day.heading, Face.BOLD, large, room)]
    note = wrap(day.note[:1].upper() + day.note[1:], Face.MEDIUM, size, room)
    lines += [_line(said, Face.MEDIUM, size, INK) for said in note]
    entries = [_entry(one, size, room) for one in day.entries]
    # A day's name stands with the first that is on.
    first = Entry((*lines, *(entries[0].lines if entries else ())))
    return Block((first, *entries[1:]), colour, day.first, framed=False)


def _entry(one: Row, size: float, room: float) -> Entry:
    small = max(LEAST, size * 0.94)
    left = width("00.00\u201300.00", Face.MEDIUM, size) + size * 0.8
    name = wrap(one.name, Face.BOLD, size, room - left)
    lines = [[Piece(said, Face.BOLD, size, left)] for said in name]
    lines[0].insert(0, Piece(one.when, Face.MEDIUM, size))
    face, colour = (Face.REGULAR, SOFT_INK) if one.goes_on else (Face.BOLD, INK)
    # Who leads is said where it is somebody.
    nobody = translate("the host on duty")
    facts = wrap_parts([fact for fact in one.facts if fact != nobody], face, small, room - left)
    wide = width(facts[0], face, small) if len(facts) == 1 else room
    if wide <= room - left - width(name[-1], Face.BOLD, size) - size:
        lines[-1].append(Piece(facts[0], face, small, room - wide, colour))
    else:
        lines += [[Piece(said, face, small, left, colour)] for said in facts]
    return Entry(tuple(Line(tuple(pieces)) for pieces in lines))


def _line(said: str, face: Face, size: float, colour: str) -> Line:
    return Line((Piece(said, face, size, 0.0, colour),))
