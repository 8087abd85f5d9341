"""Writing down a talk with a host about how it goes: the days, and what was agreed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.training.records import Overview

_AGAIN: Final = timedelta(weeks=26)


class TalkedForm(Form):
    """The next talk is proposed half a year on, and only kept when it is ticked."""

    form: ClassVar[str] = "team/talked"
    host: QComboBox
    day: QDateEdit
    again: QCheckBox
    next_day: QDateEdit
    agreed: QLineEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._dated = False
        self.next_day.setEnabled(False)
        self.again.toggled.connect(self.next_day.setEnabled)
        self.keep.clicked.connect(self._keep)
        self.say()

    def say(self) -> None:
        for day in (self.day, self.next_day):
            day.setLocale(QLocale(language()))

    def put(self, seen: Overview) -> None:
        """Offer these hosts."""
        chosen = self.host.currentData()
        self.host.clear()
        for learner in seen.learners:
            self.host.addItem(learner.name, learner.id)
        self.host.setCurrentIndex(max(0, self.host.findData(chosen)))
        if not self._dated:
            show_day(self.day, seen.today)
            show_day(self.next_day, seen.today + _AGAIN)
            self._dated = True
        self.keep.setEnabled(bool(seen.learners))

    def choose(self, host: UUID) -> None:
        """Choose a host."""
        self.host.setCurrentIndex(self.host.findData(host))

    def _keep(self) -> None:
        host, on, agreed = self.host.currentData(), as_date(self.day), self.agreed.text()
        next_on = as_date(self.next_day) if self.again.isChecked() else None
        self.answer.clear()
        self._tasks.write(lambda s: s.trainings.talked(host, on, next_on, agreed), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        self.agreed.clear()
        self.again.setChecked(False)
        self.answer.tell(lambda: translate("This is written down."))
