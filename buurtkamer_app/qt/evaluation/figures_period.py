"""Chooses the period that one looks back on: a week, month, quarter or year, all there is, or days of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QFrame, QLabel, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.evaluation.looking.rules import beside, period, year_before
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

# In lines of type in width: from when on all choices stand beside each other, and each half of them.
_ALL_BESIDE, _HALF = 50, 26


class PeriodBar(Form):
    """Holds the period, this month at first, once it is told which day it is; `moved` tells that it changed.

    It says which days it is compared with, where it is (`compares`).
    """

    form: ClassVar[str] = "evaluation/periods"
    choices: QBoxLayout
    lengths: QBoxLayout
    longer: QBoxLayout
    both: QBoxLayout
    week: QPushButton
    month: QPushButton
    quarter: QPushButton
    year: QPushButton
    whole: QPushButton
    own: QPushButton
    earlier: QPushButton
    later: QPushButton
    days: QFrame
    first: QDateEdit
    last: QDateEdit
    look: QPushButton
    trouble: Sentence
    heading: QLabel
    beside: QLabel

    moved = Signal()

    def __init__(self, parent: QWidget | None = None, *, compares: bool = True) -> None:
        super().__init__(parent)
        self._compares = compares
        self._length: Length | None = Length.MONTH
        self._today: date | None = None
        self._began: date | None = None
        self.chosen: tuple[date, date] | None = None
        buttons = (self.week, self.month, self.quarter, self.year, self.whole)
        self._buttons = dict(zip(Length, buttons, strict=True))
        for length, button in self._buttons.items():
            button.clicked.connect(lambda _=False, length=length: self.show_length(length))
        self.own.clicked.connect(self._type)
        self.month.setChecked(True)
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(1))
        self.look.clicked.connect(self._look)
        self.days.hide()
        self.trouble.hide()
        self.say()

    @property
    def before(self) -> tuple[date, date] | None:
        """Give the same days a year before: of a period that goes on, those that have been; None before it began."""
        if self.chosen is None or self._today is None or self._began is None:
            return None
        first, last = self.chosen
        then = year_before(first, max(first, min(last, self._today)))
        return then if then[1] >= self._began else None

    def stands_at(self, today: date, began: date) -> None:
        """Hear which day it is, and when the room began; what was chosen stays, if there is something chosen."""
        self._today, self._began = today, began
        if self.chosen is None:
            self.chosen = period(Length.MONTH, today, began)
        elif self._length is Length.ALL:
            self.chosen = period(Length.ALL, today, began)
        self.say()

    def show_length(self, length: Length) -> None:
        """Show the week, month, quarter or year that holds the end of what was looked at, or all there is."""
        self.days.hide()
        self._length = length
        self._buttons[length].setChecked(True)
        if self._today is None or self._began is None:
            return
        on = self._today
        if self.chosen is not None and length is not Length.ALL:
            on = min(self.chosen[1], self._today)
        self._move(period(length, on, self._began))

    def show_days(self, first: date, last: date) -> None:
        """Show a period of one's own."""
        self._length = None
        self.own.setChecked(True)
        show_day(self.first, first)
        show_day(self.last, last)
        self._move((first, last))

    def say(self) -> None:
        moving = self._length not in {None, Length.ALL}
        for button in (self.earlier, self.later):
            button.setVisible(moving)
        self.heading.setVisible(self.chosen is not None)
        self.beside.setVisible(self._compares and self.chosen is not None)
        if self.chosen is None or self._today is None:
            return
        first, last = self.chosen
        self.later.setEnabled(last < self._today)
        self.heading.setText(_named(self._length, first, last))
        before = self.before
        self.beside.setText(
            translate("Beside it: {period}", period=_days(*before))
            if before is not None
            else translate("Of a year before nothing is on record.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under each other where there is no room beside each other."""
        super().resizeEvent(event)
        fold_within(self, _ALL_BESIDE, self.choices)
        fold_within(self, _HALF, self.lengths, self.longer, self.both)

    def _type(self) -> None:
        self._length = None
        self.days.show()
        if self.chosen is not None:
            show_day(self.first, self.chosen[0])
            show_day(self.last, self.chosen[1])
        self.say()
        self.first.setFocus()

    def _look(self) -> None:
        first, last = as_date(self.first), as_date(self.last)
        if last < first:
            self.trouble.trouble(RefusedError("The last day lies before the first day."))
            return
        self._move((first, last))

    def _go(self, steps: int) -> None:
        if self._length is not None and self.chosen is not None and self._began is not None:
            self._move(period(self._length, beside(self._length, self.chosen[0], steps), self._began))

    def _move(self, chosen: tuple[date, date]) -> None:
        self.trouble.clear()
        self.chosen = chosen
        self.say()
        self.moved.emit()


def _named(length: Length | None, first: date, last: date) -> str:
    if length is Length.WEEK:
        return dates.week_span(first)
    if length is Length.MONTH:
        words = dates.month(first)
        return words[:1].upper() + words[1:]
    if length is Length.QUARTER:
        return translate("Quarter {number} of {year}", number=(first.month + 2) // 3, year=first.year)
    if length is Length.YEAR:
        return translate("The year {year}", year=first.year)
    return _days(first, last)


def _days(first: date, last: date) -> str:
    if first.year == last.year:
        return dates.period(first, last)
    from buurtkamer_app.printing.words import said

    return translate("{first} to {last}", first=said(first, "d MMMM y"), last=said(last, "d MMMM y"))
