"""Closed days: which there are, closing more of them, holidays that are offered, and opening again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.planner import close_words
from buurtkamer_app.qt.planner.closed_line import ClosedLine
from buurtkamer_app.qt.planner.offered import OfferedPanel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.room.records import NewClosure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.planner.closing.records import Closed, Offer, Reopened
    from buurtkamer_app.qt.planner.close import CloseDialog
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.services import Services

    Found = tuple[date, Sequence[Closure], tuple[str, ...]]


def read(services: Services) -> Found:
    """Read which days are closed; with today, and the names of the spaces."""
    spaces = tuple(space.name for space in services.room.spaces())
    return services.room.today(), services.closing.closures(), spaces


def notice(services: Services, closure: UUID) -> Made:
    """Make the notice for the door."""
    from buurtkamer_app.papers.doors import of_closure

    return of_closure(services, closure)


class ClosuresPanel(Panel):
    """Shows closed days and closes more; beside them what is offered, a holiday with one click."""

    form: ClassVar[str] = "planner/closures"
    kinds: ClassVar[frozenset[str]] = frozenset({"closure", "closure_choice", "space"})
    columns: QBoxLayout
    close_on: QPushButton
    answer: Sentence
    none: QLabel
    rows: QVBoxLayout
    papers: QVBoxLayout
    beside: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._found: Found | None = None
        self._names_hidden = False
        self._made: list[QWidget] = []
        self.dialog: CloseDialog | None = None
        self.paper, self.offered = Papers(tasks), OfferedPanel(tasks)
        self.papers.addWidget(self.paper)
        self.beside.addWidget(self.offered)
        self.close_on.setEnabled(False)
        self.close_on.clicked.connect(lambda _=False: self._ask(None))
        self.offered.asked.connect(self._ask)
        self.offered.closed.connect(self._closed_all)
        self.offered.troubled.connect(self.answer.trouble)

    def refresh(self) -> None:
        """Read which days are closed."""
        self.tasks.read(read, self._show)

    def hide_names(self, hidden: bool) -> None:
        """Name no hosts in the dialog, or name them again."""
        self._names_hidden = hidden
        if self.dialog is not None:
            self.dialog.hide_names(hidden)

    def say(self) -> None:
        if self._found is None:
            return
        _, closures, _ = self._found
        discard(self.rows, self._made)
        self.none.setText(translate("No closed days are planned."))
        self.none.setVisible(not closures)
        for closure in closures:
            if closure.id is not None:
                self._made.append(line := self._line(closure, closure.id))
                self.rows.addWidget(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def _line(self, closure: Closure, key: UUID) -> ClosedLine:
        days = close_words.period(closure.first, closure.last)
        line = ClosedLine(days, close_words.what(closure), self)
        words = translate("Notice for the door")
        line.offer(words, "print", f"{words}: {days}", partial(self._print, key))
        words = translate("Open after all")
        line.offer(words, "door-open", f"{words}: {days}", partial(self._reopen, key))
        return line

    def _show(self, found: Found) -> None:
        self._found = found
        self.close_on.setEnabled(True)
        self.say()

    def _ask(self, offer: Offer | None) -> None:
        """Open the dialog in which one sees what a closure touches."""
        from buurtkamer_app.qt.planner.close import CloseDialog

        if self._found is None:
            return
        today, _, spaces = self._found
        begin = NewClosure(offer.first, offer.last, offer.name) if offer else NewClosure(today, today)
        self.dialog = CloseDialog(self.tasks, self, spaces, begin, self._names_hidden)
        self.dialog.closed.connect(self._closed)
        self.dialog.finished.connect(self._gone)
        self.dialog.open()

    def _gone(self) -> None:
        self.dialog = None

    def _closed(self, told: Closed, with_notice: bool) -> None:
        self.answer.tell(lambda: close_words.done(told))
        if with_notice:
            self._print(told.closure)

    def _closed_all(self, told: list[Closed]) -> None:
        self.answer.tell(lambda: close_words.done_all(told))

    def _reopen(self, closure: UUID) -> None:
        def opened(outcome: Outcome[Reopened]) -> None:
            self.answer.tell(lambda: close_words.opened(outcome.value))

        self.answer.clear()
        self.tasks.write(lambda services: services.closing.reopen(closure), opened, self.answer.trouble)

    def _print(self, closure: UUID) -> None:
        words = translate("The notice is being made…")
        self.tasks.read_long(
            words,
            lambda services, _: notice(services, closure),
            lambda sheet: self.paper.put_on([sheet]),
            self.answer.trouble,
        )
