"""A shape for every day of the week, so that who does not read, or sees no colours, tells the days apart."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.printing.house_style import DAY_COLOURS

if TYPE_CHECKING:
    from reportlab.pdfgen.pathobject import PDFPathObject

    from buurtkamer_app.printing.house_style import Sheet

_THICK: Final = 0.07  # of the side: how thick an outline is
# The bow of a quarter of a circle as a curve (its usual approximation).
_BOW: Final = 0.5523

Corners = tuple[tuple[float, float], ...]


def _star() -> Corners:
    """Give the corners of a star with five points."""
    far = [(0.5, 0.21)[corner % 2] for corner in range(10)]
    return tuple((0.5 + r * sin(pi * n / 5), 0.53 - r * cos(pi * n / 5)) for n, r in enumerate(far))


# Monday to Sunday: circle, square, triangle, diamond, star, heart, half a disc as of a sun that sets. Corners as parts
# of the side, from the left and from the top; circle, heart and half disc have none.
_CORNERS: Final[dict[int, Corners]] = {
    1: ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    2: ((0.5, 0.04), (0.98, 0.92), (0.02, 0.92)),
    3: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    4: _star(),
}
_CIRCLE: Final = 0
_HEART: Final = 5


def put_mark(sheet: Sheet, weekday: int, at: tuple[float, float], side: float, *, colour: str = "") -> None:
    """Draw the shape of a day (0 is Monday) within a square whose upper left corner is `at`, in the day's colour.

    `colour` is another one. It is filled where areas may be filled, else an outline.
    """
    painted = HexColor(sheet.dress.paint(colour or DAY_COLOURS[weekday]))
    canvas = sheet.canvas
    canvas.addLiteral("/Artifact BMC")
    canvas.saveState()
    canvas.setFillColor(painted)
    canvas.setStrokeColor(painted)
    canvas.setLineWidth(1.0)
    canvas.setLineJoin(1)
    canvas.transform(side, 0, 0, -side, at[0], sheet.paper.high - at[1])
    canvas.setLineWidth(_THICK)
    path = canvas.beginPath()
    _outline(path, weekday)
    path.close()
    canvas.drawPath(path, stroke=1, fill=int(sheet.dress.filled))
    canvas.restoreState()
    canvas.addLiteral("EMC")


def _outline(path: PDFPathObject, weekday: int) -> None:
    if weekday in _CORNERS:
        first, *others = _CORNERS[weekday]
        path.moveTo(*first)
        for corner in others:
            path.lineTo(*corner)
    elif weekday == _CIRCLE:
        path.circle(0.5, 0.5, 0.46)
    elif weekday == _HEART:
        path.moveTo(0.5, 0.96)
        path.curveTo(0.1, 0.66, 0.0, 0.48, 0.0, 0.32)
        path.curveTo(0.0, 0.02, 0.4, -0.02, 0.5, 0.26)
        path.curveTo(0.6, -0.02, 1.0, 0.02, 1.0, 0.32)
        path.curveTo(1.0, 0.48, 0.9, 0.66, 0.5, 0.96)
    else:
        path.moveTo(0.0, 0.75)
        path.curveTo(0.0, 0.75 - 0.5 * _BOW, 0.5 - 0.5 * _BOW, 0.25, 0.5, 0.25)
        path.curveTo(0.5 + 0.5 * _BOW, 0.25, 1.0, 0.75 - 0.5 * _BOW, 1.0, 0.75)
