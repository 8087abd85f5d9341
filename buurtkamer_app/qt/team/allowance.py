"""The expense allowance of a month: who gets what, written down with a warning at the caps, printed and paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.durations import in_column
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.columns import fold, keep_last
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.team import allowance_papers, words
from buurtkamer_app.qt.team.giving import GivingPart
from buurtkamer_app.qt.team.outlook import OutlookPanel
from buurtkamer_app.qt.team.pay_list import PayListPart
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.team.rates import RatesDialog
    from buurtkamer_app.team.allowance.records import MonthOfAllowance, Proposal

_ROWS: Final = 6  # rows in sight with their header, in each three lines of type


class AllowancePanel(Panel):
    """Is the coordinator's."""

    form: ClassVar[str] = "team/allowance"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"sign_on", "contributed", "allowance", "allowance_rate", "host_card", "host", "cancelled_date"}
    )
    rate: QLabel
    doubt_sign: QLabel
    doubt: QLabel
    look: QPushButton
    bar: QBoxLayout
    month: QLabel
    back: QPushButton
    on: QPushButton
    nobody: QLabel
    columns: QBoxLayout
    all_side: QFrame
    rows: QTableView
    total: QLabel
    one_slot: QVBoxLayout
    pay_slot: QVBoxLayout
    outlook_slot: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._asked: Asked | None = None
        self._host: UUID | None = None
        self.found: MonthOfAllowance | None = None
        self._month: date | None = None
        self.looking: RatesDialog | None = None
        self.giving, self.outlook, self.pay_list = (
            GivingPart(tasks),
            OutlookPanel(tasks),
            PayListPart(tasks),
        )
        self.one_slot.addWidget(self.giving)
        self.outlook_slot.addWidget(self.outlook)
        self.pay_slot.addWidget(self.pay_list)
        self.model: RecordsModel[Proposal] = RecordsModel(_columns(), self)
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.back.clicked.connect(lambda: self._go(-1))
        self.on.clicked.connect(lambda: self._go(1))
        self.look.clicked.connect(self._ask_rates)
        giving, paying = self.giving, self.pay_list
        walk(self.look, self.back, self.on, self.rows, giving.kind, giving.amount, giving.note, giving.write_fitting)
        walk(giving.write_fitting, giving.write_anyway, giving.write, giving.written.entries, giving.written.remove)
        walk(giving.written.remove, paying.print_now, paying.keep, paying.keep_table, paying.pay)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Read for the coordinator; who is none sees nothing of what was shown before."""
        self._actor = actor
        self.outlook.stop()
        if self._asked is not None:
            self._asked.cancel()
        if actor.role < Role.COORDINATOR:
            self._show(None)
        self.outlook.setVisible(actor.role >= Role.COORDINATOR)
        self.outdate()

    def refresh(self) -> None:
        """Read the month; only the answer that was asked last is wanted."""
        if self._asked is not None:
            self._asked.cancel()
        month = self._month
        if self._actor.role >= Role.COORDINATOR:
            self._asked = self.tasks.read(lambda services: services.allowances.month(month), self._show)

    def say(self) -> None:
        found = self.found
        self.model.say()
        known = found is not None and found.rate is not None
        for button in (self.back, self.on, self.look):
            button.setEnabled(found is not None)
        rows = found.rows if found is not None else ()
        self.all_side.setVisible(bool(rows))
        self.nobody.setVisible(known and not rows)
        doubt = _doubt(found)
        self.doubt.setText(doubt)
        for part in (self.doubt, self.doubt_sign):
            part.setVisible(bool(doubt))
        show_icon(self.doubt_sign, "triangle-exclamation", theme.colours().brick_dark)
        if found is None:
            return
        month = dates.month(found.month)
        self.month.setText(month[:1].upper() + month[1:])
        self.rate.setText("\n".join(_rate(found)))
        self.total.setText(
            translate("Written down this month: {euros}", euros=words.money(sum(row.cents for row in rows)))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.bar, self.columns)
        self.rows.setMinimumHeight(_ROWS * 3 * self.fontMetrics().height())
        keep_last(self.rows)

    def _go(self, by: int) -> None:
        if self.found is not None:
            first = self._month or self.found.month
            self._month = months_later(first, by)
            self.outdate()

    def _show(self, found: MonthOfAllowance | None) -> None:
        self.found = found
        rows = found.rows if found is not None else ()
        choosing = self.rows.selectionModel()
        choosing.blockSignals(True)
        self.model.put(rows)
        place = next((place for place, row in enumerate(rows) if row.taker.id == self._host), 0)
        if rows:
            self.rows.selectRow(place)
        choosing.blockSignals(False)
        self.rows.viewport().update()
        self.pay_list.put(found)
        self._choose()
        self.say()

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        chosen = self.model.record(picked[0]) if picked else None
        self._host = chosen.taker.id if chosen is not None else None
        self.giving.put(chosen)

    def _ask_rates(self) -> None:
        found = self.found
        if found is None:
            return

        def ask(known: allowance_papers.Known) -> None:
            from buurtkamer_app.qt.team.rates import RatesDialog

            rates, today = known
            self.looking = RatesDialog(self.tasks, self, rates, found.country, found.month.year, today)
            self.looking.open()

        self.tasks.read(allowance_papers.known, ask)


def _columns() -> list[Column[Proposal]]:
    return [
        Column(mark("Name"), lambda row: row.taker.name),
        Column(
            mark("Given"),
            lambda row: in_column(row.given) if row.by is AllowanceBy.HOUR else str(row.given),
            figures=True,
        ),
        Column(mark("Written down"), lambda row: words.money(row.cents) if row.entries else "–", figures=True),
        Column(mark("Left of the year"), lambda row: words.money(row.room.year), figures=True),
        Column(mark("Paid"), _paid),
    ]


def _paid(row: Proposal) -> str:
    if not row.entries:
        return "–"
    open_ones = sum(entry.paid_on is None for entry in row.entries)
    if not open_ones:
        return translate("paid")
    return translate("not yet") if open_ones == len(row.entries) else translate("in part")


def _rate(found: MonthOfAllowance) -> list[str]:
    """Say the amounts of the year, its caps and where they stand."""
    rate, year = found.rate, found.month.year
    if rate is None:
        return [translate("The amounts of {year} are not known yet. Fill them in first.", year=year)]
    each = translate("{euros} an hour", euros=words.money(rate.cents))
    if rate.by is AllowanceBy.DAY:
        each = translate("{euros} a day", euros=words.money(rate.cents))
    if rate.cents_under_21 is not None:
        each += ", " + translate("under 21 {euros}", euros=words.money(rate.cents_under_21))
    most = translate("at most {euros} a year", euros=words.money(rate.year_cents))
    if rate.month_cents is not None:
        most = translate("at most {euros} a month", euros=words.money(rate.month_cents)) + ", " + most
    return [f"{year}: {each}; {most}.", translate("Travel counts too. Source: {source}", source=rate.source)]


def _doubt(found: MonthOfAllowance | None) -> str:
    if found is None or found.rate is None or found.rate.confirmed_on is not None:
        return ""
    return translate("Nobody checked these amounts yet.")
