"""The logs that are open: files are brought, opened with the passphrase of their room, and chosen to be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.changed import LOGS, changed
from buurtkamer_app.qt.review.chosen import ChosenLog
from buurtkamer_app.qt.review.closed import ClosedFiles
from buurtkamer_app.qt.review.tables import Columns, SignedModel, hear_in, high, show_many
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import Opened, RoomLog

_WIDTHS: Final = (0, 11, 8, 15)
_LEAST: Final = 4  # rows in sight


class LogsPanel(Panel):
    """`read_asked` and `questions_asked` give the key of a log."""

    form: ClassVar[str] = "review/logs"
    kinds: ClassVar[frozenset[str]] = frozenset({LOGS})
    top: QBoxLayout
    summary: QLabel
    open_files: QPushButton
    open_folder: QPushButton
    answer: Sentence
    shut: QVBoxLayout
    search_row: QBoxLayout
    search_label: QLabel
    search: QLineEdit
    none: QLabel
    rows: QTableView
    below: QVBoxLayout

    read_asked = Signal(str)
    questions_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self.logs: tuple[RoomLog, ...] = ()
        self.closed, self.chosen = ClosedFiles(), ChosenLog(tasks)
        self.shut.addWidget(self.closed)
        self.below.addWidget(self.chosen)
        self.model: SignedModel[RoomLog] = SignedModel(
            (
                Column(mark("Room"), lambda log: log.called),
                Column(mark("Period"), words.period),
                Column(mark("Made on"), lambda log: dates.day_and_year(log.log.made_at.date())),
                Column(mark("Is it genuine?"), lambda log: words.genuine(log)[1]),
            ),
            3,
            lambda log: words.genuine(log)[0],
            self,
        )
        show_many(self.rows, self.model)
        Columns(self.rows, _WIDTHS, {2})
        self._hear()
        self.say()

    def open(self, paths: Sequence[Path], typed: Sequence[str] = ()) -> None:
        """Open files and folders; passphrases that opened a room before are tried by themselves."""
        if not paths:
            return
        if not typed:
            self.answer.tell(lambda: translate("The logs are being opened…"))
        given, words_ = tuple(paths), tuple(typed)
        self.tasks.read_long(
            translate("The logs are being opened…"),
            lambda reviews, progress: changed(reviews.open(given, words_, progress), LOGS),
            partial(self._opened, given, bool(typed)),
            partial(self._failed, bool(typed)),
            self.answer.clear,
        )

    def refresh(self) -> None:
        self.tasks.read(lambda reviews: reviews.logs(), self._show)

    def say(self) -> None:
        self.summary.setText(words.counted(len(self.logs), len({log.room for log in self.logs})))
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.top, self.search_row)
        self.rows.setMinimumHeight(high(self.rows, _LEAST))

    def _hear(self) -> None:
        self.open_files.clicked.connect(self._ask_files)
        self.open_folder.clicked.connect(self._ask_folder)
        self.closed.tried.connect(lambda path, typed: self.open([path], [typed]))
        self.search.textChanged.connect(self._list)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.chosen.read_asked.connect(self.read_asked)
        self.chosen.questions_asked.connect(self.questions_asked)
        hear_in(self.rows, ("Return", "Enter"), self.chosen.read.click)
        closed = self.closed
        asking = (closed.files, closed.words, closed.show_words, closed.try_words, closed.clear)
        walk(self.open_files, self.open_folder, *asking, self.search, self.rows)

    def _ask_files(self) -> None:
        dialog = self.dialog = QFileDialog(self, translate("Open files"), "", f"{translate('Logs')} (*.pdf)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.open([Path(file) for file in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_folder(self) -> None:
        self.dialog = dialogs.choose_folder(self, None, lambda folder: self.open([folder]))

    def _opened(self, paths: Sequence[Path], typed: bool, found: Outcome[Opened]) -> None:
        self.answer.clear()
        self.closed.put(paths, found.value.closed)
        if not typed:
            # What is asked for next can be typed at once.
            if self.closed.asks and self.isVisible():
                self.closed.words.setFocus()
            return
        opened = not found.value.closed
        self.closed.ready(opened=opened)
        if opened:
            # What opened one log of a room opens its others by itself.
            self.open(self.closed.asks)

    def _failed(self, typed: bool, error: BuurtkamerError) -> None:
        self.answer.clear()
        if typed:
            self.closed.ready(opened=False)
        (self.closed.answer if typed else self.answer).trouble(error)

    def _show(self, logs: tuple[RoomLog, ...]) -> None:
        self.logs = logs
        self._list()
        self.say()

    def _list(self) -> None:
        """List the logs whose room is sought; the one that is chosen stays chosen while it is in sight."""
        before, sought = self._key(), self.search.text().casefold().strip()
        shown = [log for log in self.logs if sought in log.called.casefold()]
        self.model.put(shown)
        row = next((row for row, log in enumerate(shown) if log.key == before), 0)
        if shown:
            self.rows.selectRow(row)
        self.none.setVisible(not self.logs)
        for part in (self.rows, self.search_label, self.search):
            part.setVisible(bool(self.logs))
        self._choose()

    def _key(self) -> str:
        rows = self.rows.selectionModel().selectedRows()
        return self.model.record(rows[0]).key if rows else ""

    def _choose(self) -> None:
        rows = self.rows.selectionModel().selectedRows()
        self.chosen.choose(self.model.record(rows[0]) if rows else None)
