"""Where something comes to stand when it is let go: against its neighbours and the edges, else on the grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.market.plan.shapes import Bounds, Box, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# How far away (in cm) something may be to be a neighbour, against whose edges one sets things.
_NEIGHBOUR: Final = 500.0


@dataclass(frozen=True, slots=True)
class Snap:
    """How far apart the lines of the grid are in cm (0: none), from how near one comes to stand against an edge."""

    grid: int = 50
    reach: float = 40.0
    edges: bool = True


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines to which what is moved can come to stand, of everything that is not moved."""

    wide: float
    high: float
    others: Sequence[Bounds]

    @classmethod
    def of(cls, wide: float, high: float, others: Iterable[Box]) -> Edges:
        """Take up what stands still."""
        return cls(wide, high, [bounds(box) for box in others])


def snapped(moved: Bounds, edges: Edges, how: Snap) -> tuple[float, float]:
    """Give how far what is within these bounds must still go, to the right and down, to stand well."""
    across, down = [0.0, edges.wide], [0.0, edges.high]
    if how.edges:
        for other in edges.others:
            if _apart(moved, other) <= _NEIGHBOUR:
                across += other.left, other.right
                down += other.top, other.bottom
    return _step(moved.left, moved.right, across, how), _step(moved.top, moved.bottom, down, how)


def _step(first: float, last: float, lines: Sequence[float], how: Snap) -> float:
    """Give the smallest step that brings one of two sides to a line; where none is near, the first to the grid."""
    if how.edges:
        step = min((line - side for line in lines for side in (first, last)), key=abs)
        if abs(step) <= how.reach:
            return step
    if not how.grid:
        return 0.0
    return round(first / how.grid) * how.grid - first


def _apart(one: Bounds, other: Bounds) -> float:
    across = max(other.left - one.right, one.left - other.right, 0.0)
    down = max(other.top - one.bottom, one.top - other.bottom, 0.0)
    return max(across, down)
