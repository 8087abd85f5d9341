"""Writing down a training: what it was about, on which day, and ticks for who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.training.records import Overview

_KEY: Final = Qt.ItemDataRole.UserRole
_SEEN: Final = 10  # lines of type


class TrainedForm(Form):
    """Without topics it offers the usual ones; who is ticked stays ticked while the list is read again."""

    form: ClassVar[str] = "team/trained"
    no_topics: QLabel
    usual: QPushButton
    topic: QComboBox
    day: QDateEdit
    there: QListWidget
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._dated = False
        self.usual.clicked.connect(self._start_usual)
        self.keep.clicked.connect(self._keep)
        self.say()

    def put(self, seen: Overview) -> None:
        """Offer these topics and hosts."""
        chosen, ticked = self.topic.currentData(), set(self.ticked())
        self.topic.clear()
        for topic in seen.topics:
            self.topic.addItem(topic.name, topic.id)
        self.topic.setCurrentIndex(max(0, self.topic.findData(chosen)))
        self.there.clear()
        for learner in seen.learners:
            item = QListWidgetItem(learner.name, self.there)
            item.setData(_KEY, learner.id)
            item.setCheckState(Qt.CheckState.Checked if learner.id in ticked else Qt.CheckState.Unchecked)
        if not self._dated:
            show_day(self.day, seen.today)
            self._dated = True
        for part in (self.no_topics, self.usual):
            part.setVisible(not seen.topics)
        self.keep.setEnabled(bool(seen.topics))

    def ticked(self) -> list[UUID]:
        """Give who is ticked."""
        items = [self.there.item(row) for row in range(self.there.count())]
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def say(self) -> None:
        self.day.setLocale(QLocale(language()))
        self.no_topics.setText(
            translate("There are no topics yet. Start with the usual ones, or write your own below.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let some names be in sight, whatever the size of type."""
        super().resizeEvent(event)
        self.there.setMinimumHeight(_SEEN * self.there.fontMetrics().height())

    def _start_usual(self) -> None:
        self._tasks.write(lambda s: s.trainings.put_usual(), lambda _: None, self.answer.trouble)

    def _keep(self) -> None:
        topic, on, who = self.topic.currentData(), as_date(self.day), self.ticked()
        self.answer.clear()
        self._tasks.write(lambda s: s.trainings.trained(topic, on, who), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        for row in range(self.there.count()):
            self.there.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.answer.tell(lambda: translate("This is written down."))
