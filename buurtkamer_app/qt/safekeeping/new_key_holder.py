"""Another key holder: who it is, and with words of their own or a key stick; the words go along on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.slip import Slip, words_sheet
from buurtkamer_app.qt.sticks import Stick, sticks
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.safekeeping.keys.records import Holder, NewHolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks

_ABOUT = mark("These words open the room. They are shown once, so put them on paper.")


class NewKeyHolderDialog(DialogForm):
    """`words_asked` gives the holder and their words, `stick_asked` the holder and the folder of the stick.

    Whoever makes the key calls `made` or `refuse`. With a `holder` it only asks whose that key is: `named`.
    """

    form: ClassVar[str] = "safekeeping/new_key_holder"
    heading: QLabel
    scroll_area: QScrollArea
    asking: QWidget
    who: QComboBox
    name_part: QWidget
    name: QLineEdit
    by_words: QRadioButton
    by_stick: QRadioButton
    words_part: QWidget
    words: QLineEdit
    other: QPushButton
    stick_part: QWidget
    stick: QComboBox
    look: QPushButton
    choose: QPushButton
    slip_place: QVBoxLayout
    answer: Sentence
    make: QPushButton
    ready: QPushButton
    back: QPushButton

    words_asked = Signal(object, str)
    stick_asked = Signal(object, Path)
    named = Signal(object)

    def __init__(
        self, tasks: Tasks[Any], draw: Callable[[], str], holder: Holder | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._holder = tasks, holder
        self._sticks: list[Stick] = []
        self.dialog: QFileDialog | None = None
        self.slip = Slip(tasks)
        self.slip_place.addWidget(self.slip)
        self.words.setText(draw())
        self.slip.hide()
        self.ready.hide()
        self.other.clicked.connect(lambda: self.words.setText(draw()))
        self.who.currentIndexChanged.connect(self._arrange)
        self.by_words.toggled.connect(self._arrange)
        self.look.clicked.connect(self._find)
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._ask)
        self.back.clicked.connect(self.reject)
        self.ready.clicked.connect(self.accept)
        self.slip.have.toggled.connect(self.ready.setEnabled)
        walk(self.who, self.name, self.by_words, self.words, self.other, self.make, self.back)
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(36 * line, room.width() - 40), min(32 * line, room.height() - 60))
        self.say()
        self._arrange()
        tasks.read(lambda s: list(s.people.hosts()), while_there(self, self._show_hosts), self.answer.trouble)
        self._find()

    def say(self) -> None:
        heading = translate("Whose key is this?") if self._holder else translate("Another key holder")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self.make.setText(translate("Write down") if self._holder else translate("Make this key"))
        if self.who.count():
            self.who.setItemText(self.who.count() - 1, translate("Somebody else"))

    def made(self, holder: Holder, words: str) -> None:
        """Go on: words are shown to be printed, a stick is ready."""
        self.answer.clear()
        if not words:
            self.accept()
            return
        self.slip.show_secret(words, _ABOUT, lambda services: words_sheet(services, holder.name, words))
        for part in (self.asking, self.make, self.back):
            part.hide()
        self.heading.setText(translate("Passphrase of {name}", name=holder.name))
        self.slip.show()
        self.ready.setEnabled(False)
        self.ready.show()
        self.slip.print_now.setFocus()

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why there is no key; everything that was typed stays."""
        self.make.setEnabled(True)
        self.answer.trouble(error)

    def done(self, result: int) -> None:
        """Be gone, with the words."""
        self.slip.forget()
        self.words.clear()
        super().done(result)
        self.deleteLater()

    def _show_hosts(self, hosts: Sequence[Any]) -> None:
        self.who.clear()
        for host in hosts:
            self.who.addItem(host.name, host.id)
        self.who.addItem(translate("Somebody else"), None)
        self._arrange()
        self.who.setFocus()

    def _find(self) -> None:
        self._tasks.read(lambda _: sticks(), while_there(self, self._show_sticks), self.answer.trouble)

    def _show_sticks(self, found: Sequence[Stick]) -> None:
        self._sticks = list(found)
        self.stick.clear()
        for one in found:
            self.stick.addItem(one.name, str(one.path))
        self.choose_path(None)

    def choose_path(self, folder: Path | None) -> None:
        """Let the key go into this folder."""
        if folder is not None:
            self.stick.addItem(folder.name or str(folder), str(folder))
            self.stick.setCurrentIndex(self.stick.count() - 1)

    def _choose(self) -> None:
        self.dialog = dialogs.choose_folder(self, None, self.choose_path)

    def _arrange(self) -> None:
        whose, words = self._holder is not None, self.by_words.isChecked()
        self.name_part.setVisible(self.who.count() > 0 and self.who.currentData() is None)
        for way in (self.by_words, self.by_stick):
            way.setHidden(whose)
        for part in (self.words_part, self.other):
            part.setVisible(words and not whose)
        for part in (self.stick_part, self.look, self.choose):
            part.setVisible(not words and not whose)

    def _ask(self) -> None:
        host = self.who.currentData()
        new = NewHolder(host=host) if host is not None else NewHolder(self.name.text())
        if self._holder is not None:
            self.make.setEnabled(False)
            self.named.emit(new)
        elif self.by_words.isChecked():
            self.make.setEnabled(False)
            self.answer.tell(lambda: translate("The key is being made…"))
            self.words_asked.emit(new, self.words.text())
        elif self.stick.currentData() is None:
            self.answer.trouble(RefusedError("There is no stick in this computer. Put one in, and look again."))
            self.look.setFocus()
        else:
            self.make.setEnabled(False)
            self.answer.tell(lambda: translate("The key is being made…"))
            self.stick_asked.emit(new, Path(self.stick.currentData()))
