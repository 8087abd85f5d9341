"""Lines to write on by hand, and lines to cut along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.printing.house_style import SOFT_INK
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from buurtkamer_app.printing.house_style import Sheet

_DOTS: Final = (0.1, 3.6)
_DASHES: Final = (5.0, 4.0)
_SCISSORS: Final = 13.0
# How far a line reaches in points, in the type of a head, and how many letters long it is at least.
_WRITTEN: Final = 285.0
_TYPE: Final = 15.0
_LEAST: Final = 12


def dotted(sheet: Sheet, left: float, right: float, down: float, weight: float = 1.1) -> None:
    """Draw a line of dots to write on, `weight` points thick."""
    _broken(sheet, (left, right), down, (_DOTS[0], _DOTS[1] * weight), weight)


def to_fill_in(label: str) -> str:
    """Give what is asked in a line of type, with room to write behind it that ends where that of others does."""
    room = _WRITTEN - width(f"{label}: ", Face.REGULAR, _TYPE)
    return f"{label}: {'_' * max(_LEAST, int(room / width('_', Face.REGULAR, _TYPE)))}"


def cut_line(sheet: Sheet, left: float, right: float, down: float) -> None:
    """Draw a line to cut along, with scissors at its left."""
    put_picture(sheet, "scissors", (left, down - _SCISSORS / 2), _SCISSORS, SOFT_INK)
    _broken(sheet, (left + _SCISSORS + 5, right), down, _DASHES, 0.9)


def _broken(sheet: Sheet, ends: tuple[float, float], down: float, dash: tuple[float, float], weight: float) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeColor(HexColor(sheet.dress.paint(SOFT_INK)))
    canvas.setLineWidth(weight)
    canvas.setLineCap(1)
    canvas.setDash(*dash)
    canvas.line(ends[0], sheet.paper.high - down, ends[1], sheet.paper.high - down)
    canvas.restoreState()
