"""The wall sheet: the week on A4, for the door and the wall, without a visitor's name."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN, SECOND, TINT
from buurtkamer_app.printing.flow import Line, Part, paginate, spread
from buurtkamer_app.printing.house_style import (
    BASELINE,
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    WHITE,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wall_blocks import Setting, coming_in, days, label_width, wishes
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.wishes.records import BecameTrue

# Tried from large to small, facts below the name first: the largest that takes no page more than the smallest.
_SIZES: Final = (17.0, 16.0, 15.0, 14.0, 13.5, 13.0, 12.5, SMALLEST)
_TITLE: Final = 27.0
_UNDER: Final = 15.0
# A name of a thousand letters must leave room for the week; on the sheets after the first it stands in the footer.
_MOST_TITLE_LINES: Final = 8
_MOST_FOOT_LINES: Final = 6


class _Wall:
    """One wall sheet: what it says, measured, broken into pages and drawn."""

    def __init__(self, week: WeekProgramme, became: Sequence[BecameTrue], house: House) -> None:
        self._week = week
        self._became = became
        self._filled = house.dress.filled
        room = self.author = house.name
        self.title = translate("This week in {room}", room=room)
        number = translate("Week {week}", week=week.monday.isocalendar().week)
        self._under = wrap_parts((number, words.days(week.monday, week.days[-1].on)), Face.REGULAR, _UNDER, ROOM)
        self._heading = wrap(self.title, Face.BOLD, _TITLE, ROOM)[:_MOST_TITLE_LINES]
        self._dated = house.dated(week.monday)
        self._foot = wrap_parts(house.whose, Face.REGULAR, SMALLEST, ROOM)[:_MOST_FOOT_LINES]

    def _top(self, page: int) -> float:
        if page:
            return MARGIN + _UNDER * LEADING + 10
        return MARGIN + (len(self._heading) * _TITLE + len(self._under) * _UNDER) * LEADING + 20

    def _room(self, page: int) -> float:
        return HEIGHT - MARGIN - foot_height(self._foot) - 10 - self._top(page)

    def _broken(self, setting: Setting) -> list[list[Part]]:
        blocks = [
            *days(self._week, setting),
            wishes(self._week, self._became, setting),
            coming_in(self._week, setting),
        ]
        return paginate(blocks, self._room(0), self._room(1), setting.size * 0.5)

    def _best(self) -> tuple[Setting, list[list[Part]]]:
        fewest = len(self._broken(Setting(SMALLEST, beside=True)))
        tried = (Setting(size, beside) for size, beside in product(_SIZES, (False, True)))
        broken = ((setting, self._broken(setting)) for setting in tried)
        return next((setting, pages) for setting, pages in broken if len(pages) <= fewest)

    def draw(self, sheet: Sheet) -> None:
        """Draw every page."""
        setting, pages = self._best()
        for number, page in enumerate(pages):
            spread(page, self._top(number), self._room(number), setting.size * 0.5, setting.size * 0.6)
            self._head(sheet, number)
            for part in page:
                self._part(sheet, part, setting)
            foot(sheet, self._foot, self._dated, f"{number + 1}/{len(pages)}")
            sheet.turn()

    def _head(self, sheet: Sheet, page: int) -> None:
        bottom = self._top(page) - 12
        if self._filled:
            sheet.band(bottom, MAIN)
        else:
            sheet.rule(MARGIN, WIDTH - MARGIN, bottom, colour=MAIN, weight=2.2)
        ink, title = (WHITE, WHITE) if self._filled else (INK, MAIN)
        down = MARGIN - 6
        for line in () if page else self._heading:
            sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, title)
            down += _TITLE * LEADING
        under = self._under[:1] if page else self._under
        for line in under:
            sheet.text(line, (MARGIN, down), Face.REGULAR, _UNDER, ink)
            down += _UNDER * LEADING

    def _part(self, sheet: Sheet, part: Part, setting: Setting) -> None:
        block, left = part.block, MARGIN
        if block.day:
            left += label_width(self._week, setting) + setting.size * 0.4
            self._label(sheet, block.day, part, setting)
        if block.framed:
            line = SECOND if not block.day else LINE if self._filled else block.colour
            fill = TINT if not block.day and self._filled else ""
            sheet.frame((left, part.down), (WIDTH - MARGIN - left, part.height), line=line, fill=fill)
            left += setting.inset
        lines = sum(entry.height + part.air for entry in part.entries)
        down = part.down + (part.height - lines) / 2
        for number, entry in enumerate(part.entries):
            if number and block.day:
                sheet.rule(left, WIDTH - MARGIN - setting.inset, down, colour=LINE, weight=0.4)
            self._entry(sheet, entry.lines, left, down + part.air / 2)
            down += entry.height + part.air

    @staticmethod
    def _entry(sheet: Sheet, lines: Sequence[Line], left: float, down: float) -> None:
        for line in lines:
            for piece in line.pieces:
                # Type of two sizes on one line stands on one baseline.
                lower = (line.height / LEADING - piece.size) * BASELINE
                sheet.text(piece.words, (left + piece.left, down + lower), piece.face, piece.size, piece.colour)
            down += line.height

    def _label(self, sheet: Sheet, day: date, part: Part, setting: Setting) -> None:
        colour, size = part.block.colour, setting.label_size
        wide = label_width(self._week, setting)
        sheet.frame(
            (MARGIN, part.down), (wide, part.height), line=colour, fill=colour if self._filled else "", weight=1.6
        )
        ink = WHITE if self._filled else colour
        left, down = MARGIN + setting.inset, part.down + setting.inset * 0.6
        sheet.text(words.said(day, "EEEE"), (left, down), Face.BOLD, size, ink)
        number = size * 1.6
        sheet.text(str(day.day), (left, down + size * 1.1), Face.REGULAR if self._filled else Face.BOLD, number, ink)
        if part.continued:
            below = down + size * 1.1 + number * LEADING
            sheet.text(translate("continued"), (left, below), Face.REGULAR, SMALLEST, ink)


def wall_sheet(week: WeekProgramme, became: Sequence[BecameTrue], house: House) -> bytes:
    """Make the wall sheet of a week as a PDF; `became` is what wishes became, in the order in which it is told.

    In the largest type from 12 points on with which it fits on the fewest pages. The same data gives the same bytes.
    StoreError when the program's letters are missing.
    """
    wall = _Wall(week, became, house)
    sheet = Sheet(f"{wall.title} · {words.days(week.monday, week.days[-1].on)}", wall.author, dress=house.dress)
    wall.draw(sheet)
    return sheet.done()
