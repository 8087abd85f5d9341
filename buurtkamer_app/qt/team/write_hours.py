"""Writes down hours besides shifts and activities: a meeting, a training, anything else; for several hosts at once."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
)

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, as_time, show_day, show_time
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.team.words import KINDS
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.team.hours.records import NewHours

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.terms import HoursKind
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.hours.records import Member, Sheet

_USUAL: Final = (time(19), time(21))
_ENOUGH: Final = 30  # lines of type in width from which on fields stand beside each other
_WIDE: Final = 46
_HIGH: Final = 40


class WriteHoursDialog(DialogForm):
    """Has a tick for each host; without `members` it is about the one whose sheet is shown."""

    form: ClassVar[str] = "team/write_hours"
    when: QBoxLayout
    which: QBoxLayout
    day: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    kind: QComboBox
    what: QLineEdit
    who_label: QLabel
    ticks: QVBoxLayout
    answer: Sentence
    back: QPushButton
    keep: QPushButton

    def __init__(
        self, tasks: Tasks[Any], parent: QWidget, members: Sequence[Member], sheet: Sheet, today: date
    ) -> None:
        super().__init__(parent)
        self._tasks, self._own = tasks, sheet.member.id
        self.boxes: dict[UUID, QCheckBox] = {}
        for member in members:
            box = self.boxes[member.id] = QCheckBox(member.name)
            self.ticks.addWidget(box)
        walk(self.what, *self.boxes.values(), self.back, self.keep)
        self.who_label.setVisible(bool(members))
        for _ in KINDS:
            self.kind.addItem("")
        show_day(self.day, today)
        for field, usual in zip((self.starts, self.ends), _USUAL, strict=True):
            show_time(field, usual)
        self.back.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.finished.connect(self.deleteLater)
        line, room = self.fontMetrics().height(), parent.window().size()
        high = _HIGH if members else _HIGH // 2
        self.resize(min(_WIDE * line, room.width()), min(high * line, round(0.95 * room.height())))
        self.say()

    def say(self) -> None:
        self.day.setLocale(QLocale(language()))
        for place, words in enumerate(KINDS.values()):
            self.kind.setItemText(place, translate(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.when, self.which)

    def _kind(self) -> HoursKind:
        return list(KINDS)[self.kind.currentIndex()]

    def _keep(self) -> None:
        ticked = tuple(key for key, box in self.boxes.items() if box.isChecked())
        hosts = ticked if self.boxes else (self._own,)
        new = NewHours(
            hosts, as_date(self.day), as_time(self.starts), as_time(self.ends), self._kind(), self.what.text()
        )
        self.answer.clear()
        self._tasks.write(
            lambda services: services.hours.write(new),
            while_there(self, self._kept),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )

    def _kept(self, _: Change) -> None:
        self.accept()
