"""What one does with the log that is chosen: read it, answer, name its room, trust its key, put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.changed import LOGS, changed
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import RoomLog
    from buurtkamer_app.review.service import Reviews


class ChosenLog(Form):
    """`read_asked` and `questions_asked` give the key of the log that is chosen."""

    form: ClassVar[str] = "review/chosen"
    code: QLabel
    pressing: QBoxLayout
    read: QPushButton
    questions: QPushButton
    rename: QPushButton
    put_away: QPushButton
    naming: QWidget
    naming_row: QBoxLayout
    name: QLineEdit
    keep: QPushButton
    trusting: QWidget
    trusting_row: QBoxLayout
    trust: QPushButton
    answer: Sentence

    read_asked = Signal(str)
    questions_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._log: RoomLog | None = None
        self.naming.hide()
        self.rename.toggled.connect(self._open_naming)
        self.read.clicked.connect(lambda: self.read_asked.emit(self._log.key) if self._log else None)
        self.questions.clicked.connect(lambda: self.questions_asked.emit(self._log.key) if self._log else None)
        self.put_away.clicked.connect(self._put_away)
        self.keep.clicked.connect(self._keep_name)
        self.name.returnPressed.connect(self._keep_name)
        self.trust.clicked.connect(self._trust)
        self.hide()

    def choose(self, log: RoomLog | None) -> None:
        """Stand for this log, or for none."""
        if log != self._log:
            self.answer.clear()
            self.rename.setChecked(False)
        self._log = log
        self.setVisible(log is not None)
        self.trusting.setVisible(log is not None and log.other_key)
        self.say()

    def say(self) -> None:
        if (log := getattr(self, "_log", None)) is not None:
            said = words.genuine(log)[1]
            code = translate("Check code {code}. Is it the one that you hear on the phone?", code=log.read.check_code)
            self.code.setText(f"{words.named(log)}, {said}. {code}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.pressing, self.naming_row, self.trusting_row)

    def _open_naming(self, opened: bool) -> None:
        self.naming.setVisible(opened)
        if opened and self._log is not None:
            self.name.setText(self._log.called)
            self.name.selectAll()
            self.name.setFocus()

    def _put_away(self) -> None:
        if (log := self._log) is not None:
            self._do(lambda reviews: reviews.shut([log.key]))

    def _keep_name(self) -> None:
        if (log := self._log) is not None:
            name = self.name.text()
            self._do(lambda reviews: reviews.call(log.room, name))

    def _trust(self) -> None:
        if (log := self._log) is not None:
            self._do(lambda reviews: reviews.trust(log.room, log.key))

    def _do(self, work: Callable[[Reviews], object]) -> None:
        self.answer.clear()
        self._tasks.write(
            lambda reviews: changed(work(reviews), LOGS), lambda _: self.rename.setChecked(False), self.answer.trouble
        )
