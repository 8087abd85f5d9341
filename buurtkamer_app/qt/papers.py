"""Sheets on their way to paper: straight from memory to the printer, or as a PDF when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dialogs, printer
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A PDF and the name under which a file of it is proposed; `two_sides` when it belongs on one piece of paper."""

    name: str
    pdf: bytes
    two_sides: bool = False


def save(pdf: bytes, path: Path) -> Path:
    """Write the sheet to a file; raises as `sheet_file.save`."""
    from buurtkamer_app.printing import sheet_file

    sheet_file.save(pdf, path)
    return path


class Papers(QWidget):
    """Prints sheets and says what became of them; what could not be printed can be saved. `out` gives each that is."""

    out = Signal(object)

    def __init__(
        self,
        tasks: Tasks[Any],
        usual_printer: Callable[[], QPrinter | None] = printer.usual_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._usual_printer = tasks, usual_printer
        self._waiting: list[PaperSheet] = []
        self.keeps: list[QWidget] = []
        self.dialog: QFileDialog | None = None
        self.answer = Sentence()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.answer)
        self.hide()

    def put_on(self, sheets: Sequence[PaperSheet]) -> None:
        """Print these on the usual printer of this computer."""
        self._waiting.clear()
        self._offer()
        for sheet in sheets:
            found = self._usual_printer()
            self.show()
            if found is None:
                self.answer.tell(lambda: translate("This computer has no printer. Save the sheet as a PDF instead."))
                self._keep_for_later(sheet)
                continue
            if sheet.two_sides:
                found.setDuplex(found.DuplexMode.DuplexLongSide)
            self.answer.tell(lambda: translate("The sheet goes to the printer…"))
            job = printer.PrintJob(found, sheet.pdf)
            job.printed.connect(partial(self._printed, sheet))
            job.failed.connect(partial(self._failed, sheet))
            job.start()

    def ask_where(self, sheet: PaperSheet) -> None:
        """Ask where a PDF of a sheet goes, and save it there."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog = dialogs.save_as(self, folder / f"{sheet.name}.pdf", "PDF", partial(self.save, sheet))

    def save(self, sheet: PaperSheet, path: Path) -> None:
        """Keep a sheet as a PDF."""
        self.show()
        words = translate("The sheet is being saved…")
        then = partial(self._saved, sheet)
        self._tasks.read_long(words, lambda _, __: save(sheet.pdf, path), then, self.answer.trouble)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()

    def _offer(self) -> None:
        """Offer what is not on paper yet as a file: nothing is written to a disk unless somebody asks."""
        discard(self._column, self.keeps)
        for sheet in self._waiting:
            button = QPushButton(translate("Save as PDF: {name}", name=sheet.name))
            dress(button, "file-pdf")
            button.clicked.connect(lambda _=False, sheet=sheet: self.ask_where(sheet))
            self._column.addWidget(button)
            self.keeps.append(button)

    def _keep_for_later(self, sheet: PaperSheet) -> None:
        self._waiting.append(sheet)
        self._offer()

    def _printed(self, sheet: PaperSheet) -> None:
        self.answer.tell(lambda: translate("The sheet went to the printer."))
        self.out.emit(sheet)

    def _failed(self, sheet: PaperSheet, error: BuurtkamerError) -> None:
        self.answer.trouble(error)
        self._keep_for_later(sheet)

    def _saved(self, sheet: PaperSheet, path: Path) -> None:
        self._waiting = [other for other in self._waiting if other is not sheet]
        self._offer()
        self.answer.tell(lambda: translate("Saved as {name}. Print it, then remove the file.", name=path.name))
        self.out.emit(sheet)
