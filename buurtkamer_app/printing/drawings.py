"""Pictures that are drawn once, for screen, paper and log: what they are made of, and how they come onto a sheet."""

from __future__ import annotations

import enum
import io
from typing import TYPE_CHECKING, Final

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from buurtkamer_app.printing.dress import PLAIN, Dress, Ink
from buurtkamer_app.printing.house_style import BASELINE, INK, SMALLEST, WHITE
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.roboto import plain
from buurtkamer_app.printing.typeface import Face, font, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Shape
    from reportlab.lib.colors import Color

    from buurtkamer_app.printing.house_style import Sheet

__all__ = ["ON_SCREEN", "Drawing", "Fill", "Sketch", "drawing_pdf", "put_drawing"]

# A screen has no ink to save.
ON_SCREEN: Final = Dress(ink=Ink.COLOUR)
_ELLIPSIS: Final = "…"


class Fill(enum.Enum):
    """How an area is filled, so that areas are told apart without colour too; the space between lines in points.

    In colour the first is full; where ink is saved it has lines close together.
    """

    FULL = 2.6
    EMPTY = 0.0
    LINES = 5.0
    CROSSED = 5.5
    DOTS = 4.5


class Sketch:
    """A drawing in the making: all is placed in points from the left and from the top, as on a `Sheet`.

    Colours are `#rrggbb` or the part that one plays (MAIN, SECOND, TINT): `dress` says what they are.
    """

    def __init__(self, wide: float, high: float, dress: Dress = PLAIN) -> None:
        for face in Face:
            font(face)
        self.wide, self.high, self.dress = wide, high, dress
        # Else a sheet would name a type that is not in it.
        self.drawing = Drawing(wide, high, initialFontName=font(Face.REGULAR).fontName)

    def text(
        self, words: str, at: tuple[float, float], face: Face = Face.REGULAR, size: float = SMALLEST, colour: str = INK
    ) -> None:
        """Write a line of text whose box has its upper left corner `at`; what nobody can print is left out."""
        words = printable(words)
        left, up = at[0], self.high - at[1] - size * BASELINE
        if plain(words):
            self._write(words, face.value, (left, up), size, colour)
            return
        # As in `typeface`.
        from buurtkamer_app.printing.shaping import shaped  # noqa: PLC0415

        for run in shaped(words, face):
            self._write(run.codes, run.font, (left + run.lead * size, up), size, colour)
            left += run.ems * size

    def text_middle(
        self, words: str, at: tuple[float, float], face: Face = Face.REGULAR, size: float = SMALLEST, colour: str = INK
    ) -> None:
        """Write a line of text whose box has the middle of its upper edge `at`."""
        self.text(words, (at[0] - width(printable(words), face, size) / 2, at[1]), face, size, colour)

    def text_right(
        self, words: str, at: tuple[float, float], face: Face = Face.REGULAR, size: float = SMALLEST, colour: str = INK
    ) -> None:
        """Write a line of text whose box has its upper right corner `at`."""
        self.text(words, (at[0] - width(printable(words), face, size), at[1]), face, size, colour)

    def box(
        self,
        at: tuple[float, float],
        size: tuple[float, float],
        *,
        colour: str,
        fill: Fill = Fill.EMPTY,
        weight: float = 1.0,
    ) -> None:
        """Draw a box, its upper left corner `at`."""
        low = self.high - at[1] - size[1]
        full = fill is Fill.FULL and self.dress.filled
        paint = self._paint(colour)
        self._add(Rect(at[0], low, *size), strokeColor=paint, strokeWidth=weight, fillColor=paint if full else None)
        if not full and fill is not Fill.EMPTY:
            self._hatch((at[0], low), size, colour, fill)

    def blank(self, at: tuple[float, float], size: tuple[float, float]) -> None:
        """Leave a place white, whatever was drawn there."""
        low = self.high - at[1] - size[1]
        self._add(Rect(at[0], low, *size), strokeColor=None, fillColor=HexColor(WHITE))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str = INK,
        weight: float = 0.8,
        dashes: Sequence[float] | None = None,
    ) -> None:
        """Draw a line from one point to another; `dashes` in points: on, off."""
        line = Line(start[0], self.high - start[1], end[0], self.high - end[1])
        self._add(line, strokeColor=self._paint(colour), strokeWidth=weight, strokeDashArray=dashes)

    def way(
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str = INK,
        weight: float = 1.6,
        dashes: Sequence[float] | None = None,
    ) -> None:
        """Draw a line through points; fewer than two are none."""
        if len(points) > 1:
            way = PolyLine(_flat(points, self.high))
            self._add(way, strokeColor=self._paint(colour), strokeWidth=weight, strokeDashArray=dashes)

    def area(
        self, points: Sequence[tuple[float, float]], *, colour: str, filled: bool = False, weight: float = 1.0
    ) -> None:
        """Draw an area with these corners; `filled` where areas may be filled, else only its edge."""
        paint = self._paint(colour)
        fill = paint if filled and self.dress.filled else None
        self._add(Polygon(_flat(points, self.high)), strokeColor=paint, strokeWidth=weight, fillColor=fill)

    def dot(
        self, at: tuple[float, float], radius: float, *, colour: str = INK, filled: bool = True, weight: float = 1.0
    ) -> None:
        """Draw a dot with its middle `at`, or a ring that is white inside."""
        paint = self._paint(colour)
        inside = paint if filled else HexColor(WHITE)
        circle = Circle(at[0], self.high - at[1], radius)
        self._add(circle, strokeColor=paint, strokeWidth=weight, fillColor=inside)

    def _write(self, words: str, name: str, at: tuple[float, float], size: float, colour: str) -> None:
        self._add(String(*at, words), fontName=name, fontSize=size, fillColor=self._paint(colour))

    def _hatch(self, low: tuple[float, float], size: tuple[float, float], colour: str, fill: Fill) -> None:
        """Fill a box with slanting lines, lines both ways or dots; `low` is its lower left corner."""
        paint, (left, bottom), (wide, high), step = self._paint(colour), low, size, fill.value
        if fill is Fill.DOTS:
            for row in range(int(high / step)):
                for column in range(int(wide / step)):
                    across = left + step * (column + 0.5 + (row % 2) / 2)
                    if across < left + wide - 0.6:
                        up = bottom + step * (row + 0.5)
                        self._add(Circle(across, up, 0.6), strokeColor=None, fillColor=paint)
            return
        for number in range(1, int((wide + high) / step) + 1):
            # Where the line that goes up to the right crosses the edges of the box.
            reach = number * step
            first = (max(0.0, reach - high), min(high, reach))
            second = (min(wide, reach), max(0.0, reach - wide))
            self._slant(left + first[0], bottom + first[1], left + second[0], bottom + second[1], paint)
            if fill is Fill.CROSSED:
                mirrored = left + wide - first[0], left + wide - second[0]
                self._slant(mirrored[0], bottom + first[1], mirrored[1], bottom + second[1], paint)

    def _slant(self, x1: float, y1: float, x2: float, y2: float, paint: Color) -> None:
        self._add(Line(x1, y1, x2, y2), strokeColor=paint, strokeWidth=0.5)

    def _paint(self, colour: str) -> Color:
        return HexColor(self.dress.paint(colour))

    def _add(self, shape: Shape, **how: object) -> None:
        shape.setProperties(how)
        self.drawing.add(shape)


