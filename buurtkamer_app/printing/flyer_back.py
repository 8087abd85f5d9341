"""The back of the flyer: when it is open and where, and a slip to write a wish on, to cut off and hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.by_hand import cut_line, dotted
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.flow import Piece
from buurtkamer_app.printing.flyer_pages import LEAST
from buurtkamer_app.printing.house_style import INK, LEADING, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.flyer_pages import Column
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

# How high the slip is, from where it is cut off to the lower margin.
SLIP: Final = 228.0
_SIZES: Final = (13.0, 12.0, 11.0, LEAST)
_SMALL: Final = 11.0
_HEADING: Final = 22.0
_LINES: Final = 3
_APART: Final = 32.0
_GAP: Final = 9.0
_BELOW: Final = 0.3  # of the type
_ABOVE: Final = 0.6


def back(sheet: Sheet, column: Column, week: WeekProgramme, house: House) -> None:
    """Draw the back page."""
    dated = wrap(house.dated(week.monday), Face.REGULAR, LEAST, column.room - 40)
    ends = column.bottom - SLIP - 16 - len(dated) * LEAST * LEADING
    down = column.top
    for text in _said(column, week, house, ends - down):
        down += _above(text)
        down = column.write(sheet, text, down) + text.size * _BELOW
    at = column.bottom - SLIP - 12 - len(dated) * LEAST * LEADING
    for line in dated:
        sheet.text(line, (column.left, at), Face.REGULAR, LEAST, SOFT_INK)
        at += LEAST * LEADING
    sheet.text_right("4/4", (column.right, at - LEAST * LEADING), Face.REGULAR, LEAST, SOFT_INK)
    _slip(sheet, column)


def _said(column: Column, week: WeekProgramme, house: House, high: float) -> list[Piece]:
    """Give what stands above the slip, in the largest type in which it fits; what never does is left out."""
    facts, entrance = week.facts, printable(week.facts.entrance)
    hours = words.hours(week.hours)
    for size in _SIZES:
        told = [Piece(house.name, Face.BOLD, size * 1.4, colour=MAIN)]
        told += [Piece(translate("Opening hours"), Face.BOLD, size, colour=SECOND)] if hours else []
        told += [Piece(line, Face.REGULAR, size) for line in hours]
        told.append(Piece(translate("Where we are"), Face.BOLD, size, colour=SECOND))
        told += [Piece(line, Face.REGULAR, size) for line in (house.address, printable(facts.phone)) if line]
        told += [Piece(translate("Entrance: {how}", how=entrance), Face.REGULAR, size)] if entrance else []
        if _high(told, column) <= high:
            return told
    while told and _high(told, column) > high:
        told.remove(max(told, key=lambda piece: len(piece.words)))
    return told


def _high(told: list[Piece], column: Column) -> float:
    lines = ((len(wrap(piece.words, piece.face, piece.size, column.room)), piece) for piece in told)
    return sum((count * LEADING + _BELOW) * piece.size + _above(piece) for count, piece in lines)


def _above(piece: Piece) -> float:
    """Give the room above a heading, in points: more than there is below it."""
    return piece.size * _ABOVE if piece.colour == SECOND else 0.0


def _slip(sheet: Sheet, column: Column) -> None:
    top = column.bottom - SLIP
    cut_line(sheet, column.left, column.right, top + 4)
    down = top + 16
    sheet.text(translate("I wish…"), (column.left, down), Face.BOLD, _HEADING, SECOND)
    down += _HEADING * LEADING - 6
    for _ in range(_LINES):
        down += _APART
        dotted(sheet, column.left, column.right, down)
    for label in (translate("Name (may stay empty)"), translate("Phone (may stay empty)")):
        down += _APART
        sheet.text(label, (column.left, down - _SMALL), Face.REGULAR, _SMALL, INK)
        dotted(sheet, column.left + width(label, Face.REGULAR, _SMALL) + 6, column.right, down)
    down += _GAP
    why = translate("We ask this to tell you what becomes of your wish.")
    down = column.write(sheet, Piece(why, Face.REGULAR, LEAST, colour=SOFT_INK), down)
    column.write(sheet, Piece(translate("Hand this slip to the host."), Face.BOLD, _SMALL), down)
