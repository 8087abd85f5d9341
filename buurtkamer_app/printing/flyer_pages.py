"""The four A5 pages of a folded flyer on its one A4: where each of them is, and text in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.house_style import A4_ACROSS, LEADING, MARGIN
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.printing.flow import Piece
    from buurtkamer_app.printing.house_style import Sheet

# Paper folds a millimetre or two beside where it should.
FOLD: Final = 27.0
LEAST: Final = 10.0
_HALF: Final = A4_ACROSS.wide / 2


@dataclass(frozen=True, slots=True)
class Column:
    """What of one A5 page may be written on, in points from the left and from the top of the A4."""

    left: float
    right: float
    top: float = MARGIN
    bottom: float = A4_ACROSS.high - MARGIN

    @property
    def room(self) -> float:
        """Give how wide it is in points."""
        return self.right - self.left

    @property
    def high(self) -> float:
        """Give how high it is in points."""
        return self.bottom - self.top

    def write(self, sheet: Sheet, text: Piece, down: float) -> float:
        """Write a text from `down` on, on as many lines as it takes; give where it ends."""
        for line in wrap(text.words, text.face, text.size, self.room):
            sheet.text(line, (self.left, down), text.face, text.size, text.colour)
            down += text.size * LEADING
        return down


# Folded, page 1 lies in front: so on the outside it is at the right and page 4 at its left. Turned over along the short
# edge, page 2 is behind page 1, at the left of the inside.
LEFT: Final = Column(MARGIN, _HALF - FOLD)
RIGHT: Final = Column(_HALF + FOLD, A4_ACROSS.wide - MARGIN)
HALF: Final = _HALF
