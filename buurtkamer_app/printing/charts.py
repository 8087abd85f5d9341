"""The few forms of charts, readable in black and white: every bar has its number, every part its own fill and word.

Source of the forms: bars over time stand, bars of things that have long names lie, what runs on is a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.drawings import Fill, Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, LINE, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress

# How the parts of a bar look, in their order: told apart without colour too.
LOOKS: Final = (
    (MAIN, Fill.FULL),
    (SECOND, Fill.LINES),
    (MAIN, Fill.EMPTY),
    (SECOND, Fill.CROSSED),
    (MAIN, Fill.DOTS),
)
_ROW: Final = SMALLEST * LEADING
_BAR: Final = 12.0  # how high a lying bar is
_THIN: Final = 7.0  # and that of the year before under it
_GAP: Final = 8.0
_WIDEST: Final = 54.0  # a standing bar
# Where a scale may end, before its noughts, and how many lines it then has.
_ROUND: Final = {1: 5, 2: 4, 3: 3, 4: 4, 5: 5, 6: 3, 8: 4}
_DASHES: Final[tuple[tuple[float, ...] | None, ...]] = (None, (5, 3), (1.5, 2.5))


def number(many: int) -> str:
    """Say a number as it is written in the language of the moment: `1.250`."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - only where numbers are drawn

    from buurtkamer_app.base.i18n import language  # noqa: PLC0415

    return str(format_decimal(many, locale=language()))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every bar, or a line: its name, and as many values as the picture has labels."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What stands under each bar, the parts of the bars, and what puts a value into words."""

    labels: Sequence[str]
    parts: Sequence[Part]
    said: Callable[[int], str] = number


@dataclass(frozen=True, slots=True)
class Lying:
    """A lying bar: what it is of, its value, that value in words; `before`: the year before, where that is shown."""

    name: str
    value: int
    words: str
    before: int | None = None


def columns(size: tuple[float, float], chart: Chart, dress: Dress = PLAIN) -> Drawing:
    """Draw bars over time that stand beside each other, of one part or of several on top of each other.

    A value stands above each bar where there is room, and beside the lines.
    """
    (wide, high), labels, parts, said = size, chart.labels, chart.parts, chart.said
    sketch = Sketch(wide, high, dress)
    top = _legend(sketch, [part.name for part in parts]) + _ROW
    totals = [sum(part.values[at] for part in parts) for at in range(len(labels))]
    most = max(totals, default=0)
    bottom, left = high - _ROW - 4, _axis_width(most, said)
    scale = (bottom - top) / _scale(most)[0]
    _grid(sketch, (left, bottom), _steps(most), scale, said)
    step = (wide - left) / max(1, len(labels))
    bar = min(_WIDEST, step * 0.72)
    fits = all(width(said(total), Face.MEDIUM, SMALLEST) <= step - 2 for total in totals)
    for at, total in enumerate(totals):
        middle, base = left + step * (at + 0.5), bottom
        for place, part in enumerate(parts):
            colour, fill = LOOKS[place % len(LOOKS)]
            height = part.values[at] * scale
            if height > 0:
                base -= height
                sketch.box((middle - bar / 2, base), (bar, height), colour=colour, fill=fill)
        if total and (fits or total == most):
            _middle_within(sketch, said(total), middle, base - _ROW, Face.MEDIUM)
    sketch.line((left, bottom), (wide, bottom), colour=SOFT_INK, weight=1)
    _labels(sketch, labels, left, step, bottom + 3)
    return sketch.drawing


def lines(size: tuple[float, float], chart: Chart, dress: Dress = PLAIN) -> Drawing:
    """Draw how values run on: a line for each part with a mark on every value, and the last one in words."""
    (wide, high), labels, parts, said = size, chart.labels, chart.parts, chart.said
    sketch = Sketch(wide, high, dress)
    top = _legend(sketch, [part.name for part in parts], of_lines=True) + _ROW
    most = max((value for part in parts for value in part.values), default=0)
    bottom, left = high - _ROW - 4, _axis_width(most, said)
    scale = (bottom - top) / _scale(most)[0]
    _grid(sketch, (left, bottom), _steps(most), scale, said)
    step = (wide - left) / max(1, len(labels))
    for place, part in enumerate(parts):
        colour = LOOKS[place % len(LOOKS)][0]
        points = [(left + step * (at + 0.5), bottom - value * scale) for at, value in enumerate(part.values)]
        sketch.way(points, colour=colour, weight=2, dashes=_DASHES[place % len(_DASHES)])
        for point in points:
            sketch.dot(point, 3.2, colour=colour, filled=place % 2 == 0, weight=1.4)
        if points:
            across, down = points[-1]
            _middle_within(sketch, said(part.values[-1]), across, down - _ROW - 3, Face.MEDIUM)
    sketch.line((left, bottom), (wide, bottom), colour=SOFT_INK, weight=1)
    _labels(sketch, labels, left, step, bottom + 3)
    return sketch.drawing


def lying_height(bars: Sequence[Lying], names: tuple[str, str] | None = None) -> float:
    """Give how high a picture of lying bars is, in points."""
    legend = _ROW + _GAP if names else 0.0
    each = sum(_ROW + _BAR + _GAP + (_THIN if bar.before is not None else 0.0) for bar in bars)
    return legend + each