def _flat(points: Sequence[tuple[float, float]], high: float) -> list[float]:
    """Give points from the left and from the top as ReportLab has them: one after the other, from below."""
    return [number for across, down in points for number in (across, high - down)]


def fitted(words: str, most: float, face: Face = Face.REGULAR, size: float = SMALLEST) -> str:
    """Give a line of text that is at most so many points wide: what does not fit becomes three dots."""
    words = printable(words)
    if width(words, face, size) <= most:
        return words
    while words and width(words + _ELLIPSIS, face, size) > most:
        words = words[:-1].rstrip()
    return words + _ELLIPSIS


def put_drawing(sheet: Sheet, drawing: Drawing, at: tuple[float, float]) -> None:
    """Draw a picture on a sheet as lines and letters, its upper left corner `at`."""
    renderPDF.draw(drawing, sheet.canvas, at[0], sheet.paper.high - at[1] - drawing.height)


def drawing_pdf(drawing: Drawing) -> bytes:
    """Give a picture as a PDF of one page that is just as large."""
    out = io.BytesIO()
    # The published stubs take this name for a number.
    canvas = Canvas(
        out,
        pagesize=(drawing.width, drawing.height),
        invariant=1,
        initialFontName=font(Face.REGULAR).fontName,  # type: ignore[arg-type]
    )
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
