"""The period that is filled: a week, a month or a quarter, and the buttons that go to the one before and after."""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import monday, month_end
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_WEEK = timedelta(days=6)
_QUARTER = timedelta(days=13 * 7 - 1)


class Span(enum.Enum):
    """How long a period is."""

    WEEK = enum.auto()
    MONTH = enum.auto()
    QUARTER = enum.auto()


def period(span: Span, day: date) -> tuple[date, date]:
    """Give the first and last day of the week or month that holds a day, or of the 13 weeks from its week on."""
    if span is Span.MONTH:
        return day.replace(day=1), month_end(day)
    return monday(day), monday(day) + (_WEEK if span is Span.WEEK else _QUARTER)


def next_to(span: Span, day: date, by: int) -> date:
    """Give a day of the period before (-1) or after (1); a quarter moves by a week."""
    first, last = period(span, day)
    if span is Span.QUARTER:
        return first + timedelta(days=7 * by)
    return first - timedelta(days=1) if by < 0 else last + timedelta(days=1)


class FillPeriod(Form):
    """Stands at this month to begin with; `moved` tells that another period was chosen."""

    form: ClassVar[str] = "rota/fill_period"
    row: QBoxLayout
    week: QPushButton
    month: QPushButton
    quarter: QPushButton
    before: QPushButton
    after: QPushButton
    words: QLabel

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span, self._day, self._today = Span.MONTH, date.min, date.min
        self._group = QButtonGroup(self)
        self._spans = {Span.WEEK: self.week, Span.MONTH: self.month, Span.QUARTER: self.quarter}
        for span, button in self._spans.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, span=span: self._choose(span))
        self.month.setChecked(True)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))

    @property
    def chosen(self) -> tuple[date, date] | None:
        """Give the first and the last day, None before it is known which day it is."""
        return period(self._span, self._day) if self._today != date.min else None

    @property
    def at_hand(self) -> QPushButton:
        """Give the button of the length that is chosen, which takes the keyboard."""
        return self._spans[self._span]

    def stands_at(self, today: date) -> None:
        """Hear which day it is; a period that is over is not gone to."""
        self._day = max(self._day, today)
        self._today = today
        self.say()

    def say(self) -> None:
        if (chosen := self.chosen) is None:
            return
        first, last = chosen
        words = {
            Span.WEEK: lambda: dates.week_span(first),
            Span.MONTH: lambda: dates.month(first),
            Span.QUARTER: lambda: translate("13 weeks: {period}", period=dates.period(first, last)),
        }[self._span]()
        self.words.setText(words[:1].upper() + words[1:])
        self.before.setEnabled(period(self._span, next_to(self._span, self._day, -1))[1] >= self._today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.row)

    def _choose(self, span: Span) -> None:
        self._span = span
        self._day = max(self._today, period(span, self._day)[0])
        self.say()
        self.moved.emit()

    def _go(self, by: int) -> None:
        self._day = max(self._today, next_to(self._span, self._day, by))
        self.say()
        self.moved.emit()
