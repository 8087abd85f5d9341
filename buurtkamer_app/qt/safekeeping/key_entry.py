"""Coming in with a key of the room while it is open: a passphrase, the recovery code or a key stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.shown_words import say_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from buurtkamer_app.base.errors import BuurtkamerError


class KeyEntry(Form):
    """`offered` gives the words that were typed, `stick_offered` where a stick is, `left` that nobody wants it.

    Whoever tries the key calls `refuse` when it does not fit; what was typed stays.
    """

    form: ClassVar[str] = "safekeeping/key_entry"
    words: QLineEdit
    show_words: QPushButton
    answer: Sentence
    enter: QPushButton
    stick: QPushButton
    back: QPushButton

    offered = Signal(str)
    stick_offered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_words.toggled.connect(self.say)
        self.enter.clicked.connect(self._offer)
        self.words.returnPressed.connect(self._offer)
        self.stick.clicked.connect(self._choose)
        self.back.clicked.connect(self.left)
        self.say()

    def say(self) -> None:
        say_shown(self.words, self.show_words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.words.clear()
        self.show_words.setChecked(False)
        self.answer.clear()
        self._try(on=False)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why nobody comes in."""
        self._try(on=False)
        self.answer.trouble(error)
        self.words.setFocus()

    def _offer(self) -> None:
        if self.enter.isEnabled():
            self._try(on=True)
            self.offered.emit(self.words.text())

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, translate("Where is the key stick?"))
        if chosen:
            self._try(on=True)
            self.stick_offered.emit(Path(chosen))

    def _try(self, *, on: bool) -> None:
        """Let nobody press twice while a key is being tried, which takes a moment."""
        for button in (self.enter, self.stick):
            button.setEnabled(not on)
        if on:
            self.answer.tell(lambda: translate("The key is being tried…"))
