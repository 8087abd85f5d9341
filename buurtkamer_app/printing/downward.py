"""A sheet that is written from the top down: every page with the same head and foot, as many pages as it takes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SMALLEST, SOFT_INK, WHITE, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from buurtkamer_app.printing.house import House

# A long title is smaller before it takes more lines.
_TITLES: Final = (26.0, 24.0, 22.0, 20.0)
_FEW_LINES: Final = 3
_LONG: Final = 15.0
# The longest name that a room or a person can have takes fewer.
_MOST_LINES: Final = 12
_NEXT: Final = 14.0
_UNDER: Final = 13.0
_WARNING: Final = 14.0
_HEADING: Final = 15.0
_LOGO: Final = 34.0
_GAP: Final = 8.0
_LEAST_TO_WRITE: Final = 120.0


def fitting(text: str, sizes: Sequence[float], room: float) -> tuple[list[str], float]:
    """Break a title into one line of the largest bold type in which it fits, else into more lines of a small one."""
    for size in sizes:
        found = wrap(text, Face.BOLD, size, room)
        if len(found) <= 1:
            return found, size
    if len(found) > _FEW_LINES:
        size = min(size, _LONG)
        found = wrap(text, Face.BOLD, size, room)
    return found[:_MOST_LINES], size


def head(sheet: Sheet, title: str, under: Sequence[str] = (), warning: str = "") -> float:
    """Write the head of a first page: the title, lines under it, the room's logo, a warning; give where it ends."""
    logo, filled = logo_size(sheet.dress, _LOGO)[0], sheet.dress.filled
    room = ROOM - (logo + 16 if logo else 0.0)
    lines, size = fitting(printable(title), _TITLES, room)
    below = [line for text in under for line in wrap(printable(text), Face.REGULAR, _UNDER, room)]
    down = MARGIN - 4
    end = down + max((len(lines) * size + len(below) * _UNDER) * LEADING, _LOGO if logo else 0.0) + 6
    sheet.head(end)
    if logo:
        put_logo(sheet, (MARGIN + ROOM - logo, down), _LOGO, plate=filled)
    for line in lines:
        sheet.text(line, (MARGIN, down), Face.BOLD, size, WHITE if filled else MAIN)
        down += size * LEADING
    for line in below:
        sheet.text(line, (MARGIN, down), Face.REGULAR, _UNDER, WHITE if filled else SOFT_INK)
        down += _UNDER * LEADING
    end += _GAP + 3
    for line in wrap(warning, Face.BOLD, _WARNING, ROOM):
        sheet.text(line, (MARGIN, end), Face.BOLD, _WARNING, SECOND)
        end += _WARNING * LEADING
    return end + (_GAP / 2 if warning else 0.0)


def next_head(title: str, sheet: Sheet | None = None) -> float:
    """Write the title on top of a next page, only when there is a `sheet`; give where it ends."""
    lines, size = fitting(printable(title), (_NEXT,), ROOM)
    down = MARGIN
    for line in lines:
        if sheet is not None:
            sheet.text(line, (MARGIN, down), Face.BOLD, size, MAIN)
        down += size * LEADING
    return down + _GAP


