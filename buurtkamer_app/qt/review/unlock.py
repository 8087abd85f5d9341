"""The later uses: somebody opens their profile with their own passphrase, or with its recovery code."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.review.waiting import Countdown
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

# Seconds after each wrong passphrase, the last for all that follow. Source: safety.md, "Keys".
_WAITS: Final = (0, 0, 5, 30, 60)


class UnlockProfile(Form):
    """`asked` gives the passphrase, `recovery_asked` the code and a new passphrase, `left`: no name is wanted."""

    form: ClassVar[str] = "review/unlock"
    by_words: QWidget
    words: QLineEdit
    show_words: QPushButton
    by_code: QWidget
    code: QLineEdit
    fresh: QLineEdit
    again: QLineEdit
    answer: Sentence
    open: QPushButton
    switch_way: QPushButton
    without: QPushButton

    asked = Signal(str)
    recovery_asked = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_code, self._wrong = False, 0
        self.countdown = Countdown(self.answer)
        self.countdown.over.connect(lambda: self.open.setEnabled(True))
        self.show_words.toggled.connect(self.say)
        self.switch_way.clicked.connect(self._switch)
        self.without.clicked.connect(self.left)
        self.open.clicked.connect(self._ask)
        for field in (self.words, self.code, self.fresh, self.again):
            field.returnPressed.connect(self._ask)
        self.say()

    def say(self) -> None:
        shown, modes = self.show_words.isChecked(), QLineEdit.EchoMode
        self.words.setEchoMode(modes.Normal if shown else modes.Password)
        self.show_words.setText(translate("Hide the words") if shown else translate("Show the words"))
        dress(self.show_words, "eye-slash" if shown else "eye")
        self.by_words.setVisible(not self._with_code)
        self.by_code.setVisible(self._with_code)
        other = translate("I have the passphrase") if self._with_code else translate("I have the recovery code")
        self.switch_way.setText(other)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the profile stays closed; a wrong passphrase waits longer each time."""
        self._wrong += isinstance(error, KeyRefusedError)
        seconds = _WAITS[min(self._wrong, len(_WAITS)) - 1] if self._wrong else 0
        if seconds and isinstance(error, KeyRefusedError):
            self.countdown.start(time.monotonic() + seconds, error.sentence())
        else:
            self.open.setEnabled(True)
            self.answer.trouble(error)
        self._first().setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first().setFocus()

    def _first(self) -> QLineEdit:
        return self.code if self._with_code else self.words

    def _switch(self) -> None:
        self._with_code = not self._with_code
        self.say()
        self._first().setFocus()

    def _ask(self) -> None:
        if not self.open.isEnabled():
            return
        if self._with_code and self.fresh.text() != self.again.text():
            self.answer.trouble(RefusedError("The two passphrases are not the same. Type them again."))
            self.again.setFocus()
            return
        self.open.setEnabled(False)
        self.answer.tell(lambda: translate("Your profile is being opened…"))
        if self._with_code:
            self.recovery_asked.emit(self.code.text(), self.fresh.text())
        else:
            self.asked.emit(self.words.text())
