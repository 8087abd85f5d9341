"""Reckons with figures of which some are hidden: a sum of hidden cells is a range, and never less than nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import FEWEST
from buurtkamer_app.review.records import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.exchange.log.records import Cell

# Amounts are kept in tenths.
TENTHS: Final = 10
_HUNDRED: Final = 100 * TENTHS


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a count can be (`high` None: nobody knows)."""

    low: int
    high: int | None

    def __add__(self, other: Bounds) -> Bounds:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)


def bounds(cell: Cell) -> Bounds:
    """Give what a cell can be: 1 to 4 behind `<5`; behind `*` anything, where few people were also nothing."""
    if cell is Hidden.SMALL:
        return Bounds(1, FEWEST - 1)
    return Bounds(0, None) if isinstance(cell, Hidden) else Bounds(cell, cell)


def summed(cells: Iterable[Cell | None]) -> Bounds | None:
    """Give the sum of cells; None when one of them is not known at all, or there are none."""
    found = [None if cell is None else bounds(cell) for cell in cells]
    known = [one for one in found if one is not None]
    return sum(known, Bounds(0, 0)) if known and len(known) == len(found) else None


def shared(part: Bounds | None, whole: Bounds | None) -> Amount | None:
    """Give how many of a hundred a part is, rounded as `scaled`; None when it is not known or of nothing."""
    if part is None or whole is None or part.high is None or not whole.low or whole.high is None:
        return None
    if (part.low, whole.low) == (part.high, whole.high):
        exact = _over(_HUNDRED * part.low, whole.low)
        return Amount(exact, exact)
    return Amount(_HUNDRED * part.low // whole.high, min(_HUNDRED, -(-_HUNDRED * part.high // whole.low)))


def scaled(sum_: Bounds | None, times: int, over: int) -> Amount | None:
    """Give a sum times a fraction: an exact one rounded, a range from rounded down to rounded up."""
    if sum_ is None:
        return None
    if sum_.low == sum_.high:
        exact = _over(TENTHS * sum_.low * times, over)
        return Amount(exact, exact)
    low = TENTHS * sum_.low * times // over
    return Amount(low, None if sum_.high is None else -(-TENTHS * sum_.high * times // over))


def _over(value: int, by: int) -> int:
    """Divide, rounded half up."""
    return (2 * value + by) // (2 * by)
