"""The recovery code on paper: one page for a safe place, large enough to be read out in poor light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, ROOM, SMALLEST, WIDTH, Sheet, foot
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from datetime import date

_TITLE: Final = 27.0
_BODY: Final = 15.0
_CODE: Final = 34.0
# Groups on one line: three are still read without losing the line.
_ACROSS: Final = 3
_MOST_LINES: Final = 4


def _box(sheet: Sheet, down: float, groups: list[str]) -> float:
    """Draw the groups of the code in a frame, each with its number; give where the frame ends."""
    rows = [groups[start : start + _ACROSS] for start in range(0, len(groups), _ACROSS)]
    row_height = _CODE * LEADING + SMALLEST * LEADING + 12
    height = len(rows) * row_height + 24
    sheet.frame((MARGIN, down), (ROOM, height), line=MAIN, weight=2)
    for line, row in enumerate(rows):
        for place, group in enumerate(row):
            left = MARGIN + 24 + place * (ROOM - 24) / _ACROSS
            top = down + 16 + line * row_height
            sheet.text(str(line * _ACROSS + place + 1), (left, top), Face.REGULAR, SMALLEST)
            sheet.text(group, (left, top + SMALLEST * LEADING), Face.BOLD, _CODE)
    return down + height


def recovery_sheet(room: str, code: str, printed_on: date) -> bytes:
    """Give the one page with the recovery code of a room as a PDF; `code` is written in groups with hyphens."""
    name, title = printable(room), translate("Recovery code of {room}", room=printable(room))
    sheet = Sheet(title, name)
    down = MARGIN
    for line in wrap(title, Face.BOLD, _TITLE, ROOM)[:_MOST_LINES]:
        sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, MAIN)
        down += _TITLE * LEADING
    down += 8
    sheet.rule(MARGIN, WIDTH - MARGIN, down, colour=MAIN, weight=2.2)
    down = _box(sheet, down + 20, code.split("-")) + 24
    for sentence in (
        translate("Is the passphrase lost, or this computer? Then this code opens the room."),
        translate("Keep this paper in a safe place, away from the computer. Tell two people where it is."),
        translate("Who has this paper and a backup can read everything. Never make a photo of it."),
        translate("Type the groups in this order. Capitals and hyphens do not matter."),
    ):
        for line in wrap(sentence, Face.REGULAR, _BODY, ROOM):
            sheet.text(line, (MARGIN, down), Face.REGULAR, _BODY, INK)
            down += _BODY * LEADING
        down += 8
    dated = translate("made on {date}", date=words.said(printed_on, "d MMMM y"))
    foot(sheet, wrap(name, Face.REGULAR, SMALLEST, ROOM)[:_MOST_LINES], dated, "1/1")
    sheet.turn()
    return sheet.done()
