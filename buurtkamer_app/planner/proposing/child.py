"""The child process in which a puzzle is solved: started early, listened to, and ended whatever it does."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.planner.proposing.records import How, Solution
from buurtkamer_app.planner.proposing.rules import fits, value
from buurtkamer_app.planner.proposing.solving import MISSING, READY, serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from buurtkamer_app.planner.proposing.records import Puzzle

SECONDS: Final = 8.0  # for solving; beyond it the best so far is shown with its gap
_LATE: Final = 6.0  # seconds more for a slow computer to start the child and to answer
_LISTEN: Final = 0.05  # seconds between two looks whether somebody says that it is enough


class Child:
    """Starts at once, so that it loads the solver while the puzzle is still being made; it inherits nothing of ours."""

    def __init__(
        self, served: Callable[[Connection], None] = serve, seconds: float = SECONDS, late: float = _LATE
    ) -> None:
        # Only who makes a proposal pays for it: 20 ms.
        import multiprocessing  # noqa: PLC0415

        context = multiprocessing.get_context("spawn")
        self._seconds, self._ends = seconds, time.monotonic() + seconds + late
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=served, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def solve(
        self, puzzle: Puzzle, start: Solution, enough: Callable[[], bool], heard: Callable[[Solution], None]
    ) -> tuple[Solution, How]:
        """Give the best solution that was found and how; when the child is lost or late, the best that it told.

        `enough` tells that the best so far will do; `heard` is called for each better one.
        """
        best, how = start, How.ALONE
        try:
            while (message := self._next(enough)) is not None:
                if message == READY:
                    self._give((puzzle, start, self._seconds))
                elif message == MISSING:
                    break
                else:
                    told, last = message
                    if fits(puzzle, told.chosen) and value(puzzle, told.chosen) >= value(puzzle, best.chosen):
                        best, how = told, How.TIME
                        heard(best)
                    if last:
                        return best, How.BEST if best.bound <= value(puzzle, best.chosen) else how
        except (EOFError, OSError):
            pass  # the child is gone: what it told before is still good
        return best, How.STOPPED if enough() else how

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()

    def _next(self, enough: Callable[[], bool]) -> Any:
        """Wait for what the child says next; None when nobody waits any longer."""
        while not enough() and time.monotonic() < self._ends:
            if self._pipe.poll(_LISTEN):
                return self._pipe.recv()
        return None

    def _give(self, given: tuple[object, ...]) -> None:
        """Send from a thread of its own: a child that hangs does not read, and would let us wait for ever."""
        threading.Thread(target=self._send, args=(given,), name="puzzle", daemon=True).start()

    def _send(self, given: tuple[object, ...]) -> None:
        try:
            self._pipe.send(given)
        except OSError:
            return
