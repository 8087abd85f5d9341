"""Setting up a room from an archive of another computer: which file, who is first at the desk, and with which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.exchange.archive.records import ENDING, Found, Owner
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.room.set_up_code import CodeStep
from buurtkamer_app.qt.room.set_up_steps import KeysStep
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks

_LOOKS: Final = 200  # milliseconds between two looks at how far it is


def _look(path: Path) -> Found:
    """Look in a child process: the store is not open yet, and this one stays quick."""
    from buurtkamer_app.exchange.archive.reading import look

    return look(path)


class ArchiveSetUp(Form):
    """`archive_asked` gives the path, the `Owner` and a `Progress`; who makes the room calls `show_code` or `refuse`.

    `back_asked` is for who has no archive after all, `done` comes at the end.
    """

    form: ClassVar[str] = "room/set_up_archive"
    title: QLabel
    about: QLabel
    choose: QPushButton
    found_words: Sentence
    asking: QFrame
    who: QComboBox
    keys_place: QVBoxLayout
    made: QFrame
    code_place: QVBoxLayout
    answer: Sentence
    bar: QProgressBar
    back: QPushButton
    stop: QPushButton
    next: QPushButton

    archive_asked = Signal(object, object, object)
    back_asked = Signal()
    done = Signal()

    def __init__(
        self,
        tasks: Tasks[Any],
        draw: Callable[[], str],
        acceptable: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.keys, self.code = KeysStep(draw, acceptable), CodeStep(tasks)
        self.keys_place.addWidget(self.keys)
        self.code_place.addWidget(self.code)
        # Who it is, is chosen from the archive.
        self.keys.name.hide()
        self.keys.name_label.hide()
        walk(self.choose, self.who, self.keys.pin)
        self.dialog: QFileDialog | None = None
        self.path: Path | None = None
        self.found: Found | None = None
        self.progress = Progress()
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self._tell_progress)
        for hidden in (self.asking, self.made, self.bar, self.stop):
            hidden.hide()
        self.choose.clicked.connect(self._ask_which)
        self.back.clicked.connect(self.back_asked)
        self.stop.clicked.connect(self._stop)
        self.next.clicked.connect(self._on)
        self.code.have.toggled.connect(self.say)
        self.say()

    def say(self) -> None:
        ready = not self.made.isHidden()
        self.title.setText(translate("The recovery code") if ready else translate("From another computer"))
        self.next.setText(translate("Ready") if ready else translate("Bring everything in"))
        self.next.setEnabled(self.code.have.isChecked() if ready else self.found is not None)

    def look_at(self, path: Path) -> None:
        """Look whose archive this is."""
        self.path, self.found = path, None
        self.asking.hide()
        self.answer.clear()
        self.found_words.tell(lambda: translate("The archive is being looked at…"))
        self.say()
        self._tasks.child(translate("The archive is being looked at…"), _look, (path,), self._show, self._refuse_file)

    def show_code(self, code: str, on: date) -> None:
        """Show the recovery code of the room that was made on this day."""
        self._busy(busy=False)
        self.code.show_code(self.found.room if self.found else "", code, on)
        for part in (self.asking, self.about, self.choose, self.found_words, self.back):
            part.hide()
        self.made.show()
        self.say()
        self.code.print_now.setFocus()

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the room could not be made; everything that was typed stays."""
        self._busy(busy=False)
        self.answer.trouble(error)

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("Archive"), ENDING, self.look_at)

    def _show(self, found: Found) -> None:
        if not found.coordinators:
            self._refuse_file(RefusedError("There is no coordinator in this archive. Choose another one."))
            return
        self.found = found
        self.found_words.tell(lambda: translate("Found: {room}. The archive is whole.", room=found.room))
        self.who.clear()
        for one in found.coordinators:
            self.who.addItem(one.name, one.id)
        self.asking.show()
        self.say()
        self.who.setFocus()

    def _refuse_file(self, error: BuurtkamerError) -> None:
        self.path = None
        self.found_words.trouble(error)
        self.say()

    def _on(self) -> None:
        if not self.made.isHidden():
            self.done.emit()
            return
        keys = self.keys
        keys.name.setText(self.who.currentText())
        if (wrong := keys.wrong()) is not None:
            self.answer.trouble(wrong.error)
            wrong.field.setFocus()
            return
        self.progress = Progress()
        self._busy(busy=True)
        owner = Owner(self.who.currentData(), keys.pin.text(), keys.words.text())
        self.archive_asked.emit(self.path, owner, self.progress)

    def _busy(self, *, busy: bool) -> None:
        """Say that it takes a while, in which nobody asks twice."""
        for part in (self.back, self.next, self.choose, self.asking):
            part.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.bar.setValue(0)
        if busy:
            self.answer.tell(lambda: translate("Everything of the archive is brought in…"))
            self._timer.start()
            self.stop.setFocus()
        else:
            self._timer.stop()
            self.answer.clear()

    def _stop(self) -> None:
        self.progress.set()

    def _tell_progress(self) -> None:
        self.bar.setValue(round((self.progress.part or 0) * self.bar.maximum()))
