"""A child process that solves one thing: started early, listened to, and ended whatever it does."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

# What a child says first: that it is ready to be given something, or that there is no solver on this computer.
READY: Final = "ready"
MISSING: Final = "missing"
LATE: Final = 6.0  # seconds more for a slow computer to start the child and to answer
_LISTEN: Final = 0.05  # seconds between two looks whether somebody says that it is enough


class Child:
    """Starts at once, so that it loads the solver while its task is still being made; it inherits nothing of ours.

    `served` is the function of a module that runs in it: it says `READY`, takes what it is given (its last value is
    how many seconds there are), and sends pairs: what it found, and whether that was the last.
    """

    def __init__(self, served: Callable[[Connection], None], seconds: float, late: float = LATE) -> None:
        # Only who has something solved pays for it: 20 ms.
        import multiprocessing  # noqa: PLC0415

        context = multiprocessing.get_context("spawn")
        self._seconds, self._ends = seconds, time.monotonic() + seconds + late
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=served, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def told(self, given: tuple[object, ...], enough: Callable[[], bool]) -> Iterator[tuple[Any, bool]]:
        """Give what the child finds, each with whether it was the last; nothing more when it is lost or late.

        `enough` tells that nobody waits any longer.
        """
        try:
            while (message := self._next(enough)) is not None:
                if message == READY:
                    self._give((*given, self._seconds))
                elif message == MISSING:
                    return
                else:
                    yield message
        except (EOFError, OSError):
            return  # the child is gone: what it told before is still good

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
        threading.Thread(target=self._send, args=(given,), name="task of a child", daemon=True).start()

    def _send(self, given: tuple[object, ...]) -> None:
        try:
            self._pipe.send(given)
        except OSError:
            return
