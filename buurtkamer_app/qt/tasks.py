"""The only way from the window to the services: one thread writes, one reads, one makes what takes long."""

from __future__ import annotations

import itertools
import sys
import time
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.progress import StoppedError
from buurtkamer_app.qt.asker import is_gone
from buurtkamer_app.qt.hands import Asked, Closes, Hand, stoppable

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.progress import Progress

PATIENCE: Final = 300  # milliseconds of work before progress is shown
_LOOKS: Final = 200  # milliseconds between two looks at how far it is
WAIT: Final = mark("One moment please…")


S = TypeVar("S", bound=Closes)
T = TypeVar("T")


class Tasks(QObject, Generic[S]):
    """Does the work of the window elsewhere; `changed` says what a write changed, `troubled` what nobody else explains.

    `busy` gives a sentence when something takes longer than `PATIENCE`, and an empty one when nothing does any more.
    `progressed` gives how much of it is done, from 0 to 1, where that is known.
    """

    changed = Signal(object)
    troubled = Signal(object)
    busy = Signal(str)
    progressed = Signal(float)
    _told = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told.connect(self._deliver)
        self._numbers = itertools.count()
        self._waiting: dict[int, Asked] = {}
        self._writer = Hand("writer", self._waiting, self._told.emit, reads=False)
        self._reader = Hand("reader", self._waiting, self._told.emit, reads=True)
        # Opened with the first long read, so that names are found while a backup is made.
        self._long = Hand("long reader", self._waiting, self._told.emit, reads=True)
        self._open_long: Callable[[], None] | None = None
        self._open = self._shown = False
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._show)
        self._looking = QTimer(self, interval=_LOOKS)
        self._looking.timeout.connect(self._look)

    def open(
        self,
        writer: Callable[[], S],
        reader: Callable[[], S],
        then: Callable[[], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
    ) -> None:
        """Open the services, each on its thread; what was written meanwhile goes first, then what was to be read."""

        def ready(_: object) -> None:
            self._open = True
            opening = self._wait(Asked(lambda _: reader(), lambda _: None, trouble))
            self.write(lambda _: self._reader.openings.put(opening), lambda _: None)
            self._open_long = open_long
            if self._long.is_alive():
                open_long()
            then()

        def open_long() -> None:
            self._open_long = None
            self._long.openings.put(self._wait(Asked(lambda _: reader(), lambda _: None, trouble)))

        self._writer.openings.put(self._wait(Asked(lambda _: writer(), ready, trouble)))
        for hand in (self._writer, self._reader):
            if not hand.is_alive():
                hand.start()

    def shut(self) -> None:
        """Finish what was asked and close the services; what is asked from now on waits until they are opened again."""
        if self._open:
            self._open = False
            self._writer.jobs.put(None)
            self._reader.jobs.put(None)
            if self._long.is_alive() and self._open_long is None:
                self._long.jobs.put(None)
            self._open_long = None

    def write(
        self,
        work: Callable[[S], T],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
    ) -> None:
        """Let the writing services do something short; it will be done, so it cannot be cancelled."""
        self._writer.jobs.put(self._wait(Asked(work, then, trouble)))

    def write_long(
        self,
        words: str,
        work: Callable[[S, Progress], T],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Asked:
        """Let the writing services do something big in one unit of work; what is pressed meanwhile waits for it.

        Its progress is told by the work, and tells the work to stop: then all is as it was, and `stopped` is called.
        """
        asked = stoppable(words, work, then, trouble, stopped)
        asked.writes = True
        self._writer.jobs.put(self._wait(asked))
        return asked

    def read(
        self,
        work: Callable[[S], T],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
    ) -> Asked:
        """Let the reading services look something up; who is deleted meanwhile is told nothing."""
        asked = Asked(work, then, trouble, drops=True)
        self._reader.jobs.put(self._wait(asked))
        return asked

    def read_long(
        self,
        words: str,
        work: Callable[[S, Progress], T],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Asked:
        """Let the reading services make something big; `words` say what is being made.

        Its progress is told by the work, and tells the work to stop; `stopped` is called when it did.
        """
        asked = stoppable(words, work, then, trouble, stopped)
        self._long.jobs.put(self._wait(asked))
        if self._long.ident is None:
            self._long.start()
        if self._open_long is not None:
            self._open_long()
        return asked

    def child(  # noqa: PLR0913, PLR0917 - what is asked, and whom to tell
        self,
        words: str,
        work: Callable[..., T],
        given: tuple[object, ...],
        then: Callable[[T], None],
        trouble: Callable[[BuurtkamerError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Asked:
        """Run a function of a module on picklable values in a child process; cancelling kills it."""
        from buurtkamer_app.qt import children

        asked = Asked(work, then, trouble, words, drops=True, stopped=stopped)
        number = self._wait(asked)

        def done(result: object, error: BaseException | None) -> None:
            self._answered(number, result, error)
            self._told.emit(number)

        asked.kill = children.start(work, given, done)
        return asked

    def cancel(self) -> None:
        """Cancel everything that can be cancelled: nothing that writes."""
        for asked in self._waiting.values():
            if asked.drops:
                asked.cancel()

    def close(self) -> None:
        """Finish what is to be written, drop what is to be read, close the services and end the threads."""
        self.cancel()
        hands = (self._long, self._reader, self._writer)
        for hand in hands:
            hand.jobs.put(None)
            hand.openings.put(None)
        for hand in hands:
            if hand.is_alive():
                hand.join()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _wait(self, asked: Asked) -> int:
        number = next(self._numbers)
        self._waiting[number] = asked
        if not self._timer.isActive():
            self._timer.start()
        return number

    def _answered(self, number: int, result: object, error: BaseException | None) -> None:
        asked = self._waiting[number]
        asked.result, asked.error = result, error

    def _show(self) -> None:
        """Say what takes long, or look again when the oldest will."""
        for asked in self._waiting.values():
            left = PATIENCE - (time.monotonic() - asked.since) * 1000
            if left > 1:
                self._timer.start(int(left) + 1)
            else:
                self._shown = True
                self.busy.emit(asked.words or translate(WAIT))
                self._looking.start()
            return

    def _look(self) -> None:
        """Tell how far the oldest is that can tell it."""
        part = next((asked.stop.part for asked in self._waiting.values() if asked.stop.part is not None), None)
        if part is not None:
            self.progressed.emit(part)

    def _deliver(self, number: int) -> None:
        from buurtkamer_app.base.changes import Change

        asked = self._waiting.pop(number)
        if self._shown and not self._waiting:
            self._shown = False
            self._looking.stop()
            self.busy.emit("")
        if isinstance(asked.error, StoppedError) or (asked.stop.is_set() and not asked.writes):
            if asked.stopped is not None:
                asked.stopped()
            return
        if asked.drops and is_gone(asked.then):
            return
        if asked.error is None:
            asked.then(asked.result)
            change = asked.result if isinstance(asked.result, Change) else getattr(asked.result, "change", None)
            if isinstance(change, Change) and change:
                self.changed.emit(change)
        elif isinstance(asked.error, BuurtkamerError):
            (asked.trouble or self.troubled.emit)(asked.error)
        else:
            sys.excepthook(type(asked.error), asked.error, asked.error.__traceback__)
