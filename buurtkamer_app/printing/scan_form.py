"""The form of the look at the neighbourhood: one page to fill in by hand, in the order in which it is keyed in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.scan.rules import LEAST, MOST
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, ROLES
from buurtkamer_app.printing.by_hand import dotted
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SOFT_INK
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.scan.said import Said
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_TITLE: Final = 15.0
_BODY: Final = 12.0
_BOX: Final = 26.0
_APART: Final = 12.0
_TICK: Final = 16.0
_GAP: Final = 9.0
_ENDS: Final = 96.0  # how wide the words are beside the boxes
_LEAST_NOTE: Final = 22.0
_MOST_NOTE: Final = 40.0


def scan_form(year: int, house: House) -> bytes:
    """Make the form of a year as a PDF of one page; StoreError when its letters are missing."""
    title = translate("How is our neighbourhood doing?")
    under = (translate("Cross out one number for each question. Do not write your name."),)
    sheet = Downward(house, f"{title} {year}", under)
    sheet.place(_ticks_high(), _ticks)
    blocks = [_Block(number, said) for number, said in enumerate(CHARACTERISTICS.values(), 1)]
    end = 2.2 * _BODY * LEADING
    spare = sheet.room_left - end - sum(block.high for block in blocks)
    more = max(0.0, min(_MOST_NOTE - _LEAST_NOTE, spare / len(blocks)))
    for block in blocks:
        sheet.place(block.high + more, partial(block.draw, more=more))
    sheet.place(end, _end)
    return sheet.done()


def _ticks_high() -> float:
    return _TICK + 2 * _GAP


def _ticks(sheet: Sheet, down: float) -> None:
    """Ask from where somebody looks."""
    left = MARGIN
    asked = translate("I am a:")
    sheet.text(asked, (left, down + 2), Face.BOLD, _BODY, MAIN)
    left += width(asked, Face.BOLD, _BODY) + 16
    for number, words in enumerate(ROLES.values(), 1):
        sheet.square((left, down), _TICK, line=INK)
        told = f"{number} {translate(words)}"
        sheet.text(told, (left + _TICK + 5, down + 2), Face.REGULAR, _BODY)
        left += _TICK + 22 + width(told, Face.REGULAR, _BODY)


class _Block:
    """One question: its name, what is asked, five boxes between the words of 1 and of 5, and a line for a note."""

    def __init__(self, number: int, said: Said) -> None:
        self._title = f"{number}. {translate(said.name)}"
        self._asked = wrap(translate(said.asked), Face.REGULAR, _BODY, ROOM)
        self._ends = [wrap(translate(words), Face.REGULAR, _BODY, self._wide) for words in (said.lowest, said.highest)]
        self._row = max(_BOX, max(map(len, self._ends)) * _BODY * LEADING)

    @property
    def high(self) -> float:
        """Give how high it is with the smallest room for a note."""
        return (_TITLE + len(self._asked) * _BODY) * LEADING + self._row + _LEAST_NOTE + 2 * _GAP

    @property
    def _wide(self) -> float:
        boxes = (MOST - LEAST + 1) * _BOX + (MOST - LEAST) * _APART
        return max(_ENDS, (ROOM - boxes) / 2 - 16)

    def draw(self, sheet: Sheet, down: float, more: float) -> None:
        """Draw it, with so much more room for the note."""
        sheet.rule(MARGIN, MARGIN + ROOM, down, colour=LINE)
        down += _GAP / 2
        sheet.text(self._title, (MARGIN, down), Face.BOLD, _TITLE, MAIN)
        down += _TITLE * LEADING
        for line in self._asked:
            sheet.text(line, (MARGIN, down), Face.REGULAR, _BODY)
            down += _BODY * LEADING
        down += 3
        self._scale(sheet, down)
        down += self._row + _LEAST_NOTE + more - 4
        why = translate("Why?")
        sheet.text(why, (MARGIN, down - _BODY), Face.REGULAR, _BODY, SOFT_INK)
        dotted(sheet, MARGIN + width(why, Face.REGULAR, _BODY) + 8, MARGIN + ROOM, down)

    def _scale(self, sheet: Sheet, down: float) -> None:
        """Draw the boxes, each with its number, and what the first and the last mean."""
        left = MARGIN + self._wide + 16
        for words, right in zip(self._ends, (True, False), strict=True):
            top = down + (self._row - len(words) * _BODY * LEADING) / 2
            for line in words:
                if right:
                    sheet.text_right(line, (left - 14, top), Face.REGULAR, _BODY, SOFT_INK)
                else:
                    sheet.text(line, (MARGIN + ROOM - self._wide - 2, top), Face.REGULAR, _BODY, SOFT_INK)
                top += _BODY * LEADING
        top = down + (self._row - _BOX) / 2
        for score in range(LEAST, MOST + 1):
            sheet.frame((left, top), (_BOX, _BOX), line=INK)
            sheet.text_middle(str(score), (left + _BOX / 2, top + 4), Face.BOLD, 15)
            left += _BOX + _APART


def _end(sheet: Sheet, down: float) -> None:
    """Say what to do with it, and leave room for its number."""
    sheet.rule(MARGIN, MARGIN + ROOM, down, colour=LINE)
    down += _GAP
    sheet.text(translate("Thank you! Give it to a host, or put it in the box."), (MARGIN, down), Face.BOLD, _BODY, MAIN)
    number = translate("Number when keyed in:")
    right = MARGIN + ROOM
    sheet.text_right(number, (right - 56, down), Face.REGULAR, _BODY, SOFT_INK)
    dotted(sheet, right - 50, right, down + _BODY)