def lying(wide: float, bars: Sequence[Lying], dress: Dress = PLAIN, names: tuple[str, str] | None = None) -> Drawing:
    """Draw bars that lie under each other, each with its name and its value in words above it.

    `names` say what a bar and the thinner one under it are, for a picture that shows the year before too.
    """
    sketch = Sketch(wide, lying_height(bars, names), dress)
    down = _legend(sketch, names, looks=(0, 2)) if names else 0.0
    down += _GAP if names else 0.0
    most = max((max(bar.value, bar.before or 0) for bar in bars), default=0) or 1
    for bar in bars:
        room = width(printable(bar.words), Face.MEDIUM, SMALLEST)
        sketch.text(fitted(bar.name, max(0.0, wide - room - 10)), (0, down))
        sketch.text_right(bar.words, (wide, down), Face.MEDIUM)
        down += _ROW
        _lie(sketch, (0, down), (wide * bar.value / most, _BAR), 0)
        down += _BAR
        if bar.before is not None:
            _lie(sketch, (0, down), (wide * bar.before / most, _THIN), 2)
            down += _THIN
        down += _GAP
    return sketch.drawing


def _lie(sketch: Sketch, at: tuple[float, float], size: tuple[float, float], look: int) -> None:
    """Draw a lying bar; of nothing at all only where it would begin."""
    colour, fill = LOOKS[look]
    if size[0] > 0:
        sketch.box((at[0] + 0.5, at[1]), (max(1.0, size[0] - 1), size[1]), colour=colour, fill=fill)
    else:
        sketch.line((at[0] + 0.5, at[1]), (at[0] + 0.5, at[1] + size[1]), colour=colour, weight=1)


def _scale(most: int) -> tuple[int, int]:
    """Give the top of a scale that holds a value, 4 at least, and how many lines it has."""
    size = 1
    while True:
        for part, count in _ROUND.items():
            if part * size >= max(4, most):
                return part * size, count
        size *= 10


def _steps(most: int) -> list[int]:
    """Give the values of the lines of a scale, the top one last."""
    tallest, count = _scale(most)
    return [tallest * at // count for at in range(1, count + 1)]


def _axis_width(most: int, said: Callable[[int], str]) -> float:
    return max(width(said(value), Face.REGULAR, SMALLEST) for value in _steps(most)) + 6


def _grid(
    sketch: Sketch, corner: tuple[float, float], values: Sequence[int], scale: float, said: Callable[[int], str]
) -> None:
    """Draw the lines of a scale with their values; `corner` is where it begins, on the left and below."""
    left, bottom = corner
    for value in values:
        down = bottom - value * scale
        sketch.line((left, down), (sketch.wide, down), colour=LINE, weight=0.5)
        sketch.text_right(said(value), (left - 5, down - SMALLEST * 0.62), colour=SOFT_INK)


def _labels(sketch: Sketch, labels: Sequence[str], left: float, step: float, down: float) -> None:
    """Write what each bar is of: all, or only each so manyth where there is no room for all."""
    if not labels:
        return
    widest = max(width(printable(label), Face.REGULAR, SMALLEST) for label in labels) + 6
    every = max(1, -(-int(widest) // max(1, int(step))))
    for at in range(0, len(labels), every):
        _middle_within(sketch, labels[at], left + step * (at + 0.5), down, Face.REGULAR)


def _middle_within(sketch: Sketch, words: str, middle: float, down: float, face: Face) -> None:
    """Write words about the middle of something, but not beyond the edge of the picture."""
    half = width(printable(words), face, SMALLEST) / 2
    across, down = max(half, min(middle, sketch.wide - half)), max(0.0, down)
    # What it is written over does not cross it.
    sketch.blank((across - half - 1, down + 1.5), (2 * half + 2, SMALLEST))
    sketch.text_middle(words, (across, down), face)


def _legend(
    sketch: Sketch, names: Sequence[str], *, of_lines: bool = False, looks: Sequence[int] = (0, 1, 2, 3, 4)
) -> float:
    """Say what the parts are, each beside its fill, in as many rows as it takes; gives how high that is."""
    if len(names) < 2:
        return 0.0
    across, down = 0.0, 0.0
    for place, name in enumerate(names):
        words = fitted(name, sketch.wide - 24)
        needs = width(words, Face.REGULAR, SMALLEST) + 18
        if across and across + needs > sketch.wide:
            across, down = 0.0, down + _ROW + 2
        colour, fill = LOOKS[looks[place % len(looks)]]
        if of_lines:
            middle = down + SMALLEST * 0.6
            sketch.line(
                (across, middle), (across + 14, middle), colour=colour, weight=2, dashes=_DASHES[place % len(_DASHES)]
            )
            sketch.dot((across + 7, middle), 3, colour=colour, filled=place % 2 == 0, weight=1.4)
        else:
            sketch.box((across + 0.5, down + 1.5), (11, 11), colour=colour, fill=fill)
        sketch.text(words, (across + 18, down))
        across += needs + 16
    return down + _ROW + 4
