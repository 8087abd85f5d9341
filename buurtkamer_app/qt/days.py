"""Fields for a day: a date of the room in, a date of the room out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateEdit


def show_day(field: QDateEdit, day: date) -> None:
    """Show a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def as_date(field: QDateEdit) -> date:
    """Give the day that a field shows."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
