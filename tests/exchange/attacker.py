"""What somebody can work out who knows every number that is shown: between which bounds each hidden count must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.exchange.log.records import Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.log.records import Cell

Bounds = tuple[float, float]
_ANY: Bounds = (0, float("inf"))


@dataclass(frozen=True, slots=True)
class Table:
    """Counts that add up to a total; each may be the total of a table of its own. `rows`: only what is not zero.

    None is what is in the total and in no row.
    """

    cells: tuple[Cell | None, ...]
    within: tuple[Table | None, ...] = ()
    rows: bool = False

    def below(self, at: int) -> Table | None:
        """Give the table that one of the counts is the total of."""
        return self.within[at] if self.within else None


def of_cell(cell: Cell) -> Bounds:
    """Give what a total says by itself."""
    return (1, 4) if cell is Hidden.SMALL else _ANY if isinstance(cell, Hidden) else (cell, cell)


def _alone(table: Table, at: int) -> Bounds:
    """Give what a count says by itself, beside the others of its table."""
    cell = table.cells[at]
    if cell is None:
        return _ANY
    if cell is not Hidden.BESIDE:
        return of_cell(cell)
    if Hidden.SMALL in table.cells:
        return (5, float("inf"))
    # Where a nought is shown, all noughts are.
    return (1, float("inf")) if table.rows or 0 in table.cells else _ANY


def _both(one: Bounds, other: Bounds) -> Bounds:
    return max(one[0], other[0]), min(one[1], other[1])


def _up(table: Table, at: int) -> Bounds:
    below = table.below(at)
    return _alone(table, at) if below is None else _both(_alone(table, at), total_of(below))


def total_of(table: Table) -> Bounds:
    """Give between which bounds the total of a table must be, going by its counts."""
    parts = [_up(table, at) for at in range(len(table.cells))]
    return sum(part[0] for part in parts), sum(part[1] for part in parts)


def worked_out(total: Bounds, table: Table) -> list[tuple[Bounds, list[tuple[Bounds, list[object]]]]]:
    """Give the bounds of each count when the total is within some, each with those of the table below it.

    Exact, since counts of different tables have only their total in common.
    """
    parts = [_up(table, at) for at in range(len(table.cells))]
    found = []
    for at, part in enumerate(parts):
        others = [one for place, one in enumerate(parts) if place != at]
        low, high = sum(one[0] for one in others), sum(one[1] for one in others)
        bounds = _both(part, (total[0] - high, total[1] - low))
        below = table.below(at)
        found.append((bounds, [] if below is None else worked_out(bounds, below)))
    return found  # type: ignore[return-value]


def known_total(shown: Cell, tables: Sequence[Table]) -> Bounds:
    """Give between which bounds a total must be that several tables add up to."""
    bounds = of_cell(shown)
    for table in tables:
        bounds = _both(bounds, total_of(table))
    return bounds


def leaves_open(count: int, bounds: Bounds) -> bool:
    """Tell whether a small count (1 to 4) could be any of them, as far as somebody can work out."""
    return not 0 < count < 5 or (bounds[0] <= 1 and bounds[1] >= 4)
