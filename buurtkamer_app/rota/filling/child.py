"""The child process in which a rota is solved: the best that it told is kept, whatever becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base import child
from buurtkamer_app.rota.engine import greedy, rules
from buurtkamer_app.rota.engine.puzzle import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from buurtkamer_app.rota.engine.puzzle import Puzzle

SECONDS: Final = 30.0  # for solving; beyond it the best so far is shown


def serve(pipe: Connection) -> None:
    """Be the child: take one puzzle, tell each better answer and the last one, and end."""
    from buurtkamer_app.rota.engine.solving import solve  # noqa: PLC0415 - only the child needs it

    # While the puzzle is being made.
    try:
        import highspy  # noqa: F401, PLC0415
    except ImportError:
        pipe.send(child.MISSING)
        return
    pipe.send(child.READY)
    puzzle, seconds = pipe.recv()
    last = solve(puzzle, seconds, lambda answer: pipe.send((answer, False)))
    pipe.send((last, True))


class Child(child.Child):
    """Solves one rota."""

    def __init__(
        self, served: Callable[[Connection], None] = serve, seconds: float = SECONDS, late: float = child.LATE
    ) -> None:
        super().__init__(served, seconds, late)

    def solve(self, puzzle: Puzzle, enough: Callable[[], bool], heard: Callable[[Answer], None]) -> Answer:
        """Give the best answer that was found; when the child is lost or late, the best that it told.

        `enough` tells that the best so far will do; `heard` is called for each better one. What breaks a rule is not
        taken; when nothing else was told, the start without a search is given.
        """
        best: Answer | None = None
        for told, last in self.told((puzzle,), enough):
            if not any(rules.broken(puzzle, told.on)) and (best is None or told.cost <= best.cost):
                best = told
                heard(best)
            if last:
                break
        if best is None:
            on = greedy.fill(puzzle)
            best = Answer(on, rules.cost(puzzle, on), 0, proven=False)
        return best
