"""The report of a quarter or a year: looked at, printed, as PDF or as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.evaluation.looking.rules import beside, period
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers, save, usual_folder
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_BACK: Final = 12  # quarters and years that can be chosen, the last ones
_ENOUGH: Final = 34  # lines of type in width from which the buttons stand beside each other
_SPREADSHEET: Final = mark("Spreadsheet")


class ReportPanel(Panel):
    """Chooses a quarter or year, the last whole quarter at first, and makes its report; for the coordinator."""

    form: ClassVar[str] = "evaluation/report"
    which: QComboBox
    told: QLabel
    slot: QVBoxLayout
    foot: QBoxLayout
    as_pdf: QPushButton
    as_print: QPushButton
    as_sheet: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._periods: list[tuple[Length, date]] = []
        self.dialog: QFileDialog | None = None
        self.papers = Papers(tasks, offers=False)
        self.papers.guarded = False
        self.slot.addWidget(self.papers)
        self.as_print.clicked.connect(self._print)
        self.as_pdf.clicked.connect(self._save_pdf)
        self.as_sheet.clicked.connect(self._save_sheet)

    def refresh(self) -> None:
        """Read which day it is."""
        self.tasks.read(lambda services: services.room.today(), self._offer)

    def _offer(self, today: date) -> None:
        if self._periods:
            return
        quarter = period(Length.QUARTER, today, today)[0]
        last = beside(Length.QUARTER, quarter, -1)
        self._periods = [(Length.QUARTER, beside(Length.QUARTER, last, -back)) for back in range(_BACK)]
        self._periods.insert(1, (Length.QUARTER, quarter))
        years = [(Length.YEAR, beside(Length.YEAR, today.replace(month=1, day=1), -back)) for back in range(_BACK)]
        self._periods += [years[1], years[0], *years[2:]]
        self.say()

    def say(self) -> None:
        chosen = max(0, self.which.currentIndex())
        self.which.clear()
        for length, first in self._periods:
            if length is Length.YEAR:
                self.which.addItem(translate("The year {year}", year=first.year))
            else:
                number = (first.month + 2) // 3
                self.which.addItem(translate("Quarter {number} of {year}", number=number, year=first.year))
        self.which.setCurrentIndex(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.foot)

    def _chosen(self) -> tuple[Length, date]:
        return self._periods[max(0, self.which.currentIndex())]

    def _made(self, then: Any) -> None:
        length, first = self._chosen()

        def make(services: Services, _: object) -> Made:
            from buurtkamer_app.papers.records import Wanted
            from buurtkamer_app.papers.report import making

            return (making.year if length is Length.YEAR else making.quarter)(services, Wanted(first))

        self.answer.clear()
        words = translate("The report is being made…")
        self.tasks.read_long(words, make, while_there(self, then), while_there(self, self.answer.trouble))

    def _print(self) -> None:
        if self._periods:
            self._made(lambda made: self.papers.put_on([made]))

    def _save_pdf(self) -> None:
        if self._periods:
            self._made(self.papers.ask_where)

    def _save_sheet(self) -> None:
        """Ask where the spreadsheet goes once it is made."""
        if not self._periods:
            return
        length, first = self._chosen()

        def make(services: Services, _: object) -> tuple[str, bytes]:
            from buurtkamer_app.papers.report import making

            report = making.gathered(services, length, first)
            return report.title, making.as_spreadsheet(services, report)

        self.answer.clear()
        words = translate("The report is being made…")
        self.tasks.read_long(words, make, while_there(self, self._ask), while_there(self, self.answer.trouble))

    def _ask(self, made: tuple[str, bytes]) -> None:
        title, data = made
        self.dialog = dialogs.save_as(
            self, usual_folder() / f"{title}.xlsx", translate(_SPREADSHEET), lambda path: self._keep(path, data)
        )

    def _keep(self, path: Path, data: bytes) -> None:
        def told(_: Path) -> None:
            self.answer.tell(lambda: translate("Saved as {name}.", name=path.name))

        self.tasks.read_long(
            translate("The report is being made…"),
            lambda _, __: save(data, path),
            while_there(self, told),
            while_there(self, self.answer.trouble),
        )
