"""The form for a round past doors, to take along: streets and numbers by hand, never who lives where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import LEADING, LINE, MARGIN, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_ROWS: Final = 8
_ROW: Final = 34.0
_BODY: Final = 13.0
# The street, then doors rung at, people spoken to, flyers: shares of the width.
_SHARES: Final = (0.43, 0.19, 0.19, 0.19)
_HEADS: Final = (mark("Street or part of it"), mark("Doors rung"), mark("People spoken to"), mark("Flyers handed out"))
_INSIDE: Final = 6.0
_HEARD: Final = 7
_FEWEST: Final = 3
_APART: Final = 26.0


def outreach_form(house: House) -> bytes:
    """Make an empty form as a PDF; StoreError when the letters are missing."""
    sheet = Downward(
        house,
        translate("Past the doors"),
        (translate("Tick off doors with small lines, as on the tally sheet."),),
        warning=translate("No names, no house numbers, no phone numbers on this sheet."),
    )
    sheet.fill_in(translate("Date"), _BODY, ROOM / 2)
    sheet.fill_in(translate("Who went"), _BODY)
    _table(sheet)
    sheet.heading(translate("What we heard in general"), with_it=60)
    sheet.lines(translate("What would people like? What do they miss here?"), Face.REGULAR, _BODY, colour=SOFT_INK)
    # A page of which only one line is left is no use at the door.
    sheet.writing_lines(min(_HEARD, max(_FEWEST, int(sheet.room_left // _APART))), _APART)
    return sheet.done()


def _table(sheet: Downward) -> None:
    heads = [
        wrap(translate(words), Face.BOLD, SMALLEST, ROOM * share - 2 * _INSIDE)
        for words, share in zip(_HEADS, _SHARES, strict=True)
    ]
    head = max(map(len, heads)) * SMALLEST * LEADING + 2 * _INSIDE
    sheet.place(head + (_ROWS + 1) * _ROW, partial(_draw_table, heads, head))


def _draw_table(heads: Sequence[Sequence[str]], head: float, paper: Sheet, down: float) -> None:
    high = head + (_ROWS + 1) * _ROW
    left = MARGIN
    canvas = paper.canvas
    for lines, share in zip(heads, _SHARES, strict=True):
        for number, line in enumerate(lines):
            paper.text(line, (left + _INSIDE, down + _INSIDE + number * SMALLEST * LEADING), Face.BOLD, SMALLEST)
        left += ROOM * share
        canvas.setStrokeColor(HexColor(paper.dress.paint(LINE)))
        canvas.setLineWidth(0.8)
        if left < MARGIN + ROOM - 1:
            canvas.line(left, paper.paper.high - down, left, paper.paper.high - down - high)
    for row in range(_ROWS + 1):
        paper.rule(
            MARGIN, MARGIN + ROOM, down + head + row * _ROW, colour=SOFT_INK, weight=1.6 if row == _ROWS else 0.6
        )
    together = translate("Together")
    paper.text(together, (MARGIN + _INSIDE, down + high - _ROW / 2 - SMALLEST * LEADING / 2), Face.BOLD, SMALLEST)
    paper.frame((MARGIN, down), (ROOM, high), line=MAIN, weight=1.4)
