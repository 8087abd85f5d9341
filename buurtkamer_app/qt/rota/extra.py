"""An extra shift for an event: on which day, from when until when, what for, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.fields import ShiftFields
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import ShiftKey


class ExtraDialog(DialogForm):
    """Closes when the shift was written down; what cannot be is said in it, and nothing typed is lost."""

    form: ClassVar[str] = "rota/extra"
    heading: QLabel
    on: QDateEdit
    fields_slot: QVBoxLayout
    told: Sentence
    back: QPushButton
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], on: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.fields = ShiftFields()
        self.fields_slot.addWidget(self.fields)
        show_day(self.on, on)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(40 * em, room.width()), min(36 * em, round(0.95 * room.height())))
        self._tasks.read(lambda s: s.outlook.certificates(), while_there(self, self.fields.offer))
        walk(self.on, *self.fields.stops, self.back, self.keep)

    def say(self) -> None:
        self.setWindowTitle(translate("An extra shift"))
        self.on.setLocale(QLocale(language()))

    def _keep(self) -> None:
        from buurtkamer_app.rota.extra import NewExtra

        fields = self.fields
        new = NewExtra(
            as_date(self.on),
            *fields.span,
            fields.task.text(),
            fields.hosts.value(),
            fields.experienced.value(),
            fields.asks_vog.isChecked(),
            fields.asks.currentText(),
        )
        self.told.clear()
        self._tasks.write(lambda s: s.extra_shifts.add(new), self._done, self.told.trouble)

    def _done(self, _made: Outcome[ShiftKey]) -> None:
        self.accept()
