"""Things under each other on pages: a heading stays with what follows, what does not fit goes on on the next page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.printing.house_style import Sheet


@dataclass(frozen=True, slots=True)
class Item:
    """Something `height` points high with `gap` points above it (not on top of a page), drawn from a height on.

    One that `holds` is never the last on a page.
    """

    height: float
    draw: Callable[[Sheet, float], object]
    gap: float = 0.0
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An item and how far from the top of the page it stands."""

    item: Item
    down: float


def pages(items: Sequence[Item], tops: tuple[float, float], bottom: float) -> list[list[Placed]]:
    """Put items on pages, from the first top (of the first page) and the second (of the others) to the bottom."""
    found: list[list[Placed]] = [[]]
    down = tops[0]
    for number, item in enumerate(items):
        gap = item.gap if found[-1] else 0.0
        if found[-1] and down + gap + _needed(items, number) > bottom:
            found.append([])
            down, gap = tops[1], 0.0
        found[-1].append(Placed(item, down + gap))
        down += gap + item.height
    return found


def spread(page: Sequence[Placed], bottom: float, most: float) -> list[Placed]:
    """Share what is left of a page between the gaps, at most `most` times as much as each of them is."""
    if not page:
        return []
    left = bottom - (page[-1].down + page[-1].item.height)
    gaps = sum(one.item.gap for one in page[1:])
    part = min(most, max(0.0, left) / gaps) if gaps else 0.0
    moved, found = 0.0, []
    for number, one in enumerate(page):
        moved += one.item.gap * part if number else 0.0
        found.append(Placed(one.item, one.down + moved))
    return found


def _needed(items: Sequence[Item], number: int) -> float:
    """Give how high an item is with what it must stand above."""
    height = items[number].height
    while items[number].holds and number + 1 < len(items):
        number += 1
        height += items[number].gap + items[number].height
    return height
