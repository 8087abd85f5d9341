"""Columns and rows, as a solver of linear programs takes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.rota.engine.puzzle import Puzzle


@dataclass(slots=True)
class Model:
    """Columns with a cost and bounds, and rows that bound sums of columns.

    `on[member][duty]` is the column (0 or 1) that says whether a member is on a duty; a duty that is not there is one
    that the member cannot be on. `constant` is what every answer costs.
    """

    puzzle: Puzzle
    on: list[dict[int, int]]
    constant: float = 0
    steps: dict[int, dict[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)
    costs: list[float] = field(default_factory=list)
    lowers: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    wholes: list[bool] = field(default_factory=list)
    row_lowers: list[float] = field(default_factory=list)
    row_uppers: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    indices: list[int] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)

    def column(self, cost: float = 0, lower: float = 0, upper: float = inf, *, whole: bool = False) -> int:
        """Add a column; give its number."""
        self.costs.append(cost)
        self.lowers.append(lower)
        self.uppers.append(upper)
        self.wholes.append(whole)
        return len(self.costs) - 1

    def row(
        self,
        columns: Sequence[int],
        lower: float = -inf,
        upper: float = inf,
        amounts: Sequence[float] | None = None,
    ) -> int:
        """Add a row: the sum of columns (each times its amount) lies between two bounds; give its number."""
        self.starts.append(len(self.indices))
        self.indices.extend(columns)
        self.amounts.extend(amounts if amounts is not None else (1.0,) * len(columns))
        self.row_lowers.append(lower)
        self.row_uppers.append(upper)
        return len(self.row_lowers) - 1
