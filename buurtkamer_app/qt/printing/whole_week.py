"""All sheets of a week in one go: printed one after the other, or saved together in a folder; all or none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers, as_file, usual_folder
from buurtkamer_app.qt.printers import Way
from buurtkamer_app.qt.printing.run import Run
from buurtkamer_app.qt.printing.ticks import Ticks
from buurtkamer_app.qt.printing.when import WhenBar
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Made, Wanted
    from buurtkamer_app.qt.tasks import Tasks

_SAVED: Final = mark("All sheets are in the folder {name}.")
_GUARDED: Final = mark("All sheets are in {name}. There are names in it: remove it when it is printed.")
_ENOUGH: Final = 32  # lines of type in width for the buttons beside each other


class WholeWeekPanel(Panel):
    """Offers the sheets that come out every week; what is not ticked stays out."""

    form: ClassVar[str] = "printing/whole_week"
    weeks: QVBoxLayout
    rows: QVBoxLayout
    foot: QBoxLayout
    heading: QLabel
    about: QLabel
    print_all: QPushButton
    keep_all: QPushButton
    stop: QPushButton
    progress: QProgressBar
    told: Sentence
    said: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.when, self.sheets, self.papers = WhenBar(), Ticks(), Papers(tasks)
        self.weeks.addWidget(self.when)
        self.rows.addWidget(self.sheets)
        self.said.addWidget(self.papers)
        self._guarded = False
        self._folder: Path | None = None
        self._kept: list[Made] = []
        self._run = Run(tasks, self)
        self.dialog: QFileDialog | None = None
        self._run.made.connect(self._take)
        self._run.stepped.connect(self.progress.setValue)
        self._run.done.connect(self._done)
        self._run.failed.connect(self._fail)
        self.papers.out.connect(self._run.numbering.came_out)
        self.papers.ended.connect(self._came_out)
        self.when.moved.connect(self.outdate)
        self.print_all.clicked.connect(lambda: self._start(None))
        self.keep_all.clicked.connect(self._ask_where)
        self.stop.clicked.connect(self._stop)
        self._let(running=False)

    def offer(self, kinds: Sequence[SheetKind]) -> None:
        """Offer these sheets, where the panel is seen; Tab goes as the eye does, whenever they came."""
        self.sheets.offer(kinds)
        walk(*self.when.stops(), *self.sheets.boxes.values(), self.print_all, self.keep_all, self.stop)

    def show_week(self, day: date | None) -> None:
        """Stand at the week of a day; None is this week."""
        self.when.day = day
        self.outdate()

    def refresh(self) -> None:
        """Say which week it is."""
        self.tasks.read(lambda services: services.room.today(), while_there(self, self.when.stands_in))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.foot)

    def _let(self, *, running: bool) -> None:
        for part in (self.print_all, self.keep_all, self.when, self.sheets):
            part.setEnabled(not running)
        self.progress.setVisible(running)
        self.stop.setVisible(running)

    def _ask_where(self) -> None:
        self.dialog = dialogs.choose_folder(self, usual_folder(), self._start)

    def _start(self, folder: Path | None) -> None:
        kinds = self.sheets.ticked
        self.papers.clear()
        if not kinds:
            self.told.tell(lambda: translate("Tick a sheet first."))
            return
        self._folder, self._kept = folder, []
        self._guarded = any(kind.private for kind in kinds)
        self.progress.setRange(0, len(kinds))
        self.progress.setValue(0)
        self.told.clear()
        self._let(running=True)
        self._run.start(kinds, self.when.day)

    def _take(self, asked: Wanted, sheet: Made) -> None:
        self._kept.append(sheet)
        self._guarded = self._guarded or asked.choices.numbers
        self.progress.setFormat(f"{len(self._kept)}/{self.progress.maximum()} · {sheet.name}")
        if self._folder is None:
            self.papers.put_on([sheet], Way(grey=asked.choices.ink is Ink.BLACK))
        else:
            self._run.go_on()

    def _came_out(self) -> None:
        """Go on after a sheet: one that did not come out is the last."""
        if not self._run.running:
            return
        if self.papers.waiting:
            self._run.stop()
            self._let(running=False)
            self._tell_printed()
        else:
            self._run.go_on()

    def _stop(self) -> None:
        self._run.stop()
        self.papers.cancel()
        self._let(running=False)
        if self._folder is None:
            self._tell_printed()
        else:
            self.told.tell(lambda: translate("Stopped. Nothing was saved."))

    def _tell_printed(self) -> None:
        count, every = self._run.count, self.progress.maximum()
        self.told.tell(lambda: translate("{count} of {all} sheets were printed.", count=count, all=every))

    def _done(self) -> None:
        if self._folder is None:
            self._let(running=False)
            self.papers.clear()
            self._tell_printed()
            return
        if self.when.monday is None:
            return
        year, week, _ = self.when.monday.isocalendar()
        folder = self._folder / translate("Sheets {year} week {week}", year=year, week=f"{week:02}")
        files = named(self._kept)
        words, then = translate("The sheets are being saved…"), while_there(self, self._saved)
        trouble = while_there(self, self._fail)
        self.tasks.read_long(words, lambda _, __: _save(files, folder), then, trouble)

    def _saved(self, folder: Path) -> None:
        self._let(running=False)
        for sheet in self._kept:
            self._run.numbering.came_out(sheet)
        words = _GUARDED if self._guarded else _SAVED
        self.told.tell(lambda: translate(words, name=folder.name))

    def _fail(self, error: BuurtkamerError) -> None:
        self._let(running=False)
        if self._folder is None:
            self._tell_printed()
            self.papers.show()
            self.papers.answer.trouble(error)
        else:
            self.told.trouble(error)


def named(sheets: Sequence[Made]) -> dict[str, bytes]:
    """Give each sheet the name of its file; of several with one name the second is called (2)."""
    files: dict[str, bytes] = {}
    for sheet in sheets:
        name, number = as_file(sheet.name), 1
        while name in files:
            number += 1
            name = as_file(sheet.name).replace(".pdf", f" ({number}).pdf")
        files[name] = sheet.pdf
    return files


def _save(files: dict[str, bytes], folder: Path) -> Path:
    from buurtkamer_app.printing import sheet_file

    sheet_file.save_together(files, folder)
    return folder
