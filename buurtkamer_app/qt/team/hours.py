"""Hours: a month of one host day by day with the sums; the coordinator sees all, a host their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.durations import in_column, in_words
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold, keep_last
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.team import reading
from buurtkamer_app.qt.team.hours_kinds import HOURS
from buurtkamer_app.qt.team.mine import MinePart
from buurtkamer_app.qt.team.pace import PacePanel
from buurtkamer_app.qt.team.sheet import SheetPart
from buurtkamer_app.qt.team.unended import UnendedPart
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.team.write_hours import WriteHoursDialog
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.hours.records import Member, Sums

_ROWS: Final = 9  # rows in sight, in each three lines of type high


class HoursPanel(Panel):
    """Shows one month."""

    form: ClassVar[str] = "team/hours"
    kinds: ClassVar[frozenset[str]] = HOURS
    pace_slot: QVBoxLayout
    unended_slot: QVBoxLayout
    bar: QBoxLayout
    month: QLabel
    back: QPushButton
    on: QPushButton
    columns: QBoxLayout
    all_side: QFrame
    everyone: QTableView
    total: QLabel
    one_slot: QVBoxLayout
    foot: QBoxLayout
    write: QPushButton
    print_one: QPushButton
    keep_one: QPushButton
    print_all: QPushButton
    sheets: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._asked: Asked | None = None
        self._month: date | None = None
        self._host: UUID | None = None
        self.found = reading.NOTHING
        self.writing: WriteHoursDialog | None = None
        self.pace, self.unended, self.papers = PacePanel(tasks), UnendedPart(tasks), Papers(tasks)
        self.one, self.mine = SheetPart(tasks), MinePart(tasks)
        for slot, part in (
            (self.pace_slot, self.pace),
            (self.unended_slot, self.unended),
            (self.one_slot, self.one),
            (self.sheets, self.mine),
            (self.sheets, self.papers),
        ):
            slot.addWidget(part)
        self._make_table()
        self.back.clicked.connect(lambda: self._go(-1))
        self.on.clicked.connect(lambda: self._go(1))
        self.write.clicked.connect(self._ask_hours)
        self.print_one.clicked.connect(lambda: self._make(self._one, lambda sheet: self.papers.put_on([sheet])))
        self.keep_one.clicked.connect(lambda: self._make(self._one, self.papers.ask_where))
        self.print_all.clicked.connect(lambda: self._make(self._all, lambda sheet: self.papers.put_on([sheet])))
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Show the hours that whoever is at the desk now may see; those of who was there before go at once."""
        self._actor, self._host = actor, None
        if self._asked is not None:
            self._asked.cancel()
        self._show(reading.NOTHING)
        self.pace.set_actor(actor)
        self.mine.set_actor(actor)
        self.outdate()

    def refresh(self) -> None:
        """Read the month; only the answer that was asked last is wanted."""
        if self._asked is not None:
            self._asked.cancel()
        actor, month, host = self._actor, self._month, self._host
        if actor.role >= Role.HOST:
            self._asked = self.tasks.read(lambda s: reading.read(s, actor, month, host), self._show)

    def say(self) -> None:
        everyone, sheet, _ = self.found
        self.all_model.say()
        self.all_side.setVisible(everyone is not None)
        self.print_all.setVisible(everyone is not None)
        for button in (self.back, self.on, self.write, self.print_one, self.keep_one):
            button.setEnabled(sheet is not None)
        if everyone is not None:
            self.total.setText(translate("Together this month: {hours}", hours=in_words(everyone.total.month)))
        if sheet is None:
            return
        month = dates.month(sheet.periods.month)
        self.month.setText(month[:1].upper() + month[1:])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only on a page can the first stop follow what stands before this panel.
        one, ends = self.one, self.unended
        foot = (self.write, self.print_one, self.keep_one, self.print_all)
        walk(ends.rows, ends.ended_at, ends.set_end, self.back, self.on, self.everyone, one.lines, one.remove, *foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.bar, self.columns, self.foot)
        self.everyone.setMinimumHeight(_ROWS * 3 * self.fontMetrics().height())
        keep_last(self.everyone)

    def _make_table(self) -> None:
        self.all_model: RecordsModel[tuple[Member, Sums]] = RecordsModel(
            [
                Column(mark("Name"), lambda row: row[0].name),
                Column(mark("Month"), lambda row: in_column(row[1].month), figures=True),
                Column(mark("Year"), lambda row: in_column(row[1].year), figures=True),
                Column(mark("Team year"), lambda row: in_column(row[1].team_year), figures=True),
            ],
            self,
        )
        show_in(self.everyone, self.all_model)
        self.everyone.selectionModel().selectionChanged.connect(self._choose)

    def _go(self, by: int) -> None:
        if self.found.sheet is not None:
            first = self._month or self.found.sheet.periods.month
            self._month = months_later(first, by)
            self.outdate()

    def _show(self, found: reading.Found) -> None:
        self.found = found
        everyone, sheet, _ = found
        rows = everyone.rows if everyone is not None else ()
        self.unended.put(everyone.unended if everyone is not None else ())
        choosing = self.everyone.selectionModel()
        choosing.blockSignals(True)
        self.all_model.put(rows)
        if sheet is not None:
            self._host = sheet.member.id
            for place, (member, _) in enumerate(rows):
                if member.id == self._host:
                    self.everyone.selectRow(place)
        choosing.blockSignals(False)
        self.everyone.viewport().update()
        self.one.put(sheet)
        self.say()

    def _choose(self) -> None:
        picked = self.everyone.selectionModel().selectedRows()
        if picked:
            self._host = self.all_model.record(picked[0])[0].id
            self.one.answer.clear()
            self.outdate()

    def _ask_hours(self) -> None:
        from buurtkamer_app.qt.team.write_hours import WriteHoursDialog

        everyone, sheet, today = self.found
        members = [member for member, _ in everyone.rows if not member.left] if everyone is not None else []
        if sheet is not None:
            self.writing = WriteHoursDialog(self.tasks, self, members, sheet, today)
            self.writing.open()

    def _one(self, services: Services) -> Made | None:
        return reading.sheet_of(services, self.found.sheet) if self.found.sheet is not None else None

    def _all(self, services: Services) -> Made | None:
        return reading.list_of(services, self.found.everyone) if self.found.everyone is not None else None

    def _make(self, what: Callable[[Services], Made | None], then: Callable[[Made], None]) -> None:
        def work(services: Services, _stop: threading.Event) -> Made | None:
            return what(services)

        words = translate("The sheets are being made…")
        self.tasks.read_long(words, work, lambda sheet: then(sheet) if sheet is not None else None)
