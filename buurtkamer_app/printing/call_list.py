"""Whom to tell what, on paper: what to say, a box to tick for each, how to reach them; to be shredded afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.news import about, sentence
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.wishes.telling.records import Telling, ToTell

_NAME: Final = 13.0
_BOX: Final = 14.0
_GAP: Final = 9.0
# Who told it is written behind the line, by hand.
_BY: Final = 150.0
_WIDE: Final = ROOM - _BOX - _GAP - _BY - _GAP


def _person(sheet: Downward, text: str) -> None:
    """Write somebody behind a box to tick, with room for who told them."""
    rows = wrap(printable(text), Face.REGULAR, _NAME, _WIDE) or [""]
    height = _NAME * LEADING
    sheet.need(max(height, _BOX) + _GAP)
    sheet.square(0, _BOX)
    sheet.down += height
    sheet.rule(ROOM - _BY)
    sheet.down -= height
    for number, row in enumerate(rows):
        if number:
            sheet.need(height)
        sheet.text(row, _BOX + _GAP, Face.REGULAR, _NAME)
        sheet.down += height
    sheet.down += _GAP


def _by_whom(sheet: Downward) -> None:
    """Write above the ruled lines what they are for."""
    sheet.lines(translate("told by, on"), Face.REGULAR, SMALLEST, left=ROOM - _BY, colour=SOFT_INK)


def _who(one: Telling) -> str:
    if not (one.name or one.contact):
        return nameless(one.persons)
    return " · ".join(part for part in (printable(one.name), printable(one.contact)) if part)


def nameless(persons: int) -> str:
    """Say how many are to be told of whom no name is on record."""
    if persons == 1:
        return translate("1 more resident without a name: tell it when they come in")
    return translate("{count} more residents without a name: tell it when they come in", count=persons)


def call_list(groups: Sequence[ToTell], at: datetime, house: House) -> bytes:
    """Make the list as a PDF; `at` is the room's wall clock. Nothing is cut off, however long a name is.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    when = f"{words.said(at.date(), 'EEEE d MMMM y')} · {words.clock(at.time())}"
    warning = translate("Do not hang this up. Shred it afterwards.")
    sheet = Downward(house, translate("To tell"), (when,), warning=warning)
    if not groups:
        sheet.heading(translate("Everybody knows. Nobody is to be told anything."))
    else:
        _by_whom(sheet)
    for group in groups:
        if group.person or group.contact:
            named = (printable(group.person), printable(group.contact))
            sheet.heading(" · ".join(part for part in named if part), with_it=_NAME * LEADING + _GAP)
            for one in group.tellings:
                _person(sheet, sentence(one.news))
            continue
        first = group.tellings[0].news
        sheet.heading(sentence(first), with_it=_NAME * LEADING + _GAP)
        if (words_of := printable(about(first))) and words_of not in printable(sentence(first)):
            sheet.lines(words_of, Face.REGULAR, SMALLEST, colour=SOFT_INK)
        for one in group.tellings:
            _person(sheet, _who(one))
    return sheet.done()
