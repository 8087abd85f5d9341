"""What opens with words: a passphrase or, on the other side of the same card, a recovery code and new words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.shown_words import say_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class OpeningForm(Form):
    """`asked` gives the passphrase; `recovery_asked` the recovery code and a new passphrase.

    `waits` is said while it opens. Whoever opens calls `refuse` when that is impossible; what was typed stays.
    """

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
    waits: ClassVar[str]

    asked = Signal(str)
    recovery_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_code = False
        self.show_words.toggled.connect(self.say)
        self.switch_way.clicked.connect(self._switch)
        self.open.clicked.connect(self._ask)
        for field in (self.words, self.code, self.fresh, self.again):
            field.returnPressed.connect(self._ask)

    def say(self) -> None:
        say_shown(self.words, self.show_words)
        self.by_words.setVisible(not self._with_code)
        self.by_code.setVisible(self._with_code)
        other = translate("I have the passphrase") if self._with_code else translate("I have the recovery code")
        self.switch_way.setText(other)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest()

    def _rest(self) -> None:
        """Let the first thing to type have the keys."""
        (self.code if self._with_code else self.words).setFocus()

    def _switch(self) -> None:
        self._with_code = not self._with_code
        self.say()
        self._rest()

    def _ask(self) -> None:
        if not self.open.isEnabled():
            return
        if self._with_code and self.fresh.text() != self.again.text():
            self.answer.trouble(RefusedError("The two passphrases are not the same. Type them again."))
            self.again.setFocus()
            return
        # It takes a second, in which nobody presses twice.
        self.open.setEnabled(False)
        self.answer.tell(lambda: translate(self.waits))
        if self._with_code:
            self.recovery_asked.emit(self.code.text(), self.fresh.text())
        else:
            self.asked.emit(self.words.text())
