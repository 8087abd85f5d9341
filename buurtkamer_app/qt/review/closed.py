"""Files that did not open: each says why; who types the passphrase of a room opens all of that room."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.tables import Columns, SignedModel, high, show_many
from buurtkamer_app.qt.review.waiting import Countdown
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.shown_words import say_shown
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.review.records import ClosedFile

_SEEN: Final = 4  # rows at most before the list scrolls
_WIDTHS: Final = (0, 14, 12)


class ClosedFiles(Form):
    """`tried` gives a file and the passphrase that somebody typed for it."""

    form: ClassVar[str] = "review/closed"
    heading: QLabel
    files: QTableView
    why: QLabel
    how: QLabel
    asking: QWidget
    asking_row: QBoxLayout
    words: QLineEdit
    show_words: QPushButton
    try_words: QPushButton
    answer: Sentence
    clear: QPushButton

    tried = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What is shown on the paper of the page, in the colour of what asks for attention.
        self.setProperty("tone", "practice")
        self._files: dict[Path, ClosedFile] = {}
        self._until: dict[Path, float] = {}
        self.model: SignedModel[ClosedFile] = SignedModel(
            (
                Column(mark("File"), lambda file: file.path.name),
                Column(mark("Room"), lambda file: file.room),
                Column(mark("Why it is closed"), lambda file: words.closed(file)[1]),
            ),
            2,
            lambda file: words.closed(file)[0],
            self,
        )
        show_many(self.files, self.model)
        Columns(self.files, _WIDTHS, {1})
        self.countdown = Countdown(self.answer)
        self.countdown.over.connect(self._stand)
        self.files.selectionModel().selectionChanged.connect(self._stand)
        self.show_words.toggled.connect(self.say)
        self.words.returnPressed.connect(self._try)
        self.try_words.clicked.connect(self._try)
        self.clear.clicked.connect(self._clear)
        self.hide()
        self.say()

    @property
    def asks(self) -> list[Path]:
        """Give the files that a passphrase may still open."""
        return [file.path for file in self._files.values() if file.asks]

    @property
    def chosen(self) -> ClosedFile | None:
        """Give the file that is chosen."""
        rows = self.files.selectionModel().selectedRows()
        return self.model.record(rows[0]) if rows else None

    def say(self) -> None:
        say_shown(self.words, self.show_words)
        count = len(self._files)
        one, more = translate("1 file is still closed"), translate("{count} files are still closed", count=count)
        self.heading.setText(one if count == 1 else more)
        self.model.say()
        self._stand()

    def put(self, tried: Sequence[Path], closed: Sequence[ClosedFile]) -> None:
        """Show what became of files that were tried; those that asked before and were not tried stay."""
        now, before = time.monotonic(), self.chosen
        for path in tried:
            self._files.pop(path, None)
        for file in closed:
            self._files[file.path] = file
            self._until[file.path] = now + file.seconds
        shown = sorted(self._files.values(), key=lambda file: (not file.asks, file.path.name.casefold()))
        self.model.put(shown)
        kept = (row for row, file in enumerate(shown) if before is not None and file.path == before.path)
        if shown:
            self.files.selectRow(next(kept, 0))
        self.setVisible(bool(shown))
        self._fit()
        self.say()

    def ready(self, *, opened: bool) -> None:
        """Take the next passphrase: the one that was typed goes when it opened its room, else it can be corrected."""
        self._stand()
        if opened:
            self.words.clear()
        else:
            self.words.selectAll()
        if self.asks:
            self.words.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.asking_row)
        self._fit()

    def _fit(self) -> None:
        rows = max(1, min(_SEEN, self.model.rowCount()))
        self.files.setFixedHeight(high(self.files, rows))

    def _stand(self) -> None:
        """Say of the file that is chosen why it is closed, and how long it waits."""
        file = self.chosen
        for part in (self.asking, self.how):
            part.setVisible(file is not None and file.asks)
        self.why.setText(file.told.say() if file is not None else "")
        self.why.setVisible(file is not None and file.why.value != "wait")
        until = self._until.get(file.path, 0.0) if file is not None else 0.0
        waits = until > time.monotonic()
        self.try_words.setEnabled(not waits)
        if waits:
            self.countdown.start(until)
        else:
            self.countdown.stop()
            self.answer.clear()

    def _try(self) -> None:
        file = self.chosen
        if file is not None and file.asks and self.try_words.isEnabled():
            self.try_words.setEnabled(False)
            self.answer.tell(lambda: translate("The passphrase is being tried…"))
            self.tried.emit(file.path, self.words.text())

    def _clear(self) -> None:
        self.put(list(self._files), ())
