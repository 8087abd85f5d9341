"""Pictures on paper: the icons of the screen (`resources/icons`), as lines and curves from the very same files."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import islice
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.printing.house_style import INK

if TYPE_CHECKING:
    from buurtkamer_app.printing.house_style import Sheet

# As SVG fills where nothing else is said: what lies within a line drawn the other way round stays open.
_NON_ZERO: Final = 1
_VIEW: Final = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"')
_LINES: Final = re.compile(r'<path[^>]* d="([^"]+)"')
# How many numbers each kind of step takes: to move, a line, a curve, to close (`reportlab.graphics.shapes`).
_NUMBERS: Final = (2, 2, 6, 0)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A picture in the units of its file: the box that is seen of it, and its steps as `Path` of ReportLab has them."""

    left: float
    top: float
    wide: float
    high: float
    steps: tuple[tuple[int, tuple[float, ...]], ...]


def put_picture(sheet: Sheet, name: str, at: tuple[float, float], side: float, colour: str = INK) -> None:
    """Draw an icon of `resources/icons` within a square whose upper left corner is `at`, in its own proportions.

    A picture stands beside its word: what reads a sheet aloud passes over it. Raises `StoreError` without its file.
    """
    drawing, canvas = _drawing(name), sheet.canvas
    form = f"picture-{name}"
    if not canvas.hasForm(form):
        _keep(sheet, form, drawing)
    scale = side / max(drawing.wide, drawing.high)
    left = at[0] + (side - drawing.wide * scale) / 2 - drawing.left * scale
    top = sheet.paper.high - at[1] - (side - drawing.high * scale) / 2 + drawing.top * scale
    canvas.addLiteral("/Artifact BMC")
    canvas.saveState()
    canvas.setFillColor(HexColor(sheet.dress.paint(colour)))
    canvas.transform(scale, 0, 0, -scale, left, top)
    canvas.doForm(form)
    canvas.restoreState()
    canvas.addLiteral("EMC")


def _keep(sheet: Sheet, form: str, drawing: _Drawing) -> None:
    """Write a picture into the file once, without a colour: it takes that of where it is drawn."""
    canvas = sheet.canvas
    right, bottom = ceil(drawing.left + drawing.wide), ceil(drawing.top + drawing.high)
    canvas.beginForm(form, floor(drawing.left), floor(drawing.top), right, bottom)
    path = canvas.beginPath()
    steps = (path.moveTo, path.lineTo, path.curveTo, path.close)
    for kind, numbers in drawing.steps:
        steps[kind](*numbers)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)
    canvas.endForm()


@functools.cache
def _drawing(name: str) -> _Drawing:
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise StoreError("The pictures for printing are missing. Install the program again.")
    # What a disk has spoilt is no picture any more.
    written = file.read_text(encoding="utf-8", errors="replace")
    view = _VIEW.search(written)
    if view is None:
        raise StoreError("The pictures for printing are missing. Install the program again.")
    left, top, wide, high = map(float, view.groups())
    return _Drawing(left, top, wide, high, tuple(step for lines in _LINES.findall(written) for step in _steps(lines)))


def _steps(lines: str) -> list[tuple[int, tuple[float, ...]]]:
    # It brings most of ReportLab with it, 0.1 s that a sheet without pictures does not wait for.
    from reportlab.graphics.svgpath import SvgPath  # noqa: PLC0415

    path = SvgPath(lines)
    numbers = iter(path.points)
    return [(kind, tuple(islice(numbers, _NUMBERS[kind]))) for kind in map(int, path.operators)]
