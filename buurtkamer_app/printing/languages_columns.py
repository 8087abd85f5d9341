"""Columns of the sheet in several languages: one a language, each beginning where its reader does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.printing.flow import Line, Piece
from buurtkamer_app.printing.house_style import INK
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.languages import Language

# Arabic is drawn smaller than its size to fit the lines of others (`scripts`); where it has a line of its own it is set
# so much larger.
_ARABIC: Final = 1.14
_GAP: Final = 10.0
_CLOCK: Final = "00.00\u201300.00"


class Look(NamedTuple):
    """How a text looks."""

    face: Face
    size: float
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the type is, in points, and the languages: Dutch, then those that were chosen."""

    size: float
    languages: tuple[Language, ...]

    @property
    def large(self) -> float:
        """Give the size of names."""
        return self.size * 1.12

    @property
    def inset(self) -> float:
        """Give the room between a frame and its text."""
        return self.size * 0.6

    @property
    def picture(self) -> float:
        """Give the side of a pictogram: as high as a name and the words below it."""
        return self.size * 2.1

    @property
    def picture_left(self) -> float:
        """Tell where pictograms begin, right of the times."""
        return width(_CLOCK, Face.BOLD, self.size) + self.size * 0.7

    @property
    def name_left(self) -> float:
        """Tell where names begin."""
        return self.picture_left + self.picture + self.size * 0.7

    def fitted(self, language: Language, size: float) -> float:
        """Give the size at which a language looks as large as Dutch at `size`."""
        return size * _ARABIC if language.right_to_left else size


def columns(texts: Sequence[str], setting: Setting, span: tuple[float, float], look: Look) -> list[Line]:
    """Set a text in each language (or in the last ones) in columns of equal width from `span[0]` to `span[1]`.

    Who reads from right to left begins at the right edge of the column.
    """
    wide = (span[1] - span[0] + _GAP) / len(texts)
    laid: list[list[Piece]] = []
    for number, (text, language) in enumerate(zip(texts, setting.languages[-len(texts) :], strict=True)):
        left, room, size = span[0] + number * wide, wide - _GAP, setting.fitted(language, look.size)
        lines = wrap(language.led(text), look.face, size, room)
        edges = [left + room - width(line, look.face, size) if language.right_to_left else left for line in lines]
        laid.append([Piece(line, look.face, size, at, look.colour) for line, at in zip(lines, edges, strict=True)])
    rows = zip_longest(*laid)
    return [Line(tuple(piece for piece in row if piece is not None)) for row in rows]
