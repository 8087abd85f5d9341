"""Blocks of lines put on pages: what does not fit goes on on the next page, what is left over becomes air."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurtkamer_app.printing.house_style import INK, LEADING, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.printing.typeface import Face


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one look, `left` in points from the inner edge of its block."""

    words: str
    face: Face
    size: float
    left: float = 0.0
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces beside each other."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """Give the height in points: that of the largest type on it."""
        return max(piece.size for piece in self.pieces) * LEADING


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that stay together where they can; `picture` names the pictogram that stands at the first one."""

    lines: tuple[Line, ...]
    picture: str = ""

    @property
    def height(self) -> float:
        """Give the height in points."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that belong together: those of a `day` stand beside its label, others in a frame or bare.

    `inset` is the room in points between frame and text, `least` the least height (that of the label).
    """

    entries: tuple[Entry, ...]
    colour: str
    day: date | None = None
    framed: bool = True
    inset: float = 0.0
    least: float = 0.0

    def height(self, entries: Sequence[Entry]) -> float:
        """Give the height in points with these of its entries."""
        return max(self.least, sum(entry.height for entry in entries) + 2 * self.inset)


@dataclass(slots=True)
class Part:
    """What of a block stands on one page; `air` is extra height in points for each entry, `down` from the top."""

    block: Block
    entries: list[Entry] = field(default_factory=list)
    continued: bool = False
    down: float = 0.0
    air: float = 0.0

    @property
    def height(self) -> float:
        """Give the height in points, its air included; a label that says that it goes on needs a line more."""
        least = self.block.least + (SMALLEST * LEADING if self.continued else 0.0)
        return max(least, sum(entry.height + self.air for entry in self.entries) + 2 * self.block.inset)


def _cut(entry: Entry, height: float) -> tuple[Entry, Entry]:
    """Cut an entry that is longer than a page after as many lines as fit, at least one."""
    fitting, used = 0, 0.0
    while fitting < len(entry.lines) and used + entry.lines[fitting].height <= height:
        used += entry.lines[fitting].height
        fitting += 1
    fitting = max(fitting, 1)
    return Entry(entry.lines[:fitting], entry.picture), Entry(entry.lines[fitting:])


def _fill(part: Part, waiting: list[Entry], height: float, *, fresh: bool) -> None:
    """Move to the part as many waiting entries as fit in `height`; on a fresh page something always moves."""
    while waiting and part.block.height([*part.entries, waiting[0]]) <= height:
        part.entries.append(waiting.pop(0))
    if waiting and not part.entries and fresh:
        head, tail = _cut(waiting.pop(0), height - 2 * part.block.inset)
        part.entries.append(head)
        waiting[:0] = [tail] if tail.lines else []


def paginate(blocks: Sequence[Block], first: float, others: float, gap: float) -> list[list[Part]]:
    """Put blocks on pages whose room is `first` and then `others` points high, `gap` points apart.

    A block that fits on one page is not split; one that does not goes on on the next.
    """
    pages: list[list[Part]] = [[]]
    left = first
    for block in blocks:
        waiting = list(block.entries)
        whole = block.height(waiting)
        while waiting:
            part = Part(block, continued=len(waiting) < len(block.entries) or waiting[0] is not block.entries[0])
            fresh = not pages[-1]
            if fresh or whole > others or whole <= left:
                _fill(part, waiting, left, fresh=fresh)
            if part.entries:
                pages[-1].append(part)
                left -= part.height + gap
            if waiting:
                pages.append([])
                left = others
    return pages


def spread(page: Sequence[Part], top: float, room: float, gap: float, most: float) -> None:
    """Give the parts of a page their places from `top` on; what is left of `room` becomes air.

    First in the entries (at most `most` points each), then between the blocks (at most twice that).
    """
    spare = room - sum(part.height for part in page) - gap * (len(page) - 1)
    framed = [part for part in page if part.block.framed]
    entries = sum(len(part.entries) for part in framed)
    air = min(most, max(0.0, spare) / entries) if entries else 0.0
    for part in framed:
        part.air = air
    spare = room - sum(part.height for part in page) - gap * (len(page) - 1)
    between = gap + min(2 * most, max(0.0, spare) / max(1, len(page) - 1))
    for part in page:
        part.down = top
        top += part.height + between
