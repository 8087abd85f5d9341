"""The wall sheet: the week on A4, for the door and the wall, without a visitor's name."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.day_label import put_label
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.flow import Part, paginate, spread
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    MARGIN,
    ROOM,
    SMALLEST,
    WHITE,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.laid_out import put_part
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wall_blocks import Setting, blocks, label_width
from buurtkamer_app.printing.wall_words import WallWords, wall_words
from buurtkamer_app.printing.wrapping import wrap_parts, wrap_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.flow import Entry
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.wishes.records import BecameTrue

# The largest is taken that needs no page more than the smallest.
_SIZES: Final = (SMALLEST, 12.5, 13.0, 13.5, 14.0, 15.0, 16.0, 17.0)
# A title that is too long for one line is set smaller before it goes on on the next one.
_TITLES: Final = (30.0, 28.0, 26.0, 24.0, 22.0)
_UNDER: Final = 15.0
_LOGO: Final = 48.0
# A name of a thousand letters must leave room for the week; on the sheets after the first it stands in the footer.
_MOST_TITLE_LINES: Final = 8
_MOST_FOOT_LINES: Final = 6


class Wall:
    """One wall sheet: what it says, measured, broken into pages and drawn."""

    def __init__(
        self,
        week: WeekProgramme,
        became: Sequence[BecameTrue],
        house: House,
        *,
        pictures: bool,
        sizes: Sequence[float] = _SIZES,
    ) -> None:
        self.told: WallWords = wall_words(week, became)
        self._sizes = sizes
        self._pictures = pictures
        self._filled = house.dress.filled
        self._logo = logo_size(house.dress, _LOGO)[0]
        self.title = translate("This week in {room}", room=house.name)
        self.days = words.days(week.monday, week.days[-1].on)
        self.number = translate("Week {week}", week=week.monday.isocalendar().week)
        room = ROOM - (self._logo + 20 if self._logo else 0)
        self._size = next((size for size in _TITLES if width(self.title, Face.BOLD, size) <= room), _TITLES[-1])
        self._heading = wrap_whole(self.title, house.name, Face.BOLD, self._size, room)[:_MOST_TITLE_LINES]
        self._under = wrap_parts((self.number, self.days), Face.REGULAR, _UNDER, room)
        self._dated = house.dated(week.monday)
        self._foot = wrap_parts(house.whose, Face.REGULAR, SMALLEST, ROOM)[:_MOST_FOOT_LINES]

    def _top(self, page: int) -> float:
        if page:
            return MARGIN + _UNDER * LEADING + 10
        lines = len(self._heading) * self._size + len(self._under) * _UNDER
        return MARGIN + max(lines * LEADING, _LOGO + 4 if self._logo else 0) + 13

    def _room(self, page: int) -> float:
        return HEIGHT - MARGIN - foot_height(self._foot) - 8 - self._top(page)

    def _broken(self, setting: Setting) -> list[list[Part]]:
        return paginate(blocks(self.told, setting), self._room(0), self._room(1), setting.size * 0.5)

    @cached_property
    def _best(self) -> tuple[Setting, list[list[Part]]]:
        """Find the largest type that needs no more pages than the smallest; facts below the names where that fits too.

        What is set larger or below takes no less room, so the sizes need not all be tried.
        """
        tried = lru_cache(maxsize=None)(self._broken)
        settings = [Setting(size, beside=True, pictures=self._pictures) for size in self._sizes]
        fewest = len(tried(settings[0]))
        fits, over = 0, len(settings)
        while over - fits > 1:
            middle = (fits + over) // 2
            if len(tried(settings[middle])) <= fewest:
                fits = middle
            else:
                over = middle
        below = Setting(self._sizes[fits], beside=False, pictures=self._pictures)
        best = below if len(tried(below)) <= fewest else settings[fits]
        return best, tried(best)

    @property
    def pages(self) -> int:
        """Tell how many pages it takes."""
        return len(self._best[1])

    def draw(self, sheet: Sheet, *, before: int = 0, total: int | None = None) -> None:
        """Draw every page, numbered after the pages `before` it of a file of so many in `total`.

        Alone in its file its days are in the outline.
        """
        setting, pages = self._best
        for number, page in enumerate(pages):
            spread(page, self._top(number), self._room(number), setting.size * 0.5, setting.size * 0.6)
            self._head(sheet, number)
            for part in page:
                if part.block.day and not part.continued and total is None:
                    sheet.entry(words.said(part.block.day, "EEEE d MMMM"), part.down - 6)
                self._part(sheet, part, setting)
            foot(sheet, self._foot, self._dated, f"{before + number + 1}/{total or len(pages)}")
            sheet.turn()

    def _head(self, sheet: Sheet, page: int) -> None:
        bottom = self._top(page) - 12
        sheet.head(bottom)
        ink, title = (WHITE, WHITE) if self._filled else (INK, MAIN)
        down = MARGIN - 4
        if self._logo and not page:
            at = (WIDTH - MARGIN - self._logo, (bottom - _LOGO) / 2 if self._filled else down + 2)
            put_logo(sheet, at, _LOGO, plate=self._filled)
        for line in () if page else self._heading:
            sheet.text(line, (MARGIN, down), Face.BOLD, self._size, title)
            down += self._size * LEADING
        under = self._under[:1] if page else self._under
        for line in under:
            sheet.text(line, (MARGIN, down), Face.REGULAR, _UNDER, ink)
            down += _UNDER * LEADING

    def _part(self, sheet: Sheet, part: Part, setting: Setting) -> None:
        left = MARGIN
        if part.block.day:
            wide = label_width(self.told, setting)
            put_label(sheet, part, setting.label_size, wide)
            left += wide + setting.size * 0.4
        put_part(sheet, part, left, setting.inset, partial(_picture, sheet, setting, part.block.colour))


def _picture(sheet: Sheet, setting: Setting, colour: str, entry: Entry, at: tuple[float, float]) -> None:
    """Draw the pictogram of an activity before its name."""
    lower = (entry.lines[0].height - setting.picture) / 2
    put_picture(sheet, entry.picture, (at[0] + setting.picture_left, at[1] + lower), setting.picture, colour)


def wall_sheet(week: WeekProgramme, became: Sequence[BecameTrue], house: House, *, pictures: bool = True) -> bytes:
    """Make the wall sheet of a week as a PDF; `became` is what wishes became, in the order in which it is told.

    In the largest type from 12 points on with which it fits on the fewest pages, with a pictogram at each activity when
    `pictures` are asked for. The same data gives the same bytes. StoreError when letters or pictures are missing.
    """
    wall = Wall(week, became, house, pictures=pictures)
    sheet = Sheet(house.week(week), house.name, dress=house.dress)
    wall.draw(sheet)
    return sheet.done()


def wall_sample(week: WeekProgramme, became: Sequence[BecameTrue], house: House) -> bytes:
    """Make the head of a wall sheet with one day and a wish that came true: what shows how the sheets look."""
    wall = Wall(week, became, house, pictures=True, sizes=(SMALLEST,))
    days = [replace(day, rows=day.rows[:2]) for day in wall.told.days if day.day]
    wall.told = replace(wall.told, days=tuple(days[:1]), became=wall.told.became[:2])
    sheet = Sheet(wall.title, house.name, dress=house.dress)
    wall.draw(sheet)
    return sheet.done()
