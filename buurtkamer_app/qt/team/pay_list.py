"""The payable list of a month: on paper, as a PDF, as a spreadsheet; and marked as paid in one press."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers, save
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.team import allowance_papers

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import MonthOfAllowance


class PayListPart(Form):
    """Can be pressed when something was written down for the month."""

    form: ClassVar[str] = "team/pay_list"
    foot: QBoxLayout
    print_now: QPushButton
    keep: QPushButton
    keep_table: QPushButton
    pay: QPushButton
    answer: Sentence
    sheets: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._month: date | None = None
        self.saving: QFileDialog | None = None
        self.papers = Papers(tasks)
        self.sheets.addWidget(self.papers)
        self.print_now.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.keep_table.clicked.connect(self._make_table)
        self.pay.clicked.connect(self._pay)
        self.put(None)

    def put(self, found: MonthOfAllowance | None) -> None:
        """Hear which month is shown, and what was written down for it."""
        month = found.month if found is not None else None
        if month != self._month:
            self.answer.clear()
        self._month = month
        entries = [entry for row in found.rows for entry in row.entries] if found is not None else []
        for button in (self.print_now, self.keep, self.keep_table):
            button.setEnabled(bool(entries))
        self.pay.setEnabled(any(entry.paid_on is None for entry in entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.foot)

    def _make(self, then: Callable[[Made], None]) -> None:
        if (month := self._month) is None:
            return

        def work(services: Services, _stop: threading.Event) -> Made:
            return allowance_papers.make(services, month)

        self._tasks.read_long(translate("The sheets are being made…"), work, then, self.answer.trouble)

    def _make_table(self) -> None:
        if (month := self._month) is None:
            return

        def work(services: Services, _stop: threading.Event) -> bytes:
            return allowance_papers.make_table(services, month)

        told = translate("The spreadsheet is being made…")
        self._tasks.read_long(told, work, partial(self._ask_where, month), self.answer.trouble)

    def _ask_where(self, month: date, table: bytes) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        place = folder / f"{allowance_papers.name(month)}.xlsx"
        self.saving = dialogs.save_as(self, place, "Excel", partial(self._save, table))

    def _save(self, table: bytes, path: Path) -> None:
        told = translate("The spreadsheet is being saved…")
        self._tasks.read_long(told, lambda _, __: save(table, path), self._saved, self.answer.trouble)

    def _saved(self, path: Path) -> None:
        self.answer.tell(
            lambda: translate("Saved as {name}. It holds names, so do not leave it there.", name=path.name)
        )

    def _pay(self) -> None:
        if (month := self._month) is not None:
            self.answer.clear()
            self._tasks.write(lambda services: services.allowances.pay(month), self._paid, self.answer.trouble)

    def _paid(self, _: Change) -> None:
        self.answer.tell(lambda: translate("This is marked as paid today."))
