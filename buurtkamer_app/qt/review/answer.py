"""What is asked, what the log says of it, and what the professional writes: kept as typed, saved for a room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.review import words
from buurtkamer_app.qt.review.changed import WRITTEN, changed
from buurtkamer_app.qt.review.items import Item, Ready, What, ready, standing
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.review.records import ReplyMade, Written

_MOMENT: Final = 600  # milliseconds without a key before it is kept
_LABELS: Final = {
    What.ANSWER: mark("Your answer"),
    What.REMARK: mark("Your remark about this wish"),
    What.ADVICE: mark("Your advice for this room"),
}
_LINES: Final = 4  # of the field at least


class AnswerCard(Form):
    """`written` gives an item whose text was kept; `saved_for` the key of a log whose answer was saved."""

    form: ClassVar[str] = "review/answer"
    room: QLabel
    asked: QLabel
    wish: QLabel
    standing: QLabel
    text_label: QLabel
    text: QPlainTextEdit
    stage: QLabel
    answer: Sentence
    ready: QLabel
    save: QPushButton
    saved: Sentence

    written = Signal(object)
    saved_for = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._tasks = tasks
        self._item: Item | None = None
        self._ready = Ready(0, 0, 0, 0)
        # What was typed and is not kept yet, or cannot be: it stands there again when one comes back to it.
        self._typed: dict[tuple[str, UUID | int | None], str] = {}
        self.named = False
        self.dialog: QFileDialog | None = None
        self._pause = QTimer(self, singleShot=True, interval=_MOMENT)
        self._pause.timeout.connect(self.keep)
        self.text.textChanged.connect(self._type)
        self.save.clicked.connect(self._ask_where)

    def show_item(self, item: Item | None) -> None:
        """Show this; what is being typed to another is kept first."""
        other = self._item is None or item is None or item.key != self._item.key
        if other:
            self.keep()
            self.answer.clear()
            self.saved.clear()
        self._item = item
        self.setVisible(item is not None)
        if item is not None and other:
            self.text.setEnabled(item.answerable)
            if not item.answerable:
                self.answer.trouble(RefusedError("This log cannot be answered. Ask the room for a newer one."))
            with QSignalBlocker(self.text):
                self.text.setPlainText(self._typed.get(item.key, item.written.text))
            self._count()
        self.say()

    def keep(self) -> None:
        """Keep all that was typed now; without a name it waits until there is a profile."""
        self._pause.stop()
        if not self.named:
            return
        for (log, about), text in self._typed.items():
            self._tasks.write(
                partial(_write_down, log, about, text),
                partial(self._kept, (log, about), text),
                self.answer.trouble,
            )

    def say(self) -> None:
        item = getattr(self, "_item", None)
        if item is None:
            return
        self.room.setText(words.named(item.log))
        self.asked.setText(item.asked)
        self.asked.setVisible(bool(item.asked))
        self.wish.setVisible(item.wish is not None)
        self.standing.setVisible(item.wish is not None)
        if item.wish is not None:
            self.wish.setText(translate("Wish {number}: {text}", number=item.wish.number, text=item.wish.text))
            self.standing.setText(standing(item.wish))
        self.text_label.setText(translate(_LABELS[item.what]))
        self.text.setMinimumHeight((_LINES + 1) * self.fontMetrics().lineSpacing())
        self.stage.setText(self._stage(item))
        self.ready.setText(self._said_ready())
        self.ready.setVisible(self._ready.any)
        self.save.setEnabled(self.named and (self._ready.any or bool(self._ready.sent) or bool(self._typed)))

    def _stage(self, item: Item) -> str:
        if item.key in self._typed:
            return translate("Not kept yet") if self.named else translate("Typed, but not kept: you have no profile")
        said = item.stage[1]
        return said[:1].upper() + said[1:]

    def _said_ready(self) -> str:
        found = self._ready
        parts = [
            translate("1 answer") if found.answers == 1 else translate("{count} answers", count=found.answers),
            translate("1 remark") if found.remarks == 1 else translate("{count} remarks", count=found.remarks),
            translate("advice"),
        ]
        counts = (found.answers, found.remarks, found.advice)
        told = ", ".join(part for part, count in zip(parts, counts, strict=True) if count)
        return translate("Ready for this room: {what}", what=told)

    def _type(self) -> None:
        if (item := self._item) is None:
            return
        self._typed[item.key] = self.text.toPlainText()
        self.saved.clear()
        self._pause.start()
        self.say()

    def _kept(self, key: tuple[str, UUID | int | None], text: str, found: Outcome[Written]) -> None:
        if self._typed.get(key) == text:
            del self._typed[key]
        item = self._item
        if item is not None and item.key == key:
            self._item = replace(item, written=found.value)
            self.answer.clear()
            self.written.emit(self._item)
        self.say()
        self._count()

    def _count(self) -> None:
        if (item := self._item) is not None:
            key = item.log.key
            self._tasks.read(lambda reviews: ready(reviews, key), while_there(self, partial(self._show_ready, key)))

    def _show_ready(self, key: str, found: Ready) -> None:
        if self._item is not None and self._item.log.key == key:
            self._ready = found
            self.say()

    def _ask_where(self) -> None:
        if (item := self._item) is None:
            return
        self.keep()
        key = item.log.key
        self._tasks.read(lambda reviews: reviews.proposed_name(key), lambda name: self._propose(key, name))

    def _propose(self, key: str, name: str) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.dialog = dialogs.save_as(self, folder / name, translate("Answer"), partial(self.save_as, key))

    def save_as(self, key: str, path: Path) -> None:
        """Save the answer to a log as a file that its room can take."""
        self._tasks.write(
            lambda reviews: changed(reviews.reply(key, path), WRITTEN), partial(self._told, key), self._refused
        )

    def _told(self, key: str, found: Outcome[ReplyMade]) -> None:
        name = found.value.path.name
        self.saved.tell(
            lambda: translate("Saved: {name}. Mail this file to the room, or bring it on a stick.", name=name)
        )
        self.saved_for.emit(key)
        self._count()

    def _refused(self, error: BuurtkamerError) -> None:
        self.saved.trouble(error)


def _write_down(log: str, about: UUID | int | None, text: str, reviews: Any) -> Outcome[Written]:
    return changed(reviews.write_down(log, about, text), WRITTEN)
