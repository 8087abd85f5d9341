"""The last step of setting up: the recovery code, large, to print or keep before one goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs, printer
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtPrintSupport import QPrinter

    from buurtkamer_app.qt.tasks import Tasks


def _save(room: str, code: str, on: date, path: Path) -> Path:
    from buurtkamer_app.printing import recovery_sheet, sheet_file

    sheet_file.save(recovery_sheet.recovery_sheet(room, code, on), path)
    return path


def _sheet(room: str, code: str, on: date) -> bytes:
    from buurtkamer_app.printing.recovery_sheet import recovery_sheet

    return recovery_sheet(room, code, on)


class CodeStep(Form):
    """Shows the recovery code once, prints it or keeps it as a PDF; `have` is ticked by who has it on paper."""

    form: ClassVar[str] = "room/set_up_code"
    title: ClassVar[str] = mark("The recovery code")
    code: QLabel
    print_now: QPushButton
    keep: QPushButton
    saved: Sentence
    have: QCheckBox

    def __init__(
        self,
        tasks: Tasks[Any],
        usual_printer: Callable[[], QPrinter | None] = printer.usual_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._usual_printer = tasks, usual_printer
        self._given: tuple[str, str, date] | None = None
        self.dialog: QFileDialog | None = None
        self.print_now.clicked.connect(self._print)
        self.keep.clicked.connect(self._ask_where)

    def show_code(self, room: str, code: str, on: date) -> None:
        """Show the code of a room that was made on this day."""
        self._given = (room, code, on)
        # It may be broken between its groups only.
        self.code.setText(code.replace("-", "-\u200b"))
        self.code.setAccessibleName(code)

    def save(self, path: Path) -> None:
        """Keep the sheet with the code as a PDF."""
        if self._given is None:
            return
        given = self._given
        self._tasks.read_long(
            translate("The sheet is being saved…"), lambda _, __: _save(*given, path), self._kept, self.saved.trouble
        )

    def _kept(self, path: Path) -> None:
        self.saved.tell(lambda: translate("Saved as {name}. Print it, then remove the file.", name=path.name))

    def _print(self) -> None:
        found, given = self._usual_printer(), self._given
        if given is None:
            return
        if found is None:
            self.saved.tell(lambda: translate("This computer has no printer. Save the sheet as a PDF instead."))
            self._ask_where()
            return
        self._tasks.read_long(
            translate("The sheet is being drawn…"),
            lambda _, __: _sheet(*given),
            lambda pdf: self._put_on(found, pdf),
            self.saved.trouble,
        )

    def _put_on(self, found: QPrinter, pdf: bytes) -> None:
        job = printer.PrintJob(found, pdf)
        job.printed.connect(lambda: self.saved.tell(lambda: translate("The sheet went to the printer.")))
        job.failed.connect(self.saved.trouble)
        job.start()

    def _ask_where(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog = dialogs.save_as(self, folder / f"{translate('Recovery code')}.pdf", "PDF", self.save)
