"""The five-point picture of a look at the neighbourhood: this year's averages, and those of the time before."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Characteristic
from buurtkamer_app.neighbourhood.scan.rules import MOST
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, tenths
from buurtkamer_app.printing.drawings import Sketch
from buurtkamer_app.printing.dress import MAIN, PLAIN, SECOND, TINT
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, SMALLEST, SOFT_INK
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.neighbourhood.scan.records import Averages
    from buurtkamer_app.printing.dress import Dress

Point = tuple[float, float]

_LABEL: Final = 13.0
_SMALL: Final = SMALLEST
_KEY: Final = 22.0  # how high the line is that says which line is of which year
_GAP: Final = 10.0
_UNDER: Final = 24.0  # so far words reach under the lower corners
_WIDEST: Final = 130.0  # of the words at a corner
_DASHES: Final = (6.0, 3.5)
_CORNERS: Final = tuple(Characteristic)


def five_points(now: Averages, before: Averages | None, wide: float, high: float, dress: Dress = PLAIN) -> Drawing:
    """Draw the picture, so many points wide and high; the time before is a dashed line with open squares."""
    return _Picture(now, before, Sketch(wide, high, dress)).drawn()


class _Picture:
    """One picture: what it shows, and where its middle is."""

    def __init__(self, now: Averages, before: Averages | None, sketch: Sketch) -> None:
        self._now, self._before, self._sketch = now, before, sketch
        # Words stand left and right of it, three lines at each corner, and the years under it.
        self._words = min(_WIDEST, sketch.wide * 0.27)
        rows = 3 * _LABEL * LEADING
        across = (sketch.wide / 2 - self._words - _GAP) / sin(2 * pi / 5)
        down = (sketch.high - _KEY - rows - _UNDER - 2 * _GAP) / (1 + cos(pi / 5))
        self._radius = max(20.0, min(across, down))
        self._middle = (sketch.wide / 2, rows + _GAP + self._radius)

    def drawn(self) -> Drawing:
        """Draw all of it."""
        self._shape(self._now, fill=True)
        for score in range(1, MOST + 1):
            ring = [self._at(corner, score) for corner in range(len(_CORNERS))]
            outer = score == MOST
            self._sketch.way([*ring, ring[0]], colour=SOFT_INK if outer else LINE, weight=1.2 if outer else 0.7)
        for corner in range(len(_CORNERS)):
            self._sketch.line(self._middle, self._at(corner, MOST), colour=LINE, weight=0.7)
        if self._before is not None:
            self._shape_before(self._before)
        self._shape(self._now)
        self._numbers()
        for corner in range(len(_CORNERS)):
            self._label(corner)
        self._years()
        return self._sketch.drawing

    def _at(self, corner: int, score: float) -> Point:
        """Give the place of a score on the line to a corner; the first stands on top, the next ones follow the clock.

        A score of 1 is one step from the middle, so that five low ones are a shape too.
        """
        turn, far = 2 * pi * corner / len(_CORNERS), self._radius * score / MOST
        return self._middle[0] + far * sin(turn), self._middle[1] - far * cos(turn)

    def _points(self, found: Averages) -> list[Point | None]:
        means = [found.of(about) for about in _CORNERS]
        return [self._at(corner, mean.total / mean.count) if mean.count else None for corner, mean in enumerate(means)]

    def _shape(self, found: Averages, *, fill: bool = False) -> None:
        points = self._points(found)
        if fill:
            whole = [point for point in points if point is not None]
            if len(whole) == len(_CORNERS):
                self._sketch.area(whole, colour=TINT, filled=True, weight=0.4)
            return
        for one, other in _sides(points):
            self._sketch.line(one, other, colour=MAIN, weight=2.4)
        for point in points:
            if point is not None:
                self._sketch.dot(point, 4.6, colour=MAIN)

    def _shape_before(self, found: Averages) -> None:
        points = self._points(found)
        for one, other in _sides(points):
            self._sketch.line(one, other, colour=SECOND, weight=1.5, dashes=_DASHES)
        for point in points:
            if point is not None:
                self._square(point)

    def _square(self, at: Point, side: float = 7.0) -> None:
        self._sketch.box((at[0] - side / 2, at[1] - side / 2), (side, side), colour=SECOND, weight=1.5)

    def _numbers(self) -> None:
        """Say on the line that goes up what the rings are."""
        for score in (1, 3, MOST):
            left, top = self._at(0, score)
            self._sketch.text(str(score), (left + 6, top - (2 if score == MOST else -1)), size=_SMALL, colour=SOFT_INK)

    def _label(self, corner: int) -> None:
        """Write at a corner what it is, its average, and that of the time before."""
        about = _CORNERS[corner]
        left, top = self._at(corner, MOST)
        lines = [
            (line, Face.BOLD, _LABEL, INK)
            for line in wrap(translate(CHARACTERISTICS[about].name), Face.BOLD, _LABEL, self._words)
        ]
        figures = tenths(self._now.of(about).tenths)
        if self._before is not None:
            was = tenths(self._before.of(about).tenths)
            figures = translate("{now} (was {before})", now=figures, before=was)
        lines.append((figures, Face.MEDIUM, _LABEL, MAIN))
        high = len(lines) * _LABEL * LEADING
        aside = (left > self._middle[0] + 1) - (left < self._middle[0] - 1)
        lower = top > self._middle[1]
        top = top - high - 4 if not aside else top - high / 2 if not lower else top - high * 0.35
        for words, face, size, colour in lines:
            long = width(words, face, size)
            x = left - long / 2 if not aside else left + _GAP if aside > 0 else left - _GAP - long
            x = min(max(0.0, x), max(0.0, self._sketch.wide - long))
            self._sketch.text(words, (x, top), face, size, colour)
            top += size * LEADING

    def _years(self) -> None:
        """Say under it which line is of which year."""
        top = self._sketch.high - _KEY + 5
        middle, told = top + _SMALL * 0.62, [(self._now, True)]
        told += [(self._before, False)] if self._before is not None else []
        words = [translate("{year} ({count} papers)", year=found.year, count=found.respondents) for found, _ in told]
        long = sum(38 + width(text, Face.REGULAR, _SMALL) for text in words) + 22 * (len(words) - 1)
        left = max(0.0, (self._sketch.wide - long) / 2)
        for (_, new), text in zip(told, words, strict=True):
            ends = ((left, middle), (left + 30, middle))
            if new:
                self._sketch.line(*ends, colour=MAIN, weight=2.4)
                self._sketch.dot((left + 15, middle), 4.6, colour=MAIN)
            else:
                self._sketch.line(*ends, colour=SECOND, weight=1.5, dashes=_DASHES)
                self._square((left + 15, middle))
            self._sketch.text(text, (left + 38, top), size=_SMALL)
            left += 60 + width(text, Face.REGULAR, _SMALL)


def _sides(points: list[Point | None]) -> list[tuple[Point, Point]]:
    """Give the lines between corners that stand beside each other; one that nobody scored has none."""
    around = zip(points, [*points[1:], points[0]], strict=True)
    return [(one, other) for one, other in around if one is not None and other is not None]
