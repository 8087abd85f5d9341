"""Several stalls at once: how many, what they are called, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_ENOUGH = 26  # lines of type in width for the fields beside each other


class StallsForm(Form):
    """What was typed stays when it could not be; the stalls get the numbers that follow."""

    form: ClassVar[str] = "market/stalls"
    beside: QBoxLayout
    count: QSpinBox
    name: QLineEdit
    place: QLineEdit
    answer: Sentence
    add: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.event_id: UUID | None = None
        self.add.clicked.connect(self._add)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.beside)

    def _add(self) -> None:
        key, count, name, place = self.event_id, self.count.value(), self.name.text(), self.place.text()
        self.answer.clear()
        if key is not None:
            self._tasks.write(
                lambda services: services.markets.elements.add_stalls(key, count, name, place),
                self._added,
                self.answer.trouble,
            )

    def _added(self, change: Change) -> None:
        self.answer.tell(change.label.say)
        self.name.clear()
        self.place.clear()
