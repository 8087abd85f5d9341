"""The cash book: a month of the cash box, day by day, on screen and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.spans import month_end, months_later
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.amounts import euros
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.desk.days.records import CashBook
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

Line = tuple[date, Cash]


def look(services: Services, month: date | None) -> CashBook:
    """Read the cash book of the month that holds a day; None is this month."""
    first = (month or services.room.today()).replace(day=1)
    return services.days.cash_book(first, month_end(first))


def make(services: Services, book: CashBook) -> Made:
    """Make the sheet of a cash book."""
    from buurtkamer_app.papers import day
    from buurtkamer_app.papers.records import Wanted

    return day.cash_book(services, Wanted(book.first))


class CashBookPanel(Panel):
    """Shows one month."""

    form: ClassVar[str] = "desk/cash_book"
    kinds: ClassVar[frozenset[str]] = frozenset({"cash"})
    bar: QBoxLayout
    foot: QBoxLayout
    month: QLabel
    back: QPushButton
    on: QPushButton
    lines: QTableView
    nothing: QLabel
    sums: QLabel
    print_now: QPushButton
    keep: QPushButton
    sheets: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self.book: CashBook | None = None
        self._asked: Asked | None = None
        self._month: date | None = None
        self.papers = Papers(tasks)
        self.sheets.addWidget(self.papers)
        self.model: RecordsModel[Line] = RecordsModel(
            [
                Column(mark("Day"), lambda line: dates.short_day(line[0])),
                Column(mark("In"), lambda line: euros(line[1].received), figures=True),
                Column(mark("Out"), lambda line: euros(line[1].spent), figures=True),
                Column(mark("Counted"), lambda line: _or_dash(line[1].counted), figures=True),
                Column(mark("Difference"), lambda line: _or_dash(line[1].difference), figures=True),
                Column(mark("What for"), lambda line: _told(line[1])),
            ],
            self,
        )
        show_in(self.lines, self.model)
        self.back.clicked.connect(lambda: self._go(-1))
        self.on.clicked.connect(lambda: self._go(1))
        self.print_now.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.say()

    def refresh(self) -> None:
        """Read the month that is shown; only the answer that was asked last is wanted."""
        if self._asked is not None:
            self._asked.cancel()
        month = self._month
        self._asked = self.tasks.read(lambda services: look(services, month), self._show)

    def say(self) -> None:
        book = self.book
        for button in (self.back, self.on, self.print_now, self.keep):
            button.setEnabled(book is not None)
        self.model.say()
        if book is None:
            return
        month = dates.month(book.first)
        self.month.setText(month[:1].upper() + month[1:])
        self.nothing.setVisible(not book.days)
        self.lines.setVisible(bool(book.days))
        sums = translate("Came in: {came} · went out: {went}", came=euros(book.received), went=euros(book.spent))
        difference = translate("difference: {euros}", euros=euros(book.difference))
        self.sums.setText(f"{sums} · {difference}" if book.difference else sums)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.bar, self.foot)

    def _go(self, by: int) -> None:
        if self.book is not None:
            first = self._month or self.book.first
            self._month = months_later(first, by)
            self.outdate()

    def _show(self, book: CashBook) -> None:
        self.book = book
        self.model.put(book.days)
        self.say()

    def _make(self, then: Callable[[Made], None]) -> None:
        if (book := self.book) is None:
            return

        def work(services: Services, _stop: threading.Event) -> Made:
            return make(services, book)

        self.tasks.read_long(translate("The sheets are being made…"), work, then)


def _or_dash(cents: int | None) -> str:
    return "–" if cents is None else euros(cents)


def _told(cash: Cash) -> str:
    return " · ".join(text for text in (cash.what_for, cash.note) if text)
