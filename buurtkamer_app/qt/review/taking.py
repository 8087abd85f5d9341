"""The figures of all open logs for the office's own tools: as files, or into its database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.changed import LOGS
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import RoomLog, WrittenOut
    from buurtkamer_app.review.service import Reviews

_SHEET, _TABLE = ".xlsx", ".parquet"
_NAME = mark("Figures of rooms")


class TakingPanel(Panel):
    """Writes and loads what is open now."""

    form: ClassVar[str] = "review/taking"
    kinds: ClassVar[frozenset[str]] = frozenset({LOGS})
    summary: QLabel
    columns: QBoxLayout
    spreadsheet: QPushButton
    csv: QPushButton
    parquet: QPushButton
    answer: Sentence
    url: QLineEdit
    load: QPushButton
    loaded: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._logs: tuple[RoomLog, ...] = ()
        self.dialog: QFileDialog | None = None
        self.spreadsheet.clicked.connect(lambda: self._ask_where(translate("Spreadsheet"), _SHEET))
        self.parquet.clicked.connect(lambda: self._ask_where("Parquet", _TABLE))
        self.csv.clicked.connect(self._ask_folder)
        self.load.clicked.connect(self._load)
        self.url.returnPressed.connect(self._load)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(lambda reviews: reviews.logs(), self._take)

    def say(self) -> None:
        self.summary.setText(words.counted(len(self._logs), len({log.room for log in self._logs})))
        for button in (self.spreadsheet, self.csv, self.parquet, self.load):
            button.setEnabled(bool(self._logs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def write(self, path: Path) -> None:
        """Write the figures to a file, or as CSV files into a folder of their own."""
        self._do(
            translate("The figures are being written…"),
            lambda reviews, keys, progress: reviews.write_out(path, keys, progress),
            self.answer,
            lambda out: translate("Saved: {name}. It holds {logs} logs.", name=path.name, logs=out.logs),
        )

    def _take(self, logs: tuple[RoomLog, ...]) -> None:
        self._logs = logs
        self.say()

    def _ask_where(self, kind: str, suffix: str) -> None:
        self.dialog = dialogs.save_as(self, _documents() / f"{translate(_NAME)}{suffix}", kind, self.write)

    def _ask_folder(self) -> None:
        self.dialog = dialogs.choose_folder(self, _documents(), lambda folder: self.write(folder / translate(_NAME)))

    def _load(self) -> None:
        url = self.url.text().strip()
        self._do(
            translate("The figures are being loaded…"),
            lambda reviews, keys, progress: reviews.into(url, keys, progress),
            self.loaded,
            lambda out: translate("Loaded: {logs} logs, of which {new} are new there.", logs=out.logs, new=out.new),
        )

    def _do(
        self,
        told: str,
        work: Callable[[Reviews, frozenset[str], Progress], WrittenOut],
        answer: Sentence,
        said: Callable[[WrittenOut], str],
    ) -> None:
        if not self._logs:
            return
        keys = frozenset(log.key for log in self._logs)
        answer.tell(lambda: told)
        self.tasks.read_long(
            told,
            lambda reviews, progress: work(reviews, keys, progress),
            lambda out: answer.tell(lambda: said(out)),
            answer.trouble,
            lambda: answer.tell(lambda: translate("Stopped. Nothing was changed.")),
        )


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
