"""The label of a day beside what is on that day: its name, its number, and a word under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.house_style import LEADING, MARGIN, SMALLEST, WHITE
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.printing.flow import Part
    from buurtkamer_app.printing.house_style import Sheet

_INSET: Final = 7.0
_NUMBER: Final = 1.6  # times the size of the day's name


def label_width(days: Iterable[date], size: float) -> float:
    """Tell how wide labels are in points: the longest name of a day fits."""
    names = [words.said(day, "EEEE") for day in days]
    return max([width(name, Face.BOLD, size) for name in names], default=0.0) + 2 * _INSET


def label_height(size: float) -> float:
    """Tell how high a label is at least: name, number, and the word under them."""
    return size * (1.1 + _NUMBER * LEADING) + SMALLEST * LEADING + _INSET


def put_label(sheet: Sheet, part: Part, size: float, wide: float, under: str = "") -> None:
    """Draw the label of a part of a page, with `under` below the number where it does not go on from another page."""
    day, colour = part.block.day, part.block.colour
    if day is None:
        return
    filled = sheet.dress.filled
    sheet.frame((MARGIN, part.down), (wide, part.height), line=colour, fill=colour if filled else "", weight=1.6)
    ink, left, down = WHITE if filled else colour, MARGIN + _INSET, part.down + _INSET * 0.7
    sheet.text(words.said(day, "EEEE"), (left, down), Face.BOLD, size, ink)
    down += size * 1.1
    sheet.text(str(day.day), (left, down), Face.BOLD, size * _NUMBER, ink)
    told = translate("continued") if part.continued else under
    sheet.text(told, (left, down + size * _NUMBER * LEADING), Face.REGULAR, SMALLEST, ink)
