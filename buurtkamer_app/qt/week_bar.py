"""The row of buttons with which one goes to the week before, to this week and to the next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WeekBar(Form):
    """Holds a day of the week that is looked at; None is this week. `moved` tells that it changed."""

    form: ClassVar[str] = "shell/week_bar"
    before: QPushButton
    now: QPushButton
    after: QPushButton

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._monday: date | None = None
        self.before.clicked.connect(lambda: self._go(-7))
        self.now.clicked.connect(lambda: self._go(None))
        self.after.clicked.connect(lambda: self._go(7))

    def stands_at(self, monday: date) -> None:
        """Hear from the one who shows the week which it is."""
        self._monday = monday

    def _go(self, days: int | None) -> None:
        if days is None:
            self.day = None
        elif self._monday is not None:
            self.day = self._monday = self._monday + timedelta(days=days)
        self.moved.emit()
