"""Closed days: written down for a period, and seen in a list."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.room.records import Closure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services

_AHEAD: Final = timedelta(days=730)  # further than anybody plans


def _coming(services: Services) -> tuple[date, Sequence[Closure]]:
    today = services.room.today()
    return today, services.room.closures(today, today + _AHEAD)


class ClosuresPanel(Panel):
    """Shows which days the room is closed, and writes down new ones."""

    form: ClassVar[str] = "room/closures"
    kinds: ClassVar[frozenset[str]] = frozenset({"closure"})
    columns: QBoxLayout
    period: QBoxLayout
    first: QDateEdit
    last: QDateEdit
    reason: QLineEdit
    answer: Sentence
    add: QPushButton
    none: QLabel
    closures: QTableView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._filled = False
        self.model = RecordsModel[Closure](
            (
                Column(mark("First day"), lambda closure: dates.day_and_date(closure.first)),
                Column(mark("Last day"), lambda closure: dates.day_and_date(closure.last)),
                Column(mark("Why"), lambda closure: closure.reason),
            ),
            self,
        )
        show_in(self.closures, self.model)
        self.closures.hide()
        self.first.dateChanged.connect(self._no_earlier)
        self.add.clicked.connect(self._write)
        self.say()

    def refresh(self) -> None:
        """Read which days are still to come."""
        self.tasks.read(_coming, self._show)

    def say(self) -> None:
        self.none.setText(translate("No closed days are planned."))
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.period)

    def _show(self, found: tuple[date, Sequence[Closure]]) -> None:
        today, closures = found
        if not self._filled:
            self._filled = True
            show_day(self.first, today)
        self.model.put(closures)
        self.none.setVisible(not closures)
        self.closures.setVisible(bool(closures))

    def _no_earlier(self, day: QDate) -> None:
        """Let the last day come along with the first, never the other way round: what was typed stays."""
        if self.last.date() < day:
            self.last.setDate(day)

    def _write(self) -> None:
        first, last = as_date(self.first), as_date(self.last)
        reason = self.reason.text()
        self.answer.clear()
        self.tasks.write(
            lambda services: services.room.close_days(first, last, reason), self._written, self.answer.trouble
        )

    def _written(self, _: Change) -> None:
        self.reason.clear()
        self.answer.tell(lambda: translate("These days are written down."))
