"""The number of a sheet in large letters, and as a code that a hand scanner types into the program."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import segno
from reportlab.lib.colors import black, white
from reportlab.lib.units import mm

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.house_style import INK, LEADING, SMALLEST
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from buurtkamer_app.printing.house_style import Sheet

# What a cheap hand scanner still reads from a copy of a copy; below it the modules run together.
LEAST_MODULE: Final = 0.8 * mm
# Source: ISO/IEC 18004, 6.3.8: four modules without anything around the symbol.
_QUIET: Final = 4
CODE: Final = 84.0
_NUMBER: Final = 22.0
CODE_HIGH: Final = CODE + _NUMBER * LEADING
# What is left for a number that somebody writes.
_WRITTEN: Final = 34.0


def put_code(sheet: Sheet, content: str, at: tuple[float, float], side: float) -> None:
    """Draw a QR code in a square of `side` points, its quiet zone included, its upper left corner `at`.

    A quarter of it may be damaged (level Q or better). Raises `ValueError` when its modules would be under 0.8 mm.
    """
    rows = list(segno.make_qr(content, error="q", boost_error=True).matrix_iter(border=_QUIET))
    module = side / len(rows)
    if module < LEAST_MODULE:
        message = f"{content}: {side:.0f} points are too few for a code of {len(rows)} modules"
        raise ValueError(message)
    canvas, top = sheet.canvas, sheet.paper.high - at[1]
    canvas.setFillColor(white)
    canvas.rect(at[0], top - side, side, side, stroke=0, fill=1)
    # One path: no hair of white between one row and the next, on no printer.
    path = canvas.beginPath()
    for down, row in enumerate(rows, 1):
        for first, count in _runs(row):
            path.rect(at[0] + first * module, top - down * module, count * module, module)
    canvas.setFillColor(black)
    canvas.drawPath(path, stroke=0, fill=1)


def put_number(sheet: Sheet, number: str, right: float, down: float) -> float:
    """Draw a number and its code with their upper right corner there, a line to write it on where there is none.

    Gives how high they are; they are `CODE` points wide.
    """
    left = right - CODE
    words = translate("Sheet number")
    if not number:
        sheet.text(words, (left, down), Face.REGULAR, SMALLEST)
        sheet.rule(left, right, down + _WRITTEN + SMALLEST, colour=INK, weight=1)
        return _WRITTEN + SMALLEST * LEADING
    put_code(sheet, number, (left, down), CODE)
    size = min(_NUMBER, _NUMBER * CODE / width(number, Face.BOLD, _NUMBER))
    sheet.text_right(number, (right, down + CODE), Face.BOLD, size)
    return CODE + size * LEADING


def _runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the dark runs of a row: where each begins and how many modules it is long."""
    place = 0
    for dark, run in groupby(row):
        count = len(list(run))
        if dark:
            yield place, count
        place += count
