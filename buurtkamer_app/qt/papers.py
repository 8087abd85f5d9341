"""Sheets on their way to paper: straight from memory to the printer, or as a PDF when somebody asks for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs, printer
from buurtkamer_app.qt.answers import leave_it, while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.printers import Way
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.printer import PrintJob
    from buurtkamer_app.qt.tasks import Tasks

_NO_FILE: Final = frozenset('/\\:*?"<>|')
# Windows takes these for machines, whatever comes after the first dot.
_MACHINES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_LONGEST: Final = 100  # letters of a file's name
_BYTES: Final = 140  # of the same: a disk counts these, and letters that are not Latin take up to four each
_WENT: Final = mark("The sheet went to the printer.")
_SAVED: Final = mark("Saved as {name}.")
_GUARDED: Final = mark("Saved as {name}. Print it, then remove the file.")


def save(pdf: bytes, path: Path) -> Path:
    """Write the sheet to a file; raises as `sheet_file.save`."""
    from buurtkamer_app.printing import sheet_file

    sheet_file.save(pdf, path)
    return path


def as_file(name: str) -> str:
    """Give the name of a PDF that every computer takes, whatever a sheet is called."""
    plain = "".join(" " if letter in _NO_FILE or not letter.isprintable() else letter for letter in name)
    fits = " ".join(plain.split())[:_LONGEST].encode(errors="ignore")[:_BYTES].decode(errors="ignore")
    fits = fits.strip(" .")
    if not fits or fits.partition(".")[0].strip().lower() in _MACHINES:
        fits = f"{translate('Sheet')} {fits}".rstrip()
    return f"{fits}.pdf"


def usual_folder() -> Path:
    """Give the folder in which files of this person are proposed."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class Papers(QWidget):
    """Prints sheets, one after the other, and says what became of them; what could not be printed can be saved.

    `out` gives each sheet that is on paper or in a file, `ended` comes when none is on its way any more. Unless
    `guarded` is false, who saves one is told to remove the file. Who has a button of their own to save it by says that
    nothing `offers` it here.
    """

    out = Signal(object)
    ended = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None, *, offers: bool = True) -> None:
        super().__init__(parent)
        self._tasks, self._offers = tasks, offers
        self._queue: list[Made] = []
        self._way = Way()
        self._said = ""
        self._job: PrintJob | None = None
        self._waiting: list[Made] = []
        self.guarded = True
        self.keeps: list[QWidget] = []
        self.dialog: QFileDialog | None = None
        self.answer = Sentence()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.answer)
        self.hide()

    @property
    def busy(self) -> bool:
        """Tell whether a sheet is on its way to the printer."""
        return self._job is not None

    @property
    def waiting(self) -> tuple[Made, ...]:
        """Give the sheets that did not come out."""
        return tuple(self._waiting)

    def put_on(self, sheets: Sequence[Made], way: Way | None = None) -> None:
        """Print these, on the usual printer unless another way is given."""
        if not self.busy:
            self.clear()
        self._queue += sheets
        self._way = way or Way()
        self._next()

    def cancel(self) -> None:
        """Let no further sheet come out."""
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.clear()

    def clear(self) -> None:
        """Say nothing any more, and let go of what could be saved."""
        self._said = ""
        self._waiting.clear()
        self._offer()
        self.answer.clear()
        self.hide()

    def ask_where(self, sheet: Made) -> None:
        """Ask where a PDF of a sheet goes, and save it there."""
        self.dialog = dialogs.save_as(self, usual_folder() / as_file(sheet.name), "PDF", partial(self.save, sheet))

    def save(self, sheet: Made, path: Path) -> None:
        """Keep a sheet as a PDF."""
        self.show()
        words = translate("The sheet is being saved…")
        then, trouble = partial(self._saved, sheet), self.answer.trouble
        work = partial(_written, sheet.pdf, path)
        self._tasks.read_long(words, work, while_there(self, then), while_there(self, trouble))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()

    def _next(self) -> None:
        if self.busy:
            return
        if not self._queue:
            self.ended.emit()
            return
        sheet = self._queue.pop(0)
        self.show()
        self.answer.tell(lambda: translate("The sheet goes to the printer…"))
        job = self._job = printer.PrintJob(sheet, self._way)
        job.printed.connect(while_there(self, partial(self._printed, sheet)))
        job.failed.connect(while_there(self, partial(self._failed, sheet)))
        job.start()

    def _offer(self) -> None:
        """Offer what is not on paper yet as a file: nothing is written to a disk unless somebody asks."""
        discard(self._column, self.keeps)
        for sheet in self._waiting if self._offers else ():
            button = QPushButton(translate("Save as PDF: {name}", name=sheet.name))
            button.setAutoDefault(False)
            dress(button, "file-pdf")
            button.clicked.connect(lambda _=False, sheet=sheet: self.ask_where(sheet))
            self._column.addWidget(button)
            self.keeps.append(button)

    def _printed(self, sheet: Made, said: str) -> None:
        self._job = None
        self._said = self._said or said
        if not self._waiting:
            words = self._said or _WENT
            self.answer.tell(lambda: translate(words))
        self._came_out(sheet)
        self._next()

    def _failed(self, sheet: Made, error: BuurtkamerError) -> None:
        """Keep what did not come out, and what comes after it: a printer that refuses is not asked again and again."""
        self._job = None
        self.answer.trouble(error)
        self._waiting += [sheet, *self._queue]
        self._queue.clear()
        self._offer()
        self._next()

    def _saved(self, sheet: Made, path: Path) -> None:
        self._waiting = [other for other in self._waiting if other is not sheet]
        self._offer()
        words = _GUARDED if self.guarded else _SAVED
        self.answer.tell(lambda: translate(words, name=path.name))
        self._came_out(sheet)

    def _came_out(self, sheet: Made) -> None:
        if sheet.on_paper is not None:
            self._tasks.write(sheet.on_paper, leave_it)
        self.out.emit(sheet)


def _written(pdf: bytes, path: Path, *_: object) -> Path:
    return save(pdf, path)
