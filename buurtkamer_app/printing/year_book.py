"""The year book: the wall sheets of all weeks of a year in one file, as they were, behind a cover to find them by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    SOFT_INK,
    WHITE,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wall_sheet import Wall
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.wishes.records import BecameTrue

_YEAR: Final = 64.0
_NAME: Final = 26.0
_LOGO: Final = 90.0
_MOST_NAME_LINES: Final = 5
_MOST_FOOT_LINES: Final = 6
_COLUMNS: Final = 4
_HIGHEST_ROW: Final = 38.0


@dataclass(frozen=True, slots=True)
class BookWeek:
    """A week of the year, and what became of wishes by then."""

    programme: WeekProgramme
    became: Sequence[BecameTrue]


def year_book(year: int, weeks: Sequence[BookWeek], house: House, *, pictures: bool = True) -> bytes:
    """Make the year book as a PDF, a cover and a wall sheet a week; `house` is the room as it is now.

    The same data gives the same bytes. StoreError when letters or pictures are missing.
    """
    title = translate("The year {year} in {room}", year=year, room=house.name)
    sheet = Sheet(title, house.name, dress=house.dress)
    walls = [
        Wall(week.programme, week.became, replace(house, facts=week.programme.facts), pictures=pictures)
        for week in weeks
    ]
    pages = [1, *accumulate((wall.pages for wall in walls), initial=1)]
    sheet.entry(title)
    _cover(sheet, year, weeks, house, pages[-1])
    for wall, week, before in zip(walls, weeks, pages[1:], strict=False):
        sheet.canvas.bookmarkPage(_key(week))
        days = words.days(week.programme.monday, week.programme.days[-1].on)
        sheet.canvas.addOutlineEntry(f"{wall.number} · {days}", _key(week), 0)
        wall.draw(sheet, before=before, total=pages[-1])
    return sheet.done()


def _key(week: BookWeek) -> str:
    return f"week-{week.programme.monday.isoformat()}"


def _cover(sheet: Sheet, year: int, weeks: Sequence[BookWeek], house: House, total: int) -> None:
    filled = house.dress.filled
    logo = logo_size(house.dress, _LOGO)[0]
    room = ROOM - (logo + 20 if logo else 0)
    name = wrap(house.name, Face.BOLD, _NAME, room)[:_MOST_NAME_LINES]
    bottom = MARGIN + (_YEAR + len(name) * _NAME) * LEADING + 8
    sheet.head(bottom)
    down = MARGIN - 4
    if logo:
        put_logo(sheet, (WIDTH - MARGIN - logo, (bottom - _LOGO) / 2), _LOGO, plate=filled)
    sheet.text(str(year), (MARGIN, down), Face.BOLD, _YEAR, WHITE if filled else MAIN)
    down += _YEAR * LEADING
    for line in name:
        sheet.text(line, (MARGIN, down), Face.BOLD, _NAME, WHITE if filled else INK)
        down += _NAME * LEADING
    lines = wrap_parts(house.whose, Face.REGULAR, SMALLEST, ROOM)[:_MOST_FOOT_LINES]
    _contents(sheet, weeks, bottom + 16, HEIGHT - MARGIN - foot_height(lines) - 8)
    made = translate("made on {date}", date=words.said(house.printed_on, "d MMMM y"))
    foot(sheet, lines, made, f"1/{total}")
    sheet.turn()


def _contents(sheet: Sheet, weeks: Sequence[BookWeek], top: float, bottom: float) -> None:
    """Name every week, its Monday and how much is on, in columns; each leads to its page."""
    sheet.text(translate("The weeks of this year"), (MARGIN, top), Face.BOLD, 16, SECOND)
    top += 16 * LEADING + 4
    rows = -(-len(weeks) // _COLUMNS)
    wide, row = ROOM / _COLUMNS, min(_HIGHEST_ROW, (bottom - top) / rows)
    for place, week in enumerate(weeks):
        left, down = MARGIN + (place // rows) * wide, top + (place % rows) * row
        _week(sheet, week, (left, down), (wide - 12, row))


def _week(sheet: Sheet, week: BookWeek, at: tuple[float, float], size: tuple[float, float]) -> None:
    (left, down), (wide, row) = at, size
    monday = week.programme.monday
    count = sum(entry.goes_on for day in week.programme.days for entry in day.occurrences)
    sheet.rule(left, left + wide, down, colour=LINE)
    number = translate("Week {week}", week=monday.isocalendar().week)
    sheet.text(number, (left, down + 1.5), Face.BOLD, SMALLEST)
    sheet.text_right(words.said(monday, "d MMM"), (left + wide, down + 1.5), Face.REGULAR, SMALLEST, SOFT_INK)
    told = translate("1 activity") if count == 1 else translate("{count} activities", count=count)
    lower = down + 1.5 + SMALLEST * LEADING
    sheet.text(told if count else translate("no activities"), (left, lower), Face.REGULAR, SMALLEST, SOFT_INK)
    high = sheet.paper.high
    sheet.canvas.linkRect("", _key(week), (left, high - down - row + 2, left + wide, high - down), Border="[0 0 0]")
