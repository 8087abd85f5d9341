"""A notice for the door, to be read from metres away: the room is closed, an activity moved or does not go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    MARGIN,
    ROOM,
    SMALLEST,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.planner.closing.records import ClosedDays
    from buurtkamer_app.room.records import RoomFacts

# Capitals of 100 points are 25 mm high: they are read from ten metres.
_HEADING: Final = 118.0
_WHEN: Final = 50.0
_WHY: Final = 40.0
_REST: Final = 28.0
# Tried from large to small, one step a time; with the last one a long text goes on on a next page.
_STEPS: Final = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48, 0.43)
_GAP: Final = 0.55  # of the type above it
_SMALLER: Final = 0.5
_MOST_FOOT_LINES: Final = 6
_INSET: Final = 20.0


@dataclass(frozen=True, slots=True)
class DoorNotice:
    """What a notice says: what it is about in a word or two, when, why, and what is instead."""

    heading: str
    when: tuple[str, ...]
    why: str = ""
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    face: Face
    size: float
    gap: float

    @property
    def height(self) -> float:
        return self.size * LEADING + self.gap


def of_closed_days(told: ClosedDays) -> DoorNotice:
    """Say that the room, or a space of it, is closed: when, why, what is on another day and when it is open again."""
    closure = told.closure
    space = printable(closure.space)
    heading = translate("{space} is closed", space=space) if space else translate("Closed")
    one = closure.first == closure.last
    when = [words.said(closure.first, "EEEE d MMMM") if one else words.days(closure.first, closure.last)]
    if closure.starts is not None and closure.ends is not None:
        when.append(words.span(closure.starts, closure.ends))
    instead = [_elsewhere(entry) for entry in told.moved]
    if told.opens is not None:
        day, hours = words.said(told.opens[0], "EEEE d MMMM"), words.clock(told.opens[1])
        instead.append(translate("We are open again on {day} at {time}.", day=day, time=hours))
    return DoorNotice(heading, tuple(when), closure.reason, tuple(instead))


def of_moved(entry: Occurrence, was: date | None = None) -> DoorNotice:
    """Say that an activity is on another day, or does not go on; `was` is the day on which it would have been."""
    name, series = printable(entry.series.name) or "…", entry.series
    was = was or entry.rule_date or entry.on
    if entry.cancelled is not None:
        told = (words.said(entry.on, "EEEE d MMMM"), translate("does not go on"))
        return DoorNotice(name, told, entry.cancelled)
    when = [words.said(entry.on, "EEEE d MMMM"), words.span(series.starts, series.ends)]
    place = printable(series.space)
    instead = [place] if place else []
    if was != entry.on:
        instead.append(translate("Not on {day}.", day=words.said(was, "EEEE d MMMM")))
    return DoorNotice(name, (translate("is now on"), *when), "", tuple(instead))


def door_notice(notice: DoorNotice, facts: RoomFacts, *, printed_on: date) -> bytes:
    """Make the notice as a PDF, in the largest type with which it fits on one page; the same data, the same bytes.

    StoreError when the program's letters are missing.
    """
    room = printable(facts.name)
    heading = printable(notice.heading) or "…"
    sheet = Sheet(f"{heading} · {room}", room)
    address = printable(", ".join(part for part in (facts.street, f"{facts.postcode} {facts.city}") if part.strip()))
    whose = [part for part in (room, address, printable(facts.phone)) if part]
    under = wrap_parts(whose, Face.REGULAR, SMALLEST, ROOM)[:_MOST_FOOT_LINES]
    dated = translate("made on {date}", date=words.said(printed_on, "d MMMM y"))
    top = MARGIN + _INSET
    space = HEIGHT - MARGIN - foot_height(under) - _INSET - top
    pages = _broken(notice, space)
    for number, page in enumerate(pages, start=1):
        sheet.frame((MARGIN, MARGIN), (ROOM, space + 2 * _INSET - 10), line=INK, weight=6)
        down = top + max(0.0, space - sum(row.height for row in page)) / 2
        for row in page:
            left = (WIDTH - _wide(row)) / 2
            sheet.text(row.words, (left, down), row.face, row.size, INK)
            down += row.height
        foot(sheet, under, dated, f"{number}/{len(pages)}")
        sheet.turn()
    return sheet.done()


def _elsewhere(entry: Occurrence) -> str:
    """Say where and when an activity is instead."""
    series = entry.series
    facts = (
        words.said(entry.on, "EEEE d MMMM"),
        words.span(series.starts, series.ends),
        printable(series.space),
    )
    return f"{printable(series.name) or '…'}: {', '.join(part for part in facts if part)}"


def _broken(notice: DoorNotice, space: float) -> list[list[_Row]]:
    for step in _STEPS:
        rows = list(_rows(notice, step))
        if sum(row.height for row in rows) <= space:
            return [rows]
    pages: list[list[_Row]] = [[]]
    left = space
    for row in rows:
        if row.height > left and pages[-1]:
            pages.append([])
            left = space
        pages[-1].append(row)
        left -= row.height
    return pages


def _rows(notice: DoorNotice, step: float) -> Iterable[_Row]:
    yield from _lines(printable(notice.heading) or "…", Face.BOLD, _HEADING * step)
    for line in notice.when:
        yield from _lines(printable(line), Face.BOLD, _WHEN * step)
    yield from _lines(printable(notice.why), Face.REGULAR, _WHY * step)
    for line in notice.instead:
        yield from _lines(printable(line), Face.MEDIUM, _REST * step)


def _lines(said: str, face: Face, size: float) -> list[_Row]:
    """Break a text into lines; so that no word is cut, a long one makes them smaller, down to half their size."""
    room = ROOM - 2 * _INSET
    longest = max((width(word, face, size) for word in said.split(" ")), default=0.0)
    size *= min(1.0, max(_SMALLER, room / longest)) if longest else 1.0
    lines = wrap(said, face, size, room)
    return [
        _Row(line, face, size, size * _GAP if number == len(lines) else 0.0)
        for number, line in enumerate(lines, start=1)
    ]


def _wide(row: _Row) -> float:
    return width(row.words, row.face, row.size)
