"""The first use: who somebody is, and a passphrase of their own for what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError


class WhoPanel(Form):
    """`made` gives name, organisation and passphrase; `left` says that somebody reads without a name.

    `draw` draws five words; it is asked once the panel is seen.
    """

    form: ClassVar[str] = "review/who"
    names: QBoxLayout
    drawn: QBoxLayout
    name: QLineEdit
    organisation: QLineEdit
    words: QLineEdit
    other: QPushButton
    again: QLineEdit
    answer: Sentence
    without: QPushButton
    make: QPushButton

    made = Signal(str, str, str)
    left = Signal()

    def __init__(self, draw: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self.other.clicked.connect(lambda: self.words.setText(self._draw()))
        self.without.clicked.connect(self.left)
        self.make.clicked.connect(self._ask)
        for field in (self.name, self.organisation, self.words, self.again):
            field.returnPressed.connect(self._ask)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why there is no profile; everything that was typed stays."""
        self.make.setEnabled(True)
        self.answer.trouble(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.words.text():
            self.words.setText(self._draw())
        self.name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.names, self.drawn)

    def _ask(self) -> None:
        if not self.make.isEnabled():
            return
        if not self.name.text().strip():
            self._point(self.name, RefusedError("The name is still empty. Type it first."))
        elif _plain(self.words.text()) != _plain(self.again.text()):
            self._point(self.again, RefusedError("This is not the passphrase above. Type it once more."))
        else:
            self.make.setEnabled(False)
            self.answer.tell(lambda: translate("Your profile is being made…"))
            self.made.emit(self.name.text(), self.organisation.text(), self.words.text())

    def _point(self, field: QLineEdit, error: RefusedError) -> None:
        self.answer.trouble(error)
        field.setFocus()


class CodePanel(Form):
    """Shows the recovery code of a profile, once; `done` comes when it is on paper."""

    form: ClassVar[str] = "review/code"
    code: QLabel
    have: QCheckBox
    go_on: QPushButton

    done = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It may be broken between its groups only.
        self.code.setText(code.replace("-", "-\u200b"))
        self.code.setAccessibleName(code)
        self.go_on.setEnabled(False)
        self.have.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.done)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.have.setFocus()


def _plain(words: str) -> list[str]:
    """Bring a passphrase to what counts when two are compared: capitals and extra blanks do not."""
    return words.casefold().split()
