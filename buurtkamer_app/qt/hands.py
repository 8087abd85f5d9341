"""What is asked of the services, and the threads that do it."""

from __future__ import annotations

import threading
import time
from contextlib import nullcontext
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol

from buurtkamer_app.base.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from buurtkamer_app.base.errors import BuurtkamerError


class Closes(Protocol):
    """Services that own something which must be closed on the thread that opened it."""

    def close(self) -> None:
        """Let go of the store."""
        ...

    def seeing(self) -> AbstractContextManager[object]:
        """Let all that is read meanwhile be of one moment."""
        ...


class Asked:
    """Work that was asked; who no longer wants the answer cancels it, and nothing is told."""

    def __init__(  # noqa: PLR0913 - what is asked, whom to tell, and how it may be stopped
        self,
        work: Callable[[Any], object],
        then: Callable[[Any], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
        words: str = "",
        *,
        drops: bool = False,
        stopped: Callable[[], None] | None = None,
    ) -> None:
        self.work, self.then, self.trouble, self.words, self.drops = work, then, trouble, words, drops
        self.since = time.monotonic()
        self.stop = Progress()
        self.stopped = stopped
        self.writes = False
        self.kill: Callable[[], None] | None = None
        self.result: Any = None
        self.error: BaseException | None = None

    def cancel(self) -> None:
        """Drop the answer, and stop the work where it can be stopped."""
        self.stop.set()
        if self.kill is not None:
            self.kill()


def stoppable(
    words: str,
    work: Callable[[Any, Progress], object],
    then: Callable[[Any], None],
    trouble: Callable[[BuurtkamerError], None] | None,
    stopped: Callable[[], None] | None,
) -> Asked:
    """Give work that takes long: it gets its own progress, by which it is told to stop."""
    asked = Asked(lambda services: work(services, asked.stop), then, trouble, words, drops=True, stopped=stopped)
    return asked


class Hand(threading.Thread):
    """A thread that opens its own services and does what is asked, in order; before it is open, what is asked waits.

    It knows what is asked by a number only. What is asked holds widgets, and whoever lets go of a widget last deletes
    it: that must be the main thread, so this one has let go before it tells that it is ready.
    """

    def __init__(self, name: str, asked: dict[int, Asked], tell: Callable[[int], None], *, reads: bool) -> None:
        super().__init__(name=name, daemon=True)
        self.openings: SimpleQueue[int | None] = SimpleQueue()
        self.jobs: SimpleQueue[int | None] = SimpleQueue()
        self._asked, self._tell, self._reads = asked, tell, reads

    def run(self) -> None:
        while (number := self.openings.get()) is not None:
            services = self._do(number, None)
            self._tell(number)
            if services is not None:
                self._work(services)

    def _work(self, services: Closes) -> None:
        while (number := self.jobs.get()) is not None:
            # What is put together from several services is then never half before and half after a change.
            with services.seeing() if self._reads else nullcontext():
                self._do(number, services)
            self._tell(number)
        services.close()

    def _do(self, number: int, services: Closes | None) -> Any:
        asked = self._asked[number]
        try:
            asked.stop.go_on()
            asked.result = asked.work(services)
        except BaseException as error:  # noqa: BLE001 - every fault is told on the main thread, none ends this one
            asked.error = error
        return asked.result
