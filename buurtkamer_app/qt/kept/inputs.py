"""What one types or chooses in, by what it holds: each shows a value, gives one, and tells when somebody changed it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from buurtkamer_app.qt import amounts
from buurtkamer_app.qt.days import as_date, as_time, show_day, show_time
from buurtkamer_app.qt.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NINE: Final = time(9, 0)
_FIRST: Final = QDate(1990, 1, 1)


class Input(Protocol):
    """A widget and what it holds; None is an empty one."""

    @property
    def widget(self) -> QWidget:
        """Give the widget."""
        ...

    def put(self, value: Any) -> None:
        """Show a value."""
        ...

    def value(self) -> Any:
        """Give what was typed or chosen; raises `RefusedError` for what cannot be read."""
        ...


class LineInput:
    """A line of text."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = QLineEdit()
        self.widget.textEdited.connect(lambda _: altered())

    def put(self, value: str | None) -> None:
        """Show a line."""
        self.widget.setText(value or "")

    def value(self) -> str:
        """Give the line."""
        return self.widget.text()


class EurosInput(LineInput):
    """An amount, typed in euros and kept in cents."""

    def put(self, value: Any) -> None:
        """Show an amount of cents."""
        self.widget.setText("" if value is None else amounts.euros(value))

    def value(self) -> Any:
        """Give the amount in cents; raises `RefusedError` for what is none."""
        return amounts.cents(self.widget.text())


class HoursInput(LineInput):
    """A length of time, typed in hours and kept in minutes."""

    def put(self, value: Any) -> None:
        """Show a number of minutes."""
        self.widget.setText("" if value is None else amounts.hours(value))

    def value(self) -> Any:
        """Give the minutes; raises `RefusedError` for what is no length of time."""
        return amounts.minutes(self.widget.text())


class TextInput:
    """A text of several lines."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = TextField()
        self.widget.setTabChangesFocus(True)
        # As high as its lines: what is left of a form stands below it.
        self.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.widget.textChanged.connect(altered)

    def put(self, value: str | None) -> None:
        """Show a text."""
        self.widget.setPlainText(value or "")

    def value(self) -> str:
        """Give the text."""
        return self.widget.toPlainText()


class DayInput:
    """A day."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = QDateEdit()
        self.widget.setCalendarPopup(True)
        self.widget.setDisplayFormat("dd-MM-yyyy")
        self.widget.setMinimumDate(_FIRST)
        self.widget.dateChanged.connect(lambda _: altered())

    def put(self, value: date | None) -> None:
        """Show a day; an empty field stands where it stood."""
        if value is not None:
            show_day(self.widget, value)

    def value(self) -> date:
        """Give the day."""
        return as_date(self.widget)


class TimeInput:
    """A time of the day."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = QTimeEdit()
        self.widget.setDisplayFormat("HH:mm")
        self.widget.timeChanged.connect(lambda _: altered())

    def put(self, value: time | None) -> None:
        """Show a time."""
        show_time(self.widget, value or _NINE)

    def value(self) -> time:
        """Give the time."""
        return as_time(self.widget)


class NumberInput:
    """A whole number within bounds."""

    def __init__(self, altered: Callable[[], object], least: int, most: int) -> None:
        self.widget = QSpinBox()
        self.widget.setRange(least, most)
        self.widget.valueChanged.connect(lambda _: altered())

    def put(self, value: int | None) -> None:
        """Show a number, the least one when there is none."""
        self.widget.setValue(self.widget.minimum() if value is None else value)

    def value(self) -> int:
        """Give the number."""
        return self.widget.value()


class TickInput:
    """A tick."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = QCheckBox()
        self.widget.toggled.connect(lambda _: altered())

    def put(self, value: bool | None) -> None:
        """Show whether it is ticked."""
        self.widget.setChecked(bool(value))

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.widget.isChecked()


class ChoiceInput:
    """One of several values."""

    def __init__(self, altered: Callable[[], object]) -> None:
        self.widget = QComboBox()
        self._values: list[Any] = []
        self.widget.currentIndexChanged.connect(lambda _: altered())

    def offer(self, offered: Sequence[tuple[Any, str]]) -> None:
        """Have these to choose from, with their words; what was chosen stays when it is among them."""
        now = self.value()
        self._values = [value for value, _ in offered]
        self.widget.blockSignals(True)
        self.widget.clear()
        self.widget.addItems([words for _, words in offered])
        self.widget.blockSignals(False)
        self.put(now)

    def put(self, value: Any) -> None:
        """Show a value, the first one when it is none of them."""
        self.widget.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:
        """Give the value that was chosen, None while there is nothing to choose."""
        row = self.widget.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None
