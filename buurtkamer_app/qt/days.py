"""Fields for a day and for a time: a date or time of the room in, one of the room out."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTime

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateEdit, QTimeEdit


def show_day(field: QDateEdit, day: date) -> None:
    """Show a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def as_date(field: QDateEdit) -> date:
    """Give the day that a field shows."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


def show_time(field: QTimeEdit, moment: time) -> None:
    """Show a time of the day in a field."""
    field.setTime(QTime(moment.hour, moment.minute))


def as_time(field: QTimeEdit) -> time:
    """Give the time of the day that a field shows."""
    moment = field.time()
    return time(moment.hour(), moment.minute())
