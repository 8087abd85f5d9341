"""Two pictures for the first page of a log: large figures beside each other, and a box with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.drawings import Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, LINE, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress

_ACROSS: Final = 4
_GAP: Final = 10.0
_EDGE: Final = 9.0
_LARGE: Final = 24.0
_ROW: Final = SMALLEST * LEADING


def tiles(wide: float, figures: Sequence[tuple[str, str]], dress: Dress = PLAIN) -> Drawing:
    """Draw figures, each large with what it counts in words under it, four beside each other."""
    each = (wide - _GAP * (_ACROSS - 1)) / _ACROSS
    said = [wrap(printable(words), Face.REGULAR, SMALLEST, each - 2 * _EDGE) for _, words in figures]
    high = _EDGE + _LARGE * LEADING + max((len(lines) for lines in said), default=1) * _ROW + _EDGE
    rows = -(-len(figures) // _ACROSS)
    sketch = Sketch(wide, rows * (high + _GAP), dress)
    for place, (number, _) in enumerate(figures):
        left, top = (place % _ACROSS) * (each + _GAP), (place // _ACROSS) * (high + _GAP)
        sketch.box((left + 0.5, top + 0.5), (each - 1, high - 1), colour=LINE, weight=0.8)
        sketch.line((left + 0.5, top + 1.5), (left + each - 0.5, top + 1.5), colour=MAIN, weight=3)
        sketch.text(fitted(number, each - 2 * _EDGE, Face.BOLD, _LARGE), (left + _EDGE, top + _EDGE), Face.BOLD, _LARGE)
        down = top + _EDGE + _LARGE * LEADING
        for line in said[place]:
            sketch.text(line, (left + _EDGE, down), colour=SOFT_INK)
            down += _ROW
    return sketch.drawing


def boxed(wide: float, heading: str, lines: Sequence[str], dress: Dress = PLAIN) -> Drawing:
    """Draw a box with a heading and what to do, step by step."""
    room = wide - 2 * _EDGE - 8
    steps = [wrap(printable(line), Face.REGULAR, SMALLEST, room - 18) for line in lines]
    high = 2 * _EDGE + _ROW + 4 + sum(len(step) * _ROW + 2 for step in steps)
    sketch = Sketch(wide, high, dress)
    sketch.box((0.5, 0.5), (wide - 1, high - 1), colour=LINE, weight=0.8)
    sketch.line((2, 0.5), (2, high - 0.5), colour=SECOND, weight=4)
    left, down = _EDGE + 8, _EDGE
    sketch.text(fitted(heading, room, Face.BOLD), (left, down), Face.BOLD)
    down += _ROW + 4
    for number, step in enumerate(steps, 1):
        sketch.text(f"{number}.", (left, down), Face.MEDIUM)
        for line in step:
            sketch.text(line, (left + 18, down))
            down += _ROW
        down += 2
    return sketch.drawing
