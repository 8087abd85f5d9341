"""Children that do not do what they should, for the tests of the proposal; each is started as a process of its own."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

from buurtkamer_app.base.child import READY
from buurtkamer_app.planner.proposing.records import Solution
from buurtkamer_app.planner.proposing.solving import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def hangs(_pipe: Connection) -> None:
    """Never say anything."""
    time.sleep(600)


def hangs_later(pipe: Connection) -> None:
    """Take the puzzle and never answer."""
    pipe.send(READY)
    pipe.recv()
    time.sleep(600)


def is_killed(pipe: Connection) -> None:
    """Be killed while solving."""
    pipe.send(READY)
    pipe.recv()
    os.kill(os.getpid(), signal.SIGTERM)


def has_no_solver(pipe: Connection) -> None:
    """Be on a computer on which the solver is not installed."""
    sys.modules["highspy"] = None  # type: ignore[assignment] # so that importing it fails
    serve(pipe)


def lies(pipe: Connection) -> None:
    """Tell of pieces that cannot be together, and of some that are not there."""
    pipe.send(READY)
    puzzle, _start, _seconds = pipe.recv()
    pipe.send((Solution(tuple(range(len(puzzle.worth))), 0), False))
    pipe.send((Solution((10_000_000,), 0), True))


def tells_one_and_hangs(pipe: Connection) -> None:
    """Tell of one good solution, that of the start, and then nothing more."""
    pipe.send(READY)
    puzzle, start, _seconds = pipe.recv()
    pipe.send((Solution(start.chosen, sum(puzzle.worth)), False))
    time.sleep(600)


def looks_around(pipe: Connection) -> None:
    """Tell by way of a number whether anything but the puzzle's own modules is known here, and end."""
    pipe.send(READY)
    puzzle, start, _seconds = pipe.recv()
    known = [name for name in sys.modules if name.startswith(("sqlalchemy", "sqlcipher3", "PySide6", "cryptography"))]
    told = Solution(start.chosen, sum(puzzle.worth) + len(known))
    pipe.send((told, False))
    pipe.send((told, True))
