"""Who came in last: said beside the question, with the question whether the name may be kept, and more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.desk.coming import CameIn
    from buurtkamer_app.qt.sentence import Sentence
    from buurtkamer_app.qt.tasks import Tasks


class LastArrival(QObject):
    """Shows the parts of the form that are about who came in last; `more` gives the record of who is asked after."""

    more = Signal(object)

    def __init__(
        self, tasks: Tasks[Any], told: Sentence, may_we: QLabel, remember: QPushButton, details: QPushButton
    ) -> None:
        super().__init__(told)
        self._tasks = tasks
        self._told, self._details = told, details
        self._asking = (may_we, remember)
        self._names_hidden = False
        self._last: CameIn | None = None
        remember.clicked.connect(self._remember)
        details.clicked.connect(self._ask_more)

    def show(self, last: CameIn) -> None:
        """Say who came in, and offer what can be done for them."""
        self._offer(last)
        self._told.tell(self._say)

    def clear(self) -> None:
        """Say nothing of anybody."""
        self._offer(None)
        self._told.clear()

    def refused(self, error: BuurtkamerError) -> None:
        """Say why nobody came in, or why a name is not kept."""
        self._offer(None)
        self._told.trouble(error)

    def hide_names(self, hidden: bool) -> None:
        """Say that somebody came in, and not who."""
        self._names_hidden = hidden
        if self._last is not None:
            self._told.tell(self._say)

    def _offer(self, last: CameIn | None) -> None:
        self._last = last
        self._details.setVisible(last is not None)
        for part in self._asking:
            part.setVisible(last is not None and not last.remembered)

    def _say(self) -> str:
        return self._last.say(names_hidden=self._names_hidden) if self._last is not None else ""

    def _remember(self) -> None:
        if self._last is not None:
            visitor = self._last.visitor
            self._tasks.write(lambda services: services.people.remember(visitor), self._is_kept, self.refused)

    def _is_kept(self, _: object) -> None:
        for part in self._asking:
            part.hide()
        self._told.tell(lambda: translate("The name is kept."))

    def _ask_more(self) -> None:
        from buurtkamer_app.people.records import Visitor

        if self._last is not None:
            last = self._last
            self.more.emit(Visitor(last.visitor, last.name, last.hint, last.remembered))
