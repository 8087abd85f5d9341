"""The amounts of the expense allowance by year: looked at, changed, and confirmed against their source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.qt import amounts, dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.team.allowance.records import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_BY: Final = {AllowanceBy.HOUR: mark("hour"), AllowanceBy.DAY: mark("day")}
_ENOUGH: Final = 28  # lines of type in width from which on fields stand beside each other
_WIDE: Final = 44
_HIGH: Final = 36


class RatesDialog(DialogForm):
    """Shows the years that are known, this one and the next; a year that nobody filled in begins empty."""

    form: ClassVar[str] = "team/rates"
    first: QBoxLayout
    second: QBoxLayout
    third: QBoxLayout
    year: QComboBox
    by: QComboBox
    each: QLineEdit
    young: QLineEdit
    month: QLineEdit
    most: QLineEdit
    source: QLineEdit
    confirmed: QCheckBox
    known: QLabel
    answer: Sentence
    back: QPushButton
    keep: QPushButton

    def __init__(  # noqa: PLR0913, PLR0917 - what is shown, and where it begins
        self, tasks: Tasks[Any], parent: QWidget, rates: Sequence[Rate], country: str, year: int, today: date
    ) -> None:
        super().__init__(parent)
        self._tasks, self._country, self._today = tasks, country, today
        self._rates = {rate.year: rate for rate in rates}
        for each in sorted({*self._rates, year, today.year, today.year + 1}):
            self.year.addItem(str(each), each)
        for by in _BY:
            self.by.addItem("", by)
        self.year.setCurrentIndex(self.year.findData(year))
        self.year.activated.connect(self._fill)
        self.back.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.finished.connect(self.deleteLater)
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width()), min(_HIGH * line, round(0.95 * room.height())))
        self._fill()
        self.say()

    def say(self) -> None:
        for place, words in enumerate(_BY.values()):
            self.by.setItemText(place, translate(words))
        rate = self._rate()
        if rate is None:
            self.known.setText(translate("The amounts of this year are not known yet."))
        elif rate.confirmed_on is None:
            self.known.setText(translate("Nobody checked these amounts yet."))
        else:
            self.known.setText(translate("Checked on {day}.", day=dates.day_and_year(rate.confirmed_on)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.first, self.second, self.third)

    def _rate(self) -> Rate | None:
        return self._rates.get(self.year.currentData())

    def _fill(self) -> None:
        """Show the amounts of the chosen year; one that is not known never gets those of another."""
        rate = self._rate()
        by = rate.by if rate is not None else AllowanceBy.HOUR if self._country == "NL" else AllowanceBy.DAY
        self.by.setCurrentIndex(self.by.findData(by))
        shown = (None,) * 4 if rate is None else (rate.cents, rate.cents_under_21, rate.month_cents, rate.year_cents)
        for field, cents in zip((self.each, self.young, self.month, self.most), shown, strict=True):
            field.setText("" if cents is None else amounts.euros(cents))
        self.source.setText(rate.source if rate is not None else "")
        self.confirmed.setChecked(rate is not None and rate.confirmed_on is not None)
        self.answer.clear()
        self.say()

    def _typed(self) -> Rate:
        """Read what stands in the fields; raises `RefusedError`, with the keyboard in the field that it is about."""
        each, young, month, most = map(_cents, (self.each, self.young, self.month, self.most))
        if not each or not most:
            (self.most if each else self.each).setFocus()
            raise RefusedError("Type the amount, and the most for a year.")
        before = self._rate()
        rate = Rate(
            self._country,
            self.year.currentData(),
            AllowanceBy(self.by.currentData()),
            each,
            young or None,
            month or None,
            most,
            self.source.text().strip(),
        )
        if not self.confirmed.isChecked():
            return rate
        same = before is not None and replace(before, confirmed_on=None) == rate
        return replace(rate, confirmed_on=(before.confirmed_on if before and same else None) or self._today)

    def _keep(self) -> None:
        try:
            rate = self._typed()
        except RefusedError as error:
            self.answer.trouble(error)
            return
        self.answer.clear()
        self._tasks.write(
            lambda services: services.allowances.set_rate(rate),
            while_there(self, self._kept),
            while_there(self, self.answer.trouble, self._tasks.troubled.emit),
        )

    def _kept(self, _: Change) -> None:
        self.accept()


def _cents(field: QLineEdit) -> int:
    try:
        return amounts.cents(field.text())
    except RefusedError:
        field.setFocus()
        field.selectAll()
        raise
