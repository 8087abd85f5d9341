"""The wall sheet of a week: seen as it will be, printed, or kept as a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, dialogs, printer
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.week_bar import WeekBar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from buurtkamer_app.qt.tasks import Asked, Tasks
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A wall sheet that was made: the Monday of its week, and the PDF."""

    monday: date
    pdf: bytes


def make(services: Services, day: date | None, *, ink_saving: bool) -> WeekSheet:
    """Make the wall sheet of the week that holds a day; None is this week."""
    from buurtkamer_app.papers import week
    from buurtkamer_app.papers.records import Choices, Wanted
    from buurtkamer_app.printing.dress import Ink

    day = day or services.room.today()
    ink = Ink.SAVING if ink_saving else Ink.COLOUR
    made = week.wall(services, Wanted(day, Choices(ink=ink)))
    return WeekSheet(day - timedelta(days=day.weekday()), made.pdf)


def save(pdf: bytes, path: Path) -> Path:
    """Write the sheet to a file; raises as `sheet_file.save`."""
    from buurtkamer_app.printing import sheet_file

    sheet_file.save(pdf, path)
    return path


class WallPanel(Panel):
    """Shows the wall sheet of one week; `usual_printer` gives the printer of this computer, None when there is none."""

    form: ClassVar[str] = "printing/wall"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "room",
            "opening_hours",
            "closure",
            "closure_choice",
            "series",
            "changed_date",
            "cancelled_date",
            "sign_up",
            "booking",
            "booking_off",
            "wish",
            "wish_support",
        }
    )
    columns: QBoxLayout
    week: QLabel
    weeks: QVBoxLayout
    saving: QRadioButton
    colour: QRadioButton
    print_now: QPushButton
    choose: QPushButton
    keep: QPushButton
    paper: PaperView
    answer: Sentence

    def __init__(
        self,
        tasks: Tasks[Any],
        usual_printer: Callable[[], QPrinter | None] = printer.usual_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._usual_printer = usual_printer
        self.bar = WeekBar()
        self.weeks.addWidget(self.bar)
        self._asked: Asked | None = None
        self.sheet: WeekSheet | None = None
        self.dialog: QFileDialog | QPrintDialog | None = None
        self.bar.moved.connect(self._go)
        self.saving.toggled.connect(self.outdate)
        self.print_now.clicked.connect(self._print)
        self.choose.clicked.connect(self._choose_printer)
        self.keep.clicked.connect(self._ask_where)
        self.say()

    def refresh(self) -> None:
        """Make the sheet on the reading thread, and show it."""
        if self._asked is not None:
            self._asked.cancel()
        day, ink_saving = self.bar.day, self.saving.isChecked()

        def work(services: Services, _stop: threading.Event) -> WeekSheet:
            return make(services, day, ink_saving=ink_saving)

        self._asked = self.tasks.read_long(translate("The wall sheet is being made…"), work, self._show)

    def say(self) -> None:
        for button in (self.print_now, self.choose, self.keep):
            button.setEnabled(self.sheet is not None)
        if self.sheet is not None:
            self.week.setText(dates.week_span(self.sheet.monday))

    def save(self, path: Path) -> None:
        """Keep the sheet that is shown as a PDF."""
        if self.sheet is None:
            return
        pdf = self.sheet.pdf
        self.tasks.read_long(
            translate("The sheet is being saved…"), lambda _, __: save(pdf, path), self._saved, self.answer.trouble
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def _go(self) -> None:
        self.answer.clear()
        self.outdate()

    def _show(self, sheet: WeekSheet) -> None:
        self.sheet = sheet
        self.bar.stands_at(sheet.monday)
        self.paper.show_pdf(self.tasks, sheet.pdf)
        self.say()

    def _saved(self, path: Path) -> None:
        self.answer.tell(lambda: translate("Saved as {name}.", name=path.name))

    def _print(self) -> None:
        found = self._usual_printer()
        if found is None:
            self._without_printer()
        else:
            self._put_on(found)

    def _choose_printer(self) -> None:
        """Let somebody choose among the printers of this computer, copies and sides included."""
        found = self._usual_printer()
        if found is None:
            self._without_printer()
            return
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(found, self)
        dialog.accepted.connect(partial(self._put_on, found))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        # QPrintDialog.open wants a slot; to show it does the same, and nothing waits in a loop of its own.
        dialog.setModal(True)
        dialog.show()

    def _put_on(self, found: QPrinter) -> None:
        if self.sheet is None:
            return
        job = printer.PrintJob(found, self.sheet.pdf)
        job.printed.connect(lambda: self.answer.tell(lambda: translate("The sheet went to the printer.")))
        job.failed.connect(self.answer.trouble)
        self.answer.tell(lambda: translate("The sheet goes to the printer…"))
        job.start()

    def _without_printer(self) -> None:
        self.answer.tell(lambda: translate("This computer has no printer. Save the sheet as a PDF instead."))
        self._ask_where()

    def _ask_where(self) -> None:
        if self.sheet is None:
            return
        year, week, _ = self.sheet.monday.isocalendar()
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = translate("Wall sheet {year} week {week}", year=year, week=f"{week:02}")
        self.dialog = dialogs.save_as(self, folder / f"{name}.pdf", "PDF", self.save)
