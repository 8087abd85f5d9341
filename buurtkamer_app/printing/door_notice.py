"""A notice for the door, to be read from metres away: the room is closed, an activity moved or does not go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.by_hand import dotted
from buurtkamer_app.printing.dress import MAIN
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
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.planner.closing.records import ClosedDays
    from buurtkamer_app.printing.house import House

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
_JOINED: Final = "\u00a0"
_INSET: Final = 20.0
_LOGO: Final = 60.0
# Lines to write on are so far apart: for a marker pen.
_WRITTEN: Final = 84.0
_WRITTEN_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class DoorNotice:
    """What a notice says: what it is about in a word or two, when, why, and what is instead.

    `lines` are left open between when and why, to write on; `about` is a day of its week (None: that of the printing).
    """

    heading: str
    when: tuple[str, ...]
    why: str = ""
    instead: tuple[str, ...] = ()
    lines: int = 0
    about: date | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    face: Face
    size: float
    gap: float
    written: bool = False

    @property
    def height(self) -> float:
        return self.size * (1.0 if self.written else LEADING) + self.gap


def of_closed_days(told: ClosedDays) -> DoorNotice:
    """Say that the room, or a space of it, is closed: when, why, what is on another day and when it is open again."""
    closure = told.closure
    space = printable(closure.space)
    heading = translate("{space} is closed", space=space) if space else translate("Closed")
    when = [_days(closure.first, closure.last)]
    if closure.starts is not None and closure.ends is not None:
        when.append(words.span(closure.starts, closure.ends))
    instead = [_elsewhere(entry) for entry in told.moved]
    if told.opens is not None:
        day, hours = _days(told.opens[0], told.opens[0]), words.clock(told.opens[1])
        instead.append(translate("We are open again on {day} at {time}.", day=day, time=hours))
    return DoorNotice(heading, tuple(when), closure.reason, tuple(instead), about=closure.first)


def _days(first: date, last: date) -> str:
    """Say a day, or from which to which; a day is not parted from its number and month."""
    pattern = "EEEE d MMMM" if first.year == last.year else "EEEE d MMMM y"
    until = words.said(last, pattern).replace(" ", _JOINED)
    if first == last:
        return until
    same = (first.year, first.month) == (last.year, last.month)
    begins = words.said(first, "EEEE d" if same else pattern).replace(" ", _JOINED)
    message = "{first} and {last}" if (last - first).days == 1 else "{first} to {last}"
    return translate(message, first=begins, last=until)


def of_moved(entry: Occurrence, was: date | None = None) -> DoorNotice:
    """Say that an activity is on another day, or does not go on; `was` is the day on which it would have been."""
    name, series = printable(entry.series.name) or "…", entry.series
    was = was or entry.rule_date or entry.on
    if entry.cancelled is not None:
        told = (words.said(entry.on, "EEEE d MMMM"), translate("does not go on"))
        return DoorNotice(name, told, entry.cancelled, about=was)
    when = (words.said(entry.on, "EEEE d MMMM"), words.span(series.starts, series.ends))
    place = printable(series.space)
    instead = [place] if place else []
    if was == entry.on:
        return DoorNotice(
            name, (translate("is now on"), *when) if entry.changed else when, "", tuple(instead), about=was
        )
    instead.append(translate("Not on {day}.", day=words.said(was, "EEEE d MMMM")))
    return DoorNotice(name, (translate("is now on"), *when), "", tuple(instead), about=was)


def back_soon() -> DoorNotice:
    """Give the notice for who is alone and goes out for a moment: at what time they are back is written by hand."""
    return DoorNotice(translate("Back in a moment"), (translate("We are here again at:"),), lines=1)


def to_write() -> DoorNotice:
    """Give a notice that is written by hand."""
    return DoorNotice(translate("Please note"), (), lines=_WRITTEN_LINES)


def door_notices(notices: Sequence[DoorNotice], house: House) -> bytes:
    """Make notices as a PDF, each on pages of its own; the same data gives the same bytes.

    Each in the largest type with which it fits on one page. StoreError when the program's letters are missing.
    """
    heading = printable(notices[0].heading) or "…"
    sheet = Sheet(f"{heading} · {house.name}", house.name, dress=house.dress)
    under = wrap_parts(house.whose, Face.REGULAR, SMALLEST, ROOM)[:_MOST_FOOT_LINES]
    for notice in notices:
        _draw(sheet, notice, under, house.dated(notice.about))
    return sheet.done()


def _draw(sheet: Sheet, notice: DoorNotice, under: Sequence[str], dated: str) -> None:
    sheet.entry(printable(notice.heading) or "…")
    logo, wide = _LOGO + 12 if sheet.dress.look.logo else 0.0, logo_size(sheet.dress, _LOGO)[0]
    top = MARGIN + _INSET + logo
    space = HEIGHT - MARGIN - foot_height(under) - _INSET - top
    pages = _broken(notice, space)
    for number, page in enumerate(pages, start=1):
        sheet.frame((MARGIN, MARGIN), (ROOM, space + logo + 2 * _INSET - 10), line=MAIN, weight=6)
        put_logo(sheet, ((WIDTH - wide) / 2, MARGIN + _INSET), _LOGO)
        down = top + max(0.0, space - sum(row.height for row in page)) / 2
        for row in page:
            if row.written:
                dotted(sheet, MARGIN + 2 * _INSET, WIDTH - MARGIN - 2 * _INSET, down + row.size, weight=2.4)
            else:
                sheet.text_middle(row.words, (WIDTH / 2, down), row.face, row.size, INK)
            down += row.height
        foot(sheet, under, dated, f"{number}/{len(pages)}")
        sheet.turn()


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
    for number in range(1, notice.lines + 1):
        yield _Row(
            "", Face.REGULAR, _WRITTEN * max(step, _SMALLER), _WHEN if number == notice.lines else 0.0, written=True
        )
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
