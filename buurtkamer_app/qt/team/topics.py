"""What hosts learn in this room: the topics, and after how long once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSpinBox, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.team.training.records import NewTopic, Topic

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.training.records import Overview

_SEEN: Final = 10  # lines of type


class TopicsForm(Form):
    """Choosing a topic puts it in the fields, to change it or take it away."""

    form: ClassVar[str] = "team/topics"
    rows: QTableView
    name: QLineEdit
    months: QSpinBox
    for_all: QCheckBox
    answer: Sentence
    keep: QPushButton
    remove: QPushButton
    fresh: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._chosen: UUID | None = None
        self.model = RecordsModel[Topic](
            (
                Column(mark("Topic"), lambda topic: topic.name),
                Column(mark("Again after"), _again),
                Column(mark("For all"), lambda topic: translate("yes") if topic.for_all else translate("no")),
            ),
            self,
        )
        show_in(self.rows, self.model)
        self.rows.hide()
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.name.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.fresh.clicked.connect(self._start_fresh)
        self.say()

    def put(self, seen: Overview) -> None:
        """Show these topics; what is typed stays typed."""
        self.rows.selectionModel().blockSignals(True)
        self.model.put(seen.topics)
        place = next((row for row, topic in enumerate(seen.topics) if topic.id == self._chosen), None)
        if place is not None:
            self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        if place is None and self._chosen is not None:
            self._start_fresh()
        self.rows.setVisible(bool(seen.topics))

    def say(self) -> None:
        self.model.say()
        self.keep.setText(translate("Write down") if self._chosen is None else translate("Keep the change"))
        for button in (self.remove, self.fresh):
            button.setHidden(self._chosen is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let some topics be in sight, whatever the size of type."""
        super().resizeEvent(event)
        share_width(self.rows, range(self.model.columnCount()))
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            topic = self.model.record(picked[0])
            self._chosen = topic.id
            self.name.setText(topic.name)
            self.months.setValue(topic.every_months or 0)
            self.for_all.setChecked(topic.for_all)
            self.answer.clear()
        self.say()

    def _start_fresh(self) -> None:
        self._chosen = None
        self.rows.clearSelection()
        self.name.clear()
        self.months.setValue(0)
        self.for_all.setChecked(True)
        self.say()

    def _keep(self) -> None:
        key = self._chosen
        topic = NewTopic(self.name.text(), self.months.value() or None, self.for_all.isChecked())
        self.answer.clear()
        self._tasks.write(lambda s: s.trainings.put_topic(topic, key), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        if self._chosen is None:
            self._start_fresh()
        self.answer.tell(lambda: translate("This is written down."))

    def _remove(self) -> None:
        if (key := self._chosen) is not None:
            self._tasks.write(lambda s: s.trainings.take_topic_off(key), lambda _: None, self.answer.trouble)


def _again(topic: Topic) -> str:
    if topic.every_months is None:
        return translate("once is enough")
    return translate("{count} months", count=topic.every_months)
