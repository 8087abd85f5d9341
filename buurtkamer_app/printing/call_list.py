"""Whom to tell what, on paper: what to say, a box to tick for each, how to reach them; to be shredded afterwards."""

from __future__ import annotations

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
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.news import about, sentence
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from buurtkamer_app.room.records import RoomFacts
    from buurtkamer_app.wishes.telling.records import Telling, ToTell

_TITLE: Final = 27.0
_SAY: Final = 14.0
_NAME: Final = 13.0
_BOX: Final = 14.0
_GAP: Final = 9.0
# Who told it is written behind the line, by hand.
_BY: Final = 150.0
_WIDE: Final = ROOM - _BOX - _GAP - _BY - _GAP


class _Paper:
    """The list in the making: what is written goes down the page, and on to the next one."""

    def __init__(self, facts: RoomFacts, at: datetime) -> None:
        room = printable(facts.name)
        self.title = translate("To tell")
        self._sheet = Sheet(self.title, room)
        self._foot = wrap_parts([part for part in (room, printable(facts.phone)) if part], Face.REGULAR, SMALLEST, ROOM)
        self._when = f"{words.said(at.date(), 'EEEE d MMMM y')} · {words.clock(at.time())}"
        self._page = 0
        self._down = 0.0
        self._begin()

    def _begin(self) -> None:
        self._page += 1
        self._down = MARGIN
        size = _TITLE if self._page == 1 else _SAY
        self._sheet.text(self.title, (MARGIN, self._down), Face.BOLD, size, SECOND)
        self._down += size * LEADING
        self.lines(self._when, Face.REGULAR, SMALLEST, colour=SOFT_INK)
        if self._page == 1:
            self.lines(translate("Do not hang this up. Shred it afterwards."), Face.BOLD, _SAY)
        self._down += _GAP

    def _turn(self) -> None:
        foot(self._sheet, self._foot, translate("Do not hang this up. Shred it afterwards."), str(self._page))
        self._sheet.turn()

    def need(self, height: float) -> None:
        """Go on on the next page when so much does not fit on this one."""
        if self._down + height > HEIGHT - MARGIN - foot_height(self._foot) - _GAP:
            self._turn()
            self._begin()

    def lines(self, text: str, face: Face, size: float, *, left: float = 0.0, colour: str = INK) -> None:
        """Write a text over the width that is left."""
        for line in wrap(text, face, size, ROOM - left):
            if self._page and self._down > MARGIN:
                self.need(size * LEADING)
            self._sheet.text(line, (MARGIN + left, self._down), face, size, colour)
            self._down += size * LEADING

    def heading(self, text: str, face: Face = Face.BOLD, colour: str = MAIN) -> None:
        """Write what the lines under it are about; it never stands alone at the end of a page."""
        self.need(_GAP + 3 * _SAY * LEADING)
        self._down += _GAP
        self.lines(text, face, _SAY, colour=colour)
        self._down += _GAP / 2

    def person(self, text: str) -> None:
        """Write somebody behind a box to tick, with room for who told them."""
        rows = wrap(text, Face.REGULAR, _NAME, _WIDE) or [""]
        height = _NAME * LEADING
        self.need(max(height, _BOX) + _GAP)
        self._sheet.square((MARGIN, self._down), _BOX, line=INK)
        end = self._down + height
        self._sheet.rule(WIDTH - MARGIN - _BY, WIDTH - MARGIN, end, colour=LINE)
        for number, row in enumerate(rows):
            if number:
                self.need(height)
            self._sheet.text(row, (MARGIN + _BOX + _GAP, self._down), Face.REGULAR, _NAME)
            self._down += height
        self._down += _GAP

    def by_whom(self) -> None:
        """Write above the ruled lines what they are for."""
        self.need(SMALLEST * LEADING + 2 * _NAME * LEADING)
        at = (WIDTH - MARGIN - _BY, self._down)
        for line in wrap(translate("told by, on"), Face.REGULAR, SMALLEST, _BY)[:1]:
            self._sheet.text(line, at, Face.REGULAR, SMALLEST, SOFT_INK)
        self._down += SMALLEST * LEADING

    def done(self) -> bytes:
        """End the last page."""
        self._turn()
        return self._sheet.done()


def _who(one: Telling) -> str:
    if not (one.name or one.contact):
        return nameless(one.persons)
    return " · ".join(part for part in (printable(one.name), printable(one.contact)) if part)


def nameless(persons: int) -> str:
    """Say how many are to be told of whom no name is on record."""
    if persons == 1:
        return translate("1 more resident without a name: tell it when they come in")
    return translate("{count} more residents without a name: tell it when they come in", count=persons)


def call_list(facts: RoomFacts, groups: Sequence[ToTell], at: datetime) -> bytes:
    """Make the list as a PDF; `at` is the room's wall clock. Nothing is cut off, however long a name is.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    paper = _Paper(facts, at)
    if not groups:
        paper.heading(translate("Everybody knows. Nobody is to be told anything."))
    else:
        paper.by_whom()
    for group in groups:
        if group.person or group.contact:
            paper.heading(" · ".join(part for part in (printable(group.person), printable(group.contact)) if part))
            for one in group.tellings:
                paper.person(printable(sentence(one.news)))
            continue
        first = group.tellings[0].news
        paper.heading(printable(sentence(first)))
        if (words_of := printable(about(first))) and words_of not in printable(sentence(first)):
            paper.lines(words_of, Face.REGULAR, SMALLEST, colour=SOFT_INK)
        for one in group.tellings:
            paper.person(_who(one))
    return paper.done()
