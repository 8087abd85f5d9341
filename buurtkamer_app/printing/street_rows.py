"""Lines of a column of a street sheet: measured first, so that all of it fits on one page, then drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import INK, LEADING, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_ABOVE: Final = 0.55  # of the type: the gap above a heading
_TICKED: Final = "X"


@dataclass(frozen=True, slots=True)
class Row:
    """A line, the gap above it, and the box before it (None: no box); `ruled` is a line to write on."""

    words: str
    face: Face
    size: float
    gap: float = 0.0
    colour: str = INK
    box: bool | None = None
    inset: float = 0.0
    ruled: bool = False

    @property
    def height(self) -> float:
        """Give how much of the column it takes, in points."""
        return self.gap + self.size * LEADING


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it: paragraphs, boxes (their words, and whether ticked), or lines to write."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    boxes: tuple[tuple[str, bool], ...] = ()
    ruled: int = 0


def rows(parts: Iterable[Part], size: float, wide: float) -> list[Row]:
    """Give the lines of a column so wide, in type of a size."""
    found: list[Row] = []
    for part in parts:
        gap = size * _ABOVE if found else 0.0
        for line in wrap(printable(part.heading), Face.BOLD, size, wide):
            found.append(Row(line, Face.BOLD, size, gap, MAIN))
            gap = 0.0
        for paragraph in part.paragraphs:
            found += [Row(line, Face.REGULAR, size) for line in wrap(printable(paragraph), Face.REGULAR, size, wide)]
        for words, ticked in part.boxes:
            found += _boxed(words, size, wide, ticked=ticked)
        found += [Row("", Face.REGULAR, size, size * 0.6, ruled=True)] * part.ruled
    return found


def _boxed(words: str, size: float, wide: float, *, ticked: bool) -> list[Row]:
    inset = size * 1.35
    face = Face.BOLD if ticked else Face.REGULAR
    lines = wrap(printable(words), face, size, wide - inset)
    return [
        Row(line, face, size, size * 0.12 if first else 0.0, box=ticked if first else None, inset=inset)
        for first, line in zip([True, *[False] * len(lines)], lines, strict=False)
    ]


def high(lines: Iterable[Row]) -> float:
    """Give how high these lines are, in points."""
    return sum(line.height for line in lines)


def fitting(make: Callable[[float], Sequence[Row]], sizes: Sequence[float], room: float) -> Sequence[Row]:
    """Give the lines in the largest of some sizes in which they fit, else in the smallest."""
    found: Sequence[Row] = ()
    for size in sizes:
        found = make(size)
        if high(found) <= room:
            break
    return found


def put(sheet: Sheet, lines: Iterable[Row], at: tuple[float, float], wide: float) -> float:
    """Draw lines from `at` down, in a column so wide; give where they end."""
    left, down = at
    for line in lines:
        down += line.gap
        if line.box is not None:
            side = line.size * 0.86
            sheet.square((left, down + line.size * 0.2), side, line=INK)
            if line.box:
                middle = (left + side / 2, down + line.size * 0.02)
                sheet.text_middle(_TICKED, middle, Face.BOLD, line.size)
        if line.ruled:
            sheet.rule(left, left + wide, down + line.size, colour=INK, weight=0.4)
        if line.words:
            sheet.text(line.words, (left + line.inset, down), line.face, line.size, line.colour)
        down += line.size * LEADING
    return down
