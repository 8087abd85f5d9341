"""What a sheet of the rota holds, and the page on which it is written from the top down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    SOFT_INK,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from buurtkamer_app.room.records import RoomFacts

_TITLE: Final = 27.0
_NEXT: Final = 14.0
_GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class PaperShift:
    """A shift as it stands on paper: `names` who is on, in words; `needed` what it still needs, nothing when full."""

    on: date
    part: str
    starts: time
    ends: time
    names: tuple[str, ...] = ()
    task: str = ""
    needed: str = ""


@dataclass(frozen=True, slots=True)
class PaperDay:
    """A day with its shifts; `closed` is why the house is closed, None when it is not."""

    on: date
    shifts: tuple[PaperShift, ...] = ()
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class RotaPaper:
    """A sheet: what it is called, the days from the first to the last, and names with phone numbers.

    Without `phones` it may hang where everybody reads it.
    """

    facts: RoomFacts
    title: str
    days: tuple[PaperDay, ...]
    printed_on: date
    phones: tuple[tuple[str, str], ...] = ()


class Downward:
    """A sheet in the making: what is written goes down the page and on to the next one; each page says its number."""

    def __init__(self, facts: RoomFacts, title: str, printed_on: date, warning: str, pages: int) -> None:
        self._title, self._warning, self._pages = printable(title), warning, pages
        room = printable(facts.name)
        self._sheet = Sheet(self._title, room)
        told = (room, printable(facts.phone))
        self._foot = wrap_parts([part for part in told if part], Face.REGULAR, SMALLEST, ROOM)
        self._dated = translate("printed on {day}", day=words.said(printed_on, "EEEE d MMMM y"))
        self.page = 0
        self.down = 0.0
        self._begin()

    @property
    def room_left(self) -> float:
        """Give how high what is still written on this page may be, in points."""
        return HEIGHT - MARGIN - foot_height(self._foot) - _GAP - self.down

    def need(self, height: float) -> None:
        """Go on on the next page when so much does not fit on this one."""
        if height > self.room_left:
            self._turn()
            self._begin()

    def lines(  # noqa: PLR0913 - where and how words stand
        self, text: str, face: Face, size: float, *, left: float = 0.0, right: float = 0.0, colour: str = INK
    ) -> None:
        """Write a text over the width that is left."""
        for line in wrap(text, face, size, ROOM - left - right):
            self.need(size * LEADING)
            self.text(line, left, face, size, colour)
            self.down += size * LEADING

    def text(self, line: str, left: float, face: Face, size: float, colour: str = INK) -> None:
        """Write a line at this height, `left` points from the margin."""
        self._sheet.text(line, (MARGIN + left, self.down), face, size, colour)

    def rule(self, left: float = 0.0) -> None:
        """Draw a level line at this height."""
        self._sheet.rule(MARGIN + left, WIDTH - MARGIN, self.down, colour=LINE)

    def done(self) -> bytes:
        """End the last page."""
        self._turn()
        return self._sheet.done()

    def _begin(self) -> None:
        self.page += 1
        self.down = MARGIN
        size = _TITLE if self.page == 1 else _NEXT
        for line in wrap(self._title, Face.BOLD, size, ROOM):
            self._sheet.text(line, (MARGIN, self.down), Face.BOLD, size, SECOND)
            self.down += size * LEADING
        if self._warning and self.page == 1:
            self.down += _GAP / 2
            for line in wrap(self._warning, Face.BOLD, _NEXT, ROOM):
                self._sheet.text(line, (MARGIN, self.down), Face.BOLD, _NEXT, SOFT_INK)
                self.down += _NEXT * LEADING
        self.down += _GAP

    def _turn(self) -> None:
        number = translate("Page {page} of {pages}", page=self.page, pages=max(self._pages, self.page))
        foot(self._sheet, self._foot, self._dated, number)
        self._sheet.turn()


def numbered(write: Callable[[int], tuple[bytes, int]]) -> bytes:
    """Make a sheet twice: first to know how many pages it has, which each of them says. `write` gives both."""
    _, pages = write(1)
    return write(pages)[0]
