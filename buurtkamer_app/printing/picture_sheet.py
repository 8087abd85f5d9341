"""The pictogram sheet: the week for who does not read well, in pictures, clocks, coins and a shape for every day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import picture_blocks as blocks
from buurtkamer_app.printing import words
from buurtkamer_app.printing.clock_face import put_clock, put_light
from buurtkamer_app.printing.coins import money_height, put_money
from buurtkamer_app.printing.day_marks import put_mark
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import (
    DAY_COLOURS,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    SOFT_INK,
    WHITE,
    Sheet,
)
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.picture_blocks import Day
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.picture_blocks import Row, Words

_TITLE: Final = 26.0
_UNDER: Final = 17.0
_MOST_TITLE_LINES: Final = 6
_LOGO: Final = 52.0
_GAP: Final = 10.0
_AIR: Final = 16.0  # at most, more for each row of a page that is not full
_PAD: Final = 8.0
_MARK: Final = 54.0
_DAY_SIZE: Final = 17.0
_DATE_SIZE: Final = 14.0
_LEAST_DAY: Final = 100.0
_WRONG: Final = "#a0303c"


class _Pictures:
    """One sheet, broken into pages and drawn."""

    def __init__(self, week: WeekProgramme, house: House) -> None:
        title = translate("This week in {room}", room=house.name)
        self._when = words.days(week.monday, week.days[-1].on)
        self._sheet = Sheet(house.week(week), house.name, dress=house.dress)
        self._foot = foot_of(house, week.monday)
        self._monday = week.monday
        self._logo = logo_size(house.dress, _LOGO)[0]
        room = ROOM - (self._logo + 12 if self._logo else 0.0)
        self._title = wrap_whole(title, house.name, Face.BOLD, _TITLE, room)[:_MOST_TITLE_LINES]
        self._week = week

    def made(self) -> bytes:
        """Draw every page: with as much room as takes no page more than the least."""
        tried = [self._pages(blocks.days(self._week, pad)) for pad in blocks.PADS]
        pages = next(pages for pages in tried if len(pages) <= len(tried[-1]))
        for number, page in enumerate(pages, 1):
            down = self._head(number)
            air = self._air(page, self._room(number))
            for day in page:
                down += self._day(day, down, air) + _GAP
            self._foot.put(self._sheet, number, len(pages))
            self._sheet.turn()
        return self._sheet.done()

    def _top(self, page: int) -> float:
        """Tell where the days begin."""
        if page > 1:
            return MARGIN
        return MARGIN + max(len(self._title) * _TITLE * LEADING + _UNDER * LEADING, self._logo and _LOGO) + 14

    def _room(self, page: int) -> float:
        return self._sheet.paper.high - MARGIN - self._foot.height - self._top(page)

    def _pages(self, days: list[Day]) -> list[list[Day]]:
        """Put whole days on pages; one that is longer than a page goes on on the next."""
        pages: list[list[Day]] = [[]]
        left = self._room(1)
        for day in days:
            waiting = list(day.rows)
            while waiting:
                whole, fresh = _height(waiting), self._room(len(pages) + 1)
                if whole > left and pages[-1] and (whole <= fresh or _height(waiting[:1]) > left):
                    pages.append([])
                    left = self._room(len(pages))
                    continue
                fitting = next((n for n in range(len(waiting), 1, -1) if _height(waiting[:n]) <= left), 1)
                pages[-1].append(Day(day.day, tuple(waiting[:fitting])))
                left -= _height(waiting[:fitting]) + _GAP
                waiting = waiting[fitting:]
        return pages

    def _air(self, page: list[Day], room: float) -> float:
        """Give what each row of a page may be higher."""
        rows = sum(len(day.rows) for day in page)
        spare = room - sum(_height(day.rows) for day in page) - _GAP * len(page)
        return max(0.0, min(_AIR, spare / rows))

    def _head(self, page: int) -> float:
        """Write whose week it is on the first page; give where the days begin."""
        if page == 1:
            self._sheet.entry(" ".join(self._title))
            put_logo(self._sheet, (MARGIN, MARGIN), _LOGO)
            left, down = MARGIN + (self._logo + 12 if self._logo else 0.0), MARGIN - 4
            for line in self._title:
                self._sheet.text(line, (left, down), Face.BOLD, _TITLE, MAIN)
                down += _TITLE * LEADING
            self._sheet.text(self._when, (left, down), Face.REGULAR, _UNDER, SOFT_INK)
            self._sheet.rule(MARGIN, MARGIN + ROOM, self._top(1) - 12, colour=MAIN, weight=2.2)
        return self._top(page)

    def _day(self, day: Day, down: float, air: float) -> float:
        """Draw a day from `down` on; give how high it is."""
        sheet, on = self._sheet, day.day.on
        high = max(_height(day.rows), sum(row.height + air for row in day.rows))
        colour, filled = DAY_COLOURS[on.weekday()], self._sheet.dress.filled
        sheet.frame((MARGIN, down), (ROOM, high), line=colour, weight=2.2)
        sheet.frame((MARGIN, down), (blocks.DAY, high), line=colour, fill=colour if filled else "", weight=2.2)
        self._label(day, down, high, WHITE if filled else colour)
        each = high / len(day.rows) - sum(row.height for row in day.rows) / len(day.rows)
        for number, row in enumerate(day.rows):
            if number:
                sheet.rule(blocks.LEFT, MARGIN + ROOM - _PAD, down, colour=LINE)
            self._row(row, down + each / 2)
            down += row.height + each
        return high

    def _label(self, day: Day, down: float, high: float, ink: str) -> None:
        """Draw the shape of a day, and write its name and date below it."""
        sheet, middle = self._sheet, MARGIN + blocks.DAY / 2
        said = words.said(day.day.on, "EEEE"), words.said(day.day.on, "d MMMM")
        lines = [(line, face, _fitting(line, face)) for line, face in zip(said, (Face.BOLD, Face.REGULAR), strict=True)]
        words_high = sum(size * LEADING for _, _, size in lines)
        side = min(_MARK, high - words_high - 3 * _PAD)
        down += min(_PAD * 2, (high - side - words_high - _PAD) / 2)
        put_mark(sheet, day.day.on.weekday(), (middle - side / 2, down), side, colour=ink)
        down += side + _PAD
        for line, face, size in lines:
            sheet.text_middle(line, (middle, down), face, size, ink)
            down += size * LEADING

    def _row(self, row: Row, top: float) -> None:
        """Draw a row: all of it in the middle of its height, what stands below its picture apart."""
        sheet = self._sheet
        under = row.below.height + blocks.BELOW if row.below.lines else 0.0
        middle = top + (row.height - under) / 2
        put_picture(sheet, row.picture, (blocks.LEFT, middle - blocks.PICTURE / 2), blocks.PICTURE)
        beside = row.name.height + (blocks.SIGN_UP if row.sign_up else 0.0)
        down = self._lines(row.name, (blocks.NAME, middle - beside / 2), Face.BOLD)
        if row.sign_up:
            put_picture(sheet, "pen", (blocks.NAME, down + 2), SMALLEST * LEADING)
            at = (blocks.NAME + SMALLEST * LEADING + 5, down + 2)
            sheet.text(row.sign_up, at, Face.REGULAR, SMALLEST, SOFT_INK)
        face = Face.REGULAR if row.cents is None and not row.crossed else Face.BOLD
        self._lines(row.below, (blocks.LEFT, top + row.height - under), face)
        if row.starts is not None:
            self._time(row.starts, middle)
        self._cost(row, middle)
        if row.crossed:
            self._cross(blocks.LEFT, middle, blocks.PICTURE)
            if row.starts is not None:
                self._cross(blocks.CLOCK, middle, blocks.CLOCK_SIDE)

    def _time(self, at: time, middle: float) -> None:
        sheet, side = self._sheet, blocks.CLOCK_SIDE
        put_clock(sheet, (blocks.CLOCK, middle - side / 2), side, at)
        put_light(sheet, (blocks.TIME + 13, middle - 24), 21.0, at)
        sheet.text(words.clock(at), (blocks.TIME, middle - 2), Face.BOLD, blocks.TIME_SIZE)

    def _cost(self, row: Row, middle: float) -> None:
        """Draw the money and write how much it is, or write that it does not go on."""
        room = blocks.COST_ROOM
        money = money_height(row.cents, room) + 3 if row.cents is not None else 0.0
        down = middle - (money + row.cost.height) / 2
        if row.cents is not None:
            put_money(self._sheet, row.cents, (blocks.COST, down), room)
        colour = _WRONG if row.crossed else INK
        self._lines(row.cost, (blocks.COST, down + money), Face.BOLD, colour)

    def _lines(self, said: Words, at: tuple[float, float], face: Face, colour: str = INK) -> float:
        """Write lines; give where they end."""
        left, down = at
        for line in said.lines:
            self._sheet.text(line, (left, down), face, said.size, colour)
            down += said.size * LEADING
        return down

    def _cross(self, left: float, middle: float, side: float) -> None:
        """Cross a picture out."""
        canvas, half = self._sheet.canvas, side / 2
        up = self._sheet.paper.high - middle
        canvas.saveState()
        canvas.setLineCap(1)
        for colour, thick in ((WHITE, 8.0), (self._sheet.dress.paint(_WRONG), 4.5)):
            canvas.setStrokeColor(HexColor(colour))
            canvas.setLineWidth(thick)
            canvas.line(left, up - half, left + side, up + half)
            canvas.line(left, up + half, left + side, up - half)
        canvas.restoreState()


def _fitting(line: str, face: Face) -> float:
    """Give the type size in which a day or date fits into its cell."""
    sizes = (_DAY_SIZE, _DATE_SIZE, SMALLEST + 1, SMALLEST)
    room = blocks.DAY - 10
    return next((size for size in sizes if width(line, face, size) <= room), SMALLEST)


def _height(rows: Sequence[Row]) -> float:
    """Give how high rows of a day are, at least as high as what is said of the day."""
    return max(_LEAST_DAY, sum(row.height for row in rows))


def picture_sheet(week: WeekProgramme, house: House) -> bytes:
    """Make the pictogram sheet of a week as a PDF; the same data gives the same bytes.

    StoreError when the program's letters or pictures are missing.
    """
    return _Pictures(week, house).made()
