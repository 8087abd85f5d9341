"""One date of a space in use: whether it is on, and how many came."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSpinBox

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import closed, dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.bookings.records import Booked

_ENOUGH = 16  # lines of type beside each other


class BookedRow(Form):
    """`counted` gives how many came, `turned` whether it is on again (else it is off)."""

    form: ClassVar[str] = "activities/booked_row"
    line: QBoxLayout
    day: QLabel
    state: QLabel
    heads_label: QLabel
    heads: QSpinBox
    count: QPushButton
    off: QPushButton

    counted = Signal(int)
    turned = Signal(bool)

    def __init__(self, entry: Booked, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self.on = entry.on
        been, goes_on = entry.on <= today, entry.off is None
        self.heads.setValue(entry.headcount or 0)
        for part in (self.heads_label, self.heads, self.count):
            part.setVisible(been and goes_on)
        self.off.setVisible(not entry.closed and (entry.on >= today or not goes_on))
        self.count.clicked.connect(lambda _=False: self.counted.emit(self.heads.value()))
        self.off.clicked.connect(lambda _=False: self.turned.emit(self._entry.off is not None))
        dress(self.off, "calendar-xmark" if goes_on else "check")
        self.say()

    def say(self) -> None:
        entry = self._entry
        day = dates.short_date(entry.on)
        self.day.setText(f"{day}  {dates.clock(entry.takes_from)}-{dates.clock(entry.takes_until)}")
        told = ""
        if entry.off is not None:
            told = closed.why(translate("closed") if entry.closed else translate("not on this day"), entry.off)
        elif entry.headcount is not None:
            told = translate("{persons} came", persons=entry.headcount)
        self.state.setText(told)
        self.state.setVisible(bool(told))
        self.off.setText(translate("On after all") if entry.off is not None else translate("Not on this day"))
        self.off.setAccessibleName(f"{self.off.text()}, {day}")
        self.count.setAccessibleName(f"{self.count.text()}, {day}")
        self.heads.setAccessibleName(f"{self.heads_label.text()} {day}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.line)
