"""Asks, right under the field, by what somebody is told from another one of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.desk import coming
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError


class AnotherRow(Form):
    """Takes no room until it asks; `chosen` gives who is to come in, `gave_up` that nobody is."""

    form: ClassVar[str] = "desk/another"
    question: QLabel
    row: QBoxLayout
    hint: QLineEdit
    let_in: QPushButton
    back: QPushButton
    trouble: Sentence

    chosen = Signal(object)
    gave_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        Careful(self.hint)
        self._name = ""
        self._names_hidden = False
        self.let_in.clicked.connect(self._choose)
        self.hint.returnPressed.connect(self._choose)
        self.back.clicked.connect(self._give_up)
        self.hide()

    def ask(self, name: str) -> None:
        """Ask how this person is recognised."""
        if name != self._name:
            self.hint.clear()
        self._name = name
        self.trouble.clear()
        self.say()
        self.show()
        self.hint.setFocus()

    def is_asking(self) -> bool:
        """Tell whether somebody is to be recognised."""
        return bool(self._name)

    def done(self) -> None:
        """Ask no more."""
        self._name = ""
        self.hint.clear()
        self.hide()

    def refused(self, error: BuurtkamerError) -> None:
        """Say why nobody came in; what was typed stays."""
        self.trouble.trouble(error)

    def allow(self, *, allowed: bool) -> None:
        """Go away while nobody is signed in; what was typed is kept until somebody is."""
        self.setVisible(allowed and self.is_asking())

    def hide_names(self, hidden: bool) -> None:
        """Ask without the name."""
        self._names_hidden = hidden
        self.say()

    def say(self) -> None:
        if self._names_hidden:
            self.question.setText(translate("How do we recognise this person?"))
        else:
            self.question.setText(translate("How do we recognise this {name}?", name=coming.shown(self._name)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self._give_up()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.row)

    def _choose(self) -> None:
        # A blank is a hint that is refused with a sentence, by the service that knows what a hint is.
        self.chosen.emit(coming.Choice(self._name, hint=self.hint.text() or " ", another=True))

    def _give_up(self) -> None:
        self.done()
        self.gave_up.emit()
