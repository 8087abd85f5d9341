"""A backup that somebody chose: tried out, shown beside what is there now, and only then brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout

from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.shown_words import say_shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.safekeeping.backups.records import Contents, TriedOut

_ENDING = ".buurtkamer"


class RestoringForm(Form):
    """`look_asked` gives a path and the words typed; who tries it out calls `show_tried` or `refuse`.

    `take_asked` gives what was tried out, the words and a new passphrase (empty: this computer has one); who brings it
    back calls `refuse` when that failed. `back_asked` is for who leaves it.
    """

    form: ClassVar[str] = "safekeeping/restoring"
    title: QLabel
    offered: QVBoxLayout
    choose: QPushButton
    chosen: QLabel
    asking: QFrame
    words: QLineEdit
    show_words: QPushButton
    look: QPushButton
    answer: Sentence
    found: QFrame
    found_title: QLabel
    table: QGridLayout
    lost: QLabel
    keys: QFrame
    fresh: QLineEdit
    other: QPushButton
    again: QLineEdit
    kept_about: QLabel
    take: QPushButton
    back: QPushButton

    look_asked = Signal(object, str)
    take_asked = Signal(object, str, str)
    back_asked = Signal()

    def __init__(
        self,
        draw: Callable[[], str],
        acceptable: Callable[[str], None],
        *,
        asks_words: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acceptable, self._asks_words = acceptable, asks_words
        self.path: Path | None = None
        self.tried: TriedOut | None = None
        self._offered: list[tuple[datetime, Path]] = []
        self.buttons: list[QWidget] = []
        self._cells: list[QWidget] = []
        self.dialog: QFileDialog | None = None
        self.question: QMessageBox | None = None
        self.fresh.setText(draw())
        self.other.clicked.connect(lambda: self.fresh.setText(draw()))
        self.choose.clicked.connect(self._ask_which)
        self.look.clicked.connect(self._look)
        self.words.returnPressed.connect(self._look)
        self.show_words.toggled.connect(self.say)
        self.take.clicked.connect(self._ask_first)
        self.back.clicked.connect(self.back_asked)
        self.say()

    def say(self) -> None:
        say_shown(self.words, self.show_words)
        self.chosen.setText(translate("Chosen: {name}", name=self.path.name) if self.path else "")
        self.chosen.setVisible(self.path is not None)
        self.asking.setVisible(self.path is not None and self._asks_words)
        self.look.setVisible(self.path is not None)
        self._offer_again()
        self._say_found()

    def offer(self, found: list[tuple[datetime, Path]]) -> None:
        """Offer the backups that this computer knows of, the newest first."""
        self._offered = list(found)
        self.say()
        (self.buttons[0] if self.buttons else self.choose).setFocus()

    def choose_file(self, path: Path) -> None:
        """Take this file: it is looked at when somebody asks."""
        self.path, self.tried = path, None
        self.answer.clear()
        self.say()
        (self.words if self._asks_words else self.look).setFocus()

    def show_tried(self, tried: TriedOut) -> None:
        """Show what is in it."""
        self.tried = tried
        self._busy(busy=False)
        self.answer.tell(lambda: translate("This backup is whole. It was opened in a copy, and nothing changed."))
        self.say()
        self.take.setFocus()

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why it cannot be opened or brought back; a key that does not fit is asked for."""
        self._busy(busy=False)
        if isinstance(error, KeyRefusedError):
            self._asks_words = True
            self.say()
            self.words.setFocus()
        self.answer.trouble(error)

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("Backup"), _ENDING, self.choose_file)

    def _look(self) -> None:
        if self.path is None:
            return
        self.tried = None
        self.say()
        self._busy(busy=True)
        self.answer.tell(lambda: translate("The backup is being opened in a copy…"))
        self.look_asked.emit(self.path, self.words.text())

    def _ask_first(self) -> None:
        tried, fresh = self.tried, ""
        if tried is None:
            return
        if not tried.here:
            fresh = self.fresh.text()
            try:
                self._acceptable(fresh)
            except RefusedError as error:
                self.answer.trouble(error)
                self.fresh.setFocus()
                return
            if fresh.casefold().split() != self.again.text().casefold().split():
                self.answer.trouble(RefusedError("This is not the passphrase above. Type it once more."))
                self.again.setFocus()
                return
        if tried.now is None:
            self._take(fresh)
            return
        question = translate("Bring back the room as it was on {day}?", day=dates.day_and_year(_day(tried)))
        self.question = dialogs.ask(
            self, f"{question} {self.lost.text()}", translate("Bring it back"), partial(self._take, fresh)
        )

    def _take(self, fresh: str) -> None:
        self._busy(busy=True)
        self.answer.tell(lambda: translate("The backup is being brought back…"))
        self.take_asked.emit(self.tried, self.words.text(), fresh)

    def _busy(self, *, busy: bool) -> None:
        for part in (self.choose, self.look, self.take, self.back, *self.buttons):
            part.setEnabled(not busy)

    def _offer_again(self) -> None:
        discard(self.offered, self.buttons)
        for at, path in self._offered:
            moment = at.astimezone()
            words = translate(
                "Backup of {day}, {time}", day=dates.day_and_year(moment.date()), time=dates.clock(moment.time())
            )
            button = QPushButton(words)
            dress(button, "clock-rotate-left")
            button.clicked.connect(partial(self.choose_file, path))
            self.offered.addWidget(button)
            self.buttons.append(button)

    def _say_found(self) -> None:
        tried = self.tried
        self.found.setVisible(tried is not None)
        if tried is None:
            return
        moment = tried.made_at.astimezone()
        self.found_title.setText(
            translate(
                "{room}, {day}, {time}",
                room=tried.contents.room,
                day=dates.day_and_year(moment.date()),
                time=dates.clock(moment.time()),
            )
        )
        discard(self.table, self._cells)
        heads = ["", translate("In the backup"), *([translate("In the room now")] if tried.now else [])]
        for row, cells in enumerate([heads, *_rows(tried.contents, tried.now)]):
            for column, words in enumerate(cells):
                cell = QLabel(words)
                cell.setProperty("kind", "strong" if row == 0 or column == 1 else "soft")
                self.table.addWidget(cell, row, column)
                self._cells.append(cell)
        self.table.setColumnStretch(3, 1)
        self.lost.setText(_lost(tried))
        self.lost.setVisible(bool(self.lost.text()))
        self.keys.setVisible(not tried.here)
        self.kept_about.setVisible(tried.now is not None)


def _day(tried: TriedOut) -> date:
    return tried.made_at.astimezone().date()


def _rows(inside: Contents, now: Contents | None) -> list[list[str]]:
    def one(what: Contents) -> list[str]:
        last = dates.day_and_year(what.last_visit) if what.last_visit else translate("none")
        return [last, *(str(count) for count in (what.visits, what.wishes, what.activities, what.hosts))]

    heads = [translate(words) for words in ("Last visit", "Visits", "Wishes", "Activities", "Hosts")]
    columns = [heads, one(inside), *([one(now)] if now else [])]
    return [list(row) for row in zip(*columns, strict=True)]


def _lost(tried: TriedOut) -> str:
    if tried.now is None:
        return ""
    days = tried.days_lost
    if days == 0:
        return translate("No day of visits would be lost.")
    if days == 1:
        return translate("What was written on 1 day would be lost.")
    return translate("What was written in {days} days would be lost.", days=days)