class Downward:
    """A sheet in the making; each page says its number and how many there are, so pages are drawn when all are known.

    `under` stands below the title, `warning` above the rest and under every page, `about` is a day of its week.
    """

    def __init__(
        self, house: House, title: str, under: Sequence[str] = (), *, warning: str = "", about: date | None = None
    ) -> None:
        self._title = printable(title)
        self._foot = foot_of(house, about, warning=warning)
        self._sheet = Sheet(self._title, house.name, dress=house.dress)
        self._pages: list[list[Callable[[], object]]] = [[]]
        self._sheet.entry(self._title)
        self.down = head(self._sheet, title, under, warning)

    @property
    def page(self) -> int:
        """Give the number of the page that is written."""
        return len(self._pages)

    @property
    def room_left(self) -> float:
        """Give how high what is still written on this page may be, in points."""
        return self._sheet.paper.high - MARGIN - self._foot.height - _GAP - self.down

    def need(self, height: float) -> None:
        """Go on on the next page when so much does not fit on this one."""
        if height > self.room_left:
            self._pages.append([])
            self._draw(partial(next_head, self._title, self._sheet))
            self.down = next_head(self._title)

    def lines(  # noqa: PLR0913 - where and how words stand
        self, text: str, face: Face, size: float, *, left: float = 0.0, right: float = 0.0, colour: str = INK
    ) -> None:
        """Write a text over the width that is left."""
        for line in wrap(printable(text), face, size, ROOM - left - right):
            self.need(size * LEADING)
            self.text(line, left, face, size, colour)
            self.down += size * LEADING

    def heading(self, text: str, with_it: float = 0.0) -> None:
        """Write what follows is about; `with_it` points of that stay on the same page."""
        self.need(_GAP + 2 * _HEADING * LEADING + with_it)
        self.down += _GAP
        self.lines(text, Face.BOLD, _HEADING, colour=MAIN)
        self.down += _GAP / 2

    def text(self, line: str, left: float, face: Face, size: float, colour: str = INK) -> None:
        """Write a line at this height, `left` points from the margin."""
        self._draw(partial(self._sheet.text, line, (MARGIN + left, self.down), face, size, colour))

    def rule(self, left: float = 0.0, right: float = 0.0, *, colour: str = LINE, weight: float = 0.6) -> None:
        """Draw a level line at this height."""
        ends = (MARGIN + left, MARGIN + ROOM - right)
        self._draw(partial(self._sheet.rule, *ends, self.down, colour=colour, weight=weight))

    def square(self, left: float, side: float, *, lower: float = 0.0, ticked: bool = False) -> None:
        """Draw a box to tick, `lower` points under this height; a `ticked` one has its cross."""
        at = (MARGIN + left, self.down + lower)
        self._draw(partial(self._sheet.square, at, side, line=INK))
        if ticked:
            middle = (at[0] + side / 2, at[1] - side * 0.08)
            self._draw(partial(self._sheet.text_middle, "X", middle, Face.BOLD, side * 0.9))

    def frame(self, high: float, *, weight: float = 2.0) -> None:
        """Draw a box with round corners over the whole width, from this height on."""
        at, size = (MARGIN, self.down), (ROOM, high)
        self._draw(partial(self._sheet.frame, at, size, line=MAIN, weight=weight))

    def place(self, high: float, draw: Callable[[Sheet, float], object]) -> None:
        """Put something that is so high here, or on the next page; `draw` hears the sheet and at which height."""
        self.need(high)
        self._draw(partial(draw, self._sheet, self.down))
        self.down += high

    def fill_in(self, label: str, size: float, until: float = ROOM) -> None:
        """Write what is asked, with a line behind it to answer by hand."""
        long = width(printable(label), Face.MEDIUM, size) + _GAP
        if long > until - _LEAST_TO_WRITE:
            self.lines(label, Face.MEDIUM, size)
            long = 0.0
        self.need(2 * size * LEADING)
        if long:
            self.text(printable(label), 0, Face.MEDIUM, size)
        self.down += size * LEADING
        self.rule(long, ROOM - until, colour=SOFT_INK)
        self.down += size * LEADING / 2

    def writing_lines(self, count: int, apart: float = 26.0, left: float = 0.0) -> None:
        """Draw lines to write on by hand."""
        for _ in range(count):
            self.need(apart)
            self.down += apart
            self.rule(left, colour=SOFT_INK)
        self.down += SMALLEST / 2

    def done(self) -> bytes:
        """Draw every page, with how many there are."""
        for number, page in enumerate(self._pages, 1):
            for draw in page:
                draw()
            self._foot.put(self._sheet, number, len(self._pages))
            self._sheet.turn()
        return self._sheet.done()

    def _draw(self, draw: Callable[[], object]) -> None:
        self._pages[-1].append(draw)
