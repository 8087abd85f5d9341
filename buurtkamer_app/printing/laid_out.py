"""Parts of a page as they are drawn: the frame of a block, its entries with rules between them, lines of type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.printing.dress import TINT
from buurtkamer_app.printing.house_style import BASELINE, LEADING, LINE, MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.printing.flow import Entry, Line, Part
    from buurtkamer_app.printing.house_style import Sheet


def put_lines(sheet: Sheet, lines: Sequence[Line], at: tuple[float, float], colour: str = "") -> float:
    """Write lines below each other from `at` on, all in one `colour` when it is given; give where they end."""
    left, down = at
    for line in lines:
        for piece in line.pieces:
            # Type of two sizes on one line stands on one baseline.
            lower = (line.height / LEADING - piece.size) * BASELINE
            sheet.text(piece.words, (left + piece.left, down + lower), piece.face, piece.size, colour or piece.colour)
        down += line.height
    return down


def put_part(  # noqa: PLR0913 - where a part stands, and what stands in it
    sheet: Sheet,
    part: Part,
    left: float,
    inset: float,
    picture: Callable[[Entry, tuple[float, float]], None] | None = None,
    *,
    ruled: bool = True,
) -> None:
    """Draw what of a block stands on a page, from `left` to the margin; `picture` draws the pictogram of an entry.

    What is of no day is tinted where areas may be filled. Days are `ruled` between their entries.
    """
    block, filled, right = part.block, sheet.dress.filled, sheet.paper.wide - MARGIN
    if block.framed:
        line = LINE if filled and block.day else block.colour
        fill = TINT if filled and not block.day else ""
        sheet.frame((left, part.down), (right - left, part.height), line=line, fill=fill)
        left += inset
    down = part.down + (part.height - sum(entry.height + part.air for entry in part.entries)) / 2
    for number, entry in enumerate(part.entries):
        if number and block.day and ruled:
            sheet.rule(left, right - inset, down, colour=LINE, weight=0.4)
        at = (left, down + part.air / 2)
        if picture is not None and entry.picture:
            picture(entry, at)
        put_lines(sheet, entry.lines, at)
        down += entry.height + part.air
