"""The rota of a week or a month on paper: who is on when, what is open; phone numbers only for the back room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import DAY_COLOURS, LEADING, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.rota_paper import Downward, numbered
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper

_SIZE: Final = 13.0
_DAY: Final = 14.0
# In points from the margin: where the part of the day, the times and the names stand.
_WHEN: Final = 92.0
_TIMES: Final = 188.0
_NAMES: Final = 286.0
_AIR: Final = 5.0


def rota_sheet(paper: RotaPaper) -> bytes:
    """Make the sheet as a PDF. Nothing is cut off, however long a name is; the same data gives the same bytes.

    StoreError when the program's letters are missing.
    """

    def write(pages: int) -> tuple[bytes, int]:
        warning = translate("For the back room: do not hang this where visitors read it.") if paper.phones else ""
        sheet = Downward(paper.facts, paper.title, paper.printed_on, warning, pages)
        if not paper.days:
            sheet.lines(translate("There are no shifts in these days."), Face.REGULAR, _SIZE)
        week = page = 0
        for day in paper.days:
            number = day.on.isocalendar().week
            # A day stays together where it can, and its week stands above it, on each page anew.
            sheet.need(_height(day) + SMALLEST * LEADING)
            if (number, sheet.page) != (week, page):
                sheet.lines(translate("Week {number}", number=number), Face.BOLD, SMALLEST, colour=SOFT_INK)
            week, page = number, sheet.page
            _day(sheet, day)
        if paper.phones:
            _phones(sheet, paper)
        return sheet.done(), sheet.page

    return numbered(write)


def _height(day: PaperDay) -> float:
    """Give how high a day is in points, at most what some of a page has room for."""
    height = sum(_lines(shift) for shift in day.shifts) * _SIZE * LEADING
    return min(max(height, 2 * _DAY * LEADING) + (3 + len(day.shifts) / 2) * _AIR, 400)


def _day(sheet: Downward, day: PaperDay) -> None:
    """Write a day: its name to the left, a line or more for each shift beside it."""
    sheet.rule()
    sheet.down += _AIR
    colour = DAY_COLOURS[day.on.weekday()]
    top, page = sheet.down, sheet.page
    sheet.text(words.said(day.on, "EEEE").capitalize(), 0, Face.BOLD, _DAY, colour)
    sheet.down += _DAY * LEADING
    sheet.text(words.said(day.on, "d MMMM"), 0, Face.REGULAR, SMALLEST, SOFT_INK)
    label = sheet.down + SMALLEST * LEADING
    sheet.down = top
    if day.closed is not None:
        told = translate("Closed: {why}", why=printable(day.closed)) if day.closed else translate("Closed")
        sheet.lines(told, Face.BOLD, _SIZE, left=_WHEN, colour=SECOND)
    for shift in day.shifts:
        _shift(sheet, shift)
    if sheet.page == page:
        sheet.down = max(sheet.down, label)
    sheet.down += _AIR


def _rows(shift: PaperShift) -> tuple[list[tuple[str, float]], list[tuple[str, bool]]]:
    """Break a shift into lines.

    To the left what it is and when, each with how far its times stand from the margin (0: there are none on it); to the
    right who is on, true for what is still needed.
    """
    what = wrap(printable(shift.task or shift.part), Face.BOLD, _SIZE, _NAMES - _WHEN - _AIR)
    when = [(line, 0.0) for line in what]
    if len(what) == 1 and width(what[0], Face.BOLD, _SIZE) <= _TIMES - _WHEN - _AIR:
        when = [(what[0], _TIMES)]
    else:
        when.append(("", _TIMES))
    room = ROOM - _NAMES
    names = [(line, False) for line in wrap_parts([printable(one) for one in shift.names], Face.REGULAR, _SIZE, room)]
    names += [(line, True) for line in wrap(printable(shift.needed), Face.BOLD, _SIZE, room)]
    return when, names


def _lines(shift: PaperShift) -> int:
    when, names = _rows(shift)
    return max(len(when), len(names))


def _shift(sheet: Downward, shift: PaperShift) -> None:
    when, names = _rows(shift)
    for number in range(max(len(when), len(names))):
        sheet.need(_SIZE * LEADING)
        if number < len(when):
            what, times = when[number]
            sheet.text(what, _WHEN, Face.BOLD, _SIZE, MAIN)
            if times:
                sheet.text(words.span(shift.starts, shift.ends), times, Face.REGULAR, _SIZE, SOFT_INK)
        if number < len(names):
            line, is_open = names[number]
            face = Face.BOLD if is_open else Face.REGULAR
            sheet.text(line, _NAMES, face, _SIZE, *([SECOND] if is_open else []))
        sheet.down += _SIZE * LEADING
    sheet.down += _AIR / 2


def _phones(sheet: Downward, paper: RotaPaper) -> None:
    """Write the names with their numbers, under each other."""
    sheet.need(4 * _DAY * LEADING)
    sheet.rule()
    sheet.down += 2 * _AIR
    sheet.lines(translate("Phone numbers"), Face.BOLD, _DAY, colour=MAIN)
    for name, number in paper.phones:
        told = wrap(printable(name), Face.REGULAR, _SIZE, _NAMES - _AIR)
        numbers = wrap(printable(number), Face.BOLD, _SIZE, ROOM - _NAMES)
        for place in range(max(len(told), len(numbers))):
            sheet.need(_SIZE * LEADING)
            if place < len(told):
                sheet.text(told[place], 0, Face.REGULAR, _SIZE)
            if place < len(numbers):
                sheet.text(numbers[place], _NAMES, Face.BOLD, _SIZE)
            sheet.down += _SIZE * LEADING
