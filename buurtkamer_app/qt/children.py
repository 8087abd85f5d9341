"""Long pure work in a child process, so that neither the window nor a tally waits for it; it can really be stopped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection


class ChildLostError(Exception):
    """The child process ended without an answer."""


def _answer(pipe: Connection, work: Callable[..., object], given: tuple[object, ...]) -> None:
    """Run in the child: do the work and send what came of it."""
    try:
        pipe.send((work(*given), None))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told on the other side
        pipe.send((None, error))


def start(
    work: Callable[..., object], given: tuple[object, ...], done: Callable[[object, BaseException | None], None]
) -> Callable[[], None]:
    """Run a function of a module in a child process; `done` is called on a thread with its result or its error.

    Gives the function that stops it: the process is killed, and `done` hears ChildLostError.
    """
    # Only who solves or plans pays for it: 20 ms.
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(there, work, given), daemon=True)
    stopped = threading.Event()

    def wait() -> None:
        process.start()
        there.close()
        if stopped.is_set():  # it was stopped while it was being started
            process.kill()
        result: object = None
        error: BaseException | None
        try:
            result, error = here.recv()
        except EOFError:
            error = ChildLostError(work.__name__)
        here.close()
        process.join()
        done(result, error)

    threading.Thread(target=wait, name="child", daemon=True).start()

    def stop() -> None:
        stopped.set()
        if process.pid is not None:
            process.kill()

    return stop
