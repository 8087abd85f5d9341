"""A line of little flags over the width of a page: a market hangs in the neighbourhood, and looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import DAY_COLOURS

if TYPE_CHECKING:
    from buurtkamer_app.printing.house_style import Sheet

# How high it is with the air below it, in points.
BUNTING: Final = 34.0
_FLAGS: Final = 17
_HIGH: Final = 24.0
_HANGS: Final = 9.0
_COLOURS: Final = (MAIN, DAY_COLOURS[4], DAY_COLOURS[1], DAY_COLOURS[3], SECOND)


def put_bunting(sheet: Sheet, down: float) -> None:
    """Draw the flags on a line that hangs from both edges of the page; filled where areas may be filled."""
    canvas, wide, top = sheet.canvas, sheet.paper.wide, sheet.paper.high - down - 3
    canvas.addLiteral("/Artifact BMC")
    canvas.saveState()
    canvas.setLineJoin(1)
    each = wide / _FLAGS
    for number in range(_FLAGS):
        left, right = number * each + 3, (number + 1) * each - 3
        paint = HexColor(sheet.dress.paint(_COLOURS[number % len(_COLOURS)]))
        canvas.setFillColor(paint)
        canvas.setStrokeColor(paint)
        canvas.setLineWidth(1.3)
        path = canvas.beginPath()
        path.moveTo(left, top - _drop(left, wide))
        path.lineTo(right, top - _drop(right, wide))
        path.lineTo((left + right) / 2, top - _drop((left + right) / 2, wide) - _HIGH)
        path.close()
        canvas.drawPath(path, stroke=1, fill=int(sheet.dress.filled))
    canvas.setStrokeColor(HexColor(sheet.dress.paint(MAIN)))
    canvas.setLineWidth(1.6)
    path = canvas.beginPath()
    path.moveTo(0, top)
    for step in range(1, _FLAGS + 1):
        path.lineTo(step * each, top - _drop(step * each, wide))
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
    canvas.addLiteral("EMC")


def _drop(left: float, wide: float) -> float:
    """Give how far the line hangs down there: most in the middle."""
    part = left / wide
    return _HANGS * 4 * part * (1 - part)
