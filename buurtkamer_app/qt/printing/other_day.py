"""Any day of the calendar, to see the sheet of its week, its month or its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QLabel, QPushButton

from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import DialogForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_ENOUGH: Final = 22  # sizes of type in width for the buttons beside each other
_WIDE: Final = 30


class OtherDayDialog(DialogForm):
    """Asks for a day within bounds; `said` gives the words for what a day belongs to, `chosen` gives the day."""

    form: ClassVar[str] = "printing/other_day"
    heading: QLabel
    day: QDateEdit
    says: QLabel
    foot: QBoxLayout
    show_it: QPushButton
    back: QPushButton

    chosen = Signal(object)

    def __init__(self, stands: date, bounds: tuple[date, date], said: Callable[[date], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._said = said
        first, last = bounds
        self.day.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
        show_day(self.day, stands)
        self.day.dateChanged.connect(lambda _: self.say())
        self.show_it.clicked.connect(self._choose)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em = self.fontInfo().pixelSize()
        self.resize(min(_WIDE * em, parent.window().width()), self.sizeHint().height())
        self.day.setFocus()

    def say(self) -> None:
        self.says.setText(self._said(as_date(self.day)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.foot)

    def _choose(self) -> None:
        self.chosen.emit(as_date(self.day))
        self.accept()
