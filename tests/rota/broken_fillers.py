"""Children that do not do what they should, for the tests of filling; each is started as a process of its own."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

from buurtkamer_app.base.child import READY
from buurtkamer_app.rota.engine import greedy, rules
from buurtkamer_app.rota.engine.puzzle import Answer
from buurtkamer_app.rota.filling.child import serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def hangs(_pipe: Connection) -> None:
    """Never say anything."""
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
    """Tell that everybody is on every shift, for nothing."""
    pipe.send(READY)
    puzzle, _seconds = pipe.recv()
    every = tuple(range(len(puzzle.duties)))
    pipe.send((Answer((every,) * len(puzzle.members), 0, 0, proven=True), True))


def tells_one_and_hangs(pipe: Connection) -> None:
    """Tell of a start, and then nothing more."""
    pipe.send(READY)
    puzzle, _seconds = pipe.recv()
    on = greedy.fill(puzzle)
    pipe.send((Answer(on, rules.cost(puzzle, on), 0, proven=False), False))
    time.sleep(600)


def looks_around(pipe: Connection) -> None:
    """Tell by way of the bound whether anything but the puzzle's own modules is known here."""
    pipe.send(READY)
    puzzle, _seconds = pipe.recv()
    known = [name for name in sys.modules if name.startswith(("sqlalchemy", "sqlcipher3", "PySide6", "cryptography"))]
    on = greedy.fill(puzzle)
    pipe.send((Answer(on, rules.cost(puzzle, on), len(known), proven=False), True))
