"""Words or groups of letters in a frame, each with its number, to be typed over in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.house_style import LEADING, ROOM, SMALLEST
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.downward import Downward

_INSET: Final = 24.0


def numbered_words(sheet: Downward, words: Sequence[str], size: float, across: int) -> None:
    """Draw words of this type size in points, so many on a line."""
    rows = [words[start : start + across] for start in range(0, len(words), across)]
    row_height = (size + SMALLEST) * LEADING + 12
    sheet.frame(len(rows) * row_height + _INSET)
    sheet.down += 16
    for line, row in enumerate(rows):
        for place, word in enumerate(row):
            left = _INSET + place * (ROOM - _INSET) / across
            sheet.text(str(line * across + place + 1), left, Face.REGULAR, SMALLEST)
            sheet.down += SMALLEST * LEADING
            sheet.text(word, left, Face.BOLD, size)
            sheet.down -= SMALLEST * LEADING
        sheet.down += row_height
    sheet.down += 32
