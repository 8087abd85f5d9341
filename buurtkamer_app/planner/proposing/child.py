"""The child process in which a puzzle is solved: the best that it told is kept, whatever becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base import child
from buurtkamer_app.planner.proposing.records import How, Solution
from buurtkamer_app.planner.proposing.rules import fits, value
from buurtkamer_app.planner.proposing.solving import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from buurtkamer_app.planner.proposing.records import Puzzle

SECONDS: Final = 8.0  # for solving; beyond it the best so far is shown with its gap


class Child(child.Child):
    """Solves one puzzle."""

    def __init__(
        self, served: Callable[[Connection], None] = serve, seconds: float = SECONDS, late: float = child.LATE
    ) -> None:
        super().__init__(served, seconds, late)

    def solve(
        self, puzzle: Puzzle, start: Solution, enough: Callable[[], bool], heard: Callable[[Solution], None]
    ) -> tuple[Solution, How]:
        """Give the best solution that was found and how; when the child is lost or late, the best that it told.

        `enough` tells that the best so far will do; `heard` is called for each better one.
        """
        best, how = start, How.ALONE
        for told, last in self.told((puzzle, start), enough):
            if fits(puzzle, told.chosen) and value(puzzle, told.chosen) >= value(puzzle, best.chosen):
                best, how = told, How.TIME
                heard(best)
            if last:
                return best, How.BEST if best.bound <= value(puzzle, best.chosen) else how
        return best, How.STOPPED if enough() else how
