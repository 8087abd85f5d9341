"""A day that is only there when its box is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from buurtkamer_app.base.i18n import language
from buurtkamer_app.qt.days import as_date, show_day

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QCheckBox, QDateEdit


class TickedDay:
    """A box and the day beside it, which can be typed while the box is ticked."""

    def __init__(self, tick: QCheckBox, field: QDateEdit) -> None:
        self._tick, self._field = tick, field
        field.setEnabled(False)
        tick.toggled.connect(field.setEnabled)
        self.say()

    @property
    def day(self) -> date | None:
        """Give the day, None while the box is not ticked."""
        return as_date(self._field) if self._tick.isChecked() else None

    def put(self, day: date | None, otherwise: date) -> None:
        """Show a day; without one the box is empty, and `otherwise` stands ready."""
        self._tick.setChecked(day is not None)
        show_day(self._field, day or otherwise)

    def say(self) -> None:
        """Say the day in the language of the moment."""
        self._field.setLocale(QLocale(language()))
