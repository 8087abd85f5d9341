"""A month as a grid: a row for each week with its number, a day in each column; or all days under each other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from buurtkamer_app.base.spans import monday, month_end

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

WEEKS: Final = 6
WEEK: Final = 7
BUTTONS: Final = 24  # heights of a line of type: from which width on the buttons of a month stand beside each other
STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def weeks_of(first: date) -> list[date]:
    """Give the Mondays of the weeks in which a month has days."""
    begins, ends = monday(first), month_end(first)
    return [begins + timedelta(weeks=week) for week in range((ends - begins).days // WEEK + 1)]


def arrange(
    grid: QGridLayout, names: Sequence[QLabel], numbers: Sequence[QLabel], days: Sequence[QWidget], *, under: bool
) -> None:
    """Put the days of a week beside each other with its number before them, or all days under each other."""
    for column, name in enumerate(names, 1):
        grid.addWidget(name, 0, column)
    for row, number in enumerate(numbers):
        first = row * (WEEK + 1) + 1
        grid.addWidget(number, first if under else row + 1, 1 if under else 0)
        for column, day in enumerate(days[row * WEEK : (row + 1) * WEEK], 1):
            grid.addWidget(day, first + column if under else row + 1, 1 if under else column)
