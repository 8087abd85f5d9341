"""Makes the sheets of a week one after the other, and hands each on; it can be stopped between any two."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.printing import making
from buurtkamer_app.qt.printing.making import Question
from buurtkamer_app.qt.printing.numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Made, Wanted
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class Run(QObject):
    """Gives each sheet with `made`, and waits until `go_on` is called; `done` after the last, `failed` in its place.

    `stepped` gives how many are done.
    """

    made = Signal(object, object)
    stepped = Signal(int)
    done = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks[Any], owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks, self._owner = tasks, owner
        self.numbering = Numbering(tasks, owner)
        self._left: list[SheetKind] = []
        self._day: date | None = None
        self._asked: Asked | None = None
        self.running = False
        self.count = 0

    def start(self, kinds: Sequence[SheetKind], day: date | None) -> None:
        """Begin with the first of these."""
        self._left, self._day, self.running = list(kinds), day, True
        self.count = 0
        self._next()

    def go_on(self) -> None:
        """Hear that the last one was dealt with, and make the next."""
        if self.running:
            self.count += 1
            self.stepped.emit(self.count)
            self._next()

    def _next(self) -> None:
        if not self._left:
            self.running = False
            self.done.emit()
            return
        kind = self._left.pop(0)
        question = Question(kind, self._day)
        words, then = translate("The sheet is being made…"), while_there(self._owner, partial(self._took, kind))
        work = partial(_first, question=question)
        trouble = while_there(self._owner, self._fail)
        self._asked = self._tasks.read_long(words, lambda services, _: work(services), then, trouble)

    def stop(self) -> None:
        """Make no further one."""
        self.running = False
        self._left.clear()
        if self._asked is not None:
            self._asked.cancel()

    def _took(self, kind: SheetKind, found: tuple[Wanted, Made | None]) -> None:
        asked, sheet = found
        if sheet is not None:
            self._give(asked, sheet)
        else:
            self.numbering.make(kind, asked, 1, lambda sheets: self._give(asked, sheets[0]), self._fail)

    def _give(self, asked: Wanted, sheet: Made) -> None:
        if self.running:
            self.made.emit(asked, sheet)

    def _fail(self, error: BuurtkamerError) -> None:
        self.stop()
        self.failed.emit(error)


def _first(services: Services, question: Question) -> tuple[Wanted, Made | None]:
    """Make a sheet; one that gets a number first is not made yet."""
    asked, _ = making.wanted(services, question)
    return asked, None if question.kind.giver else question.kind.make(services, asked)
