"""Signing up from the desk, or writing down who is just here: a name, how many people, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.activities.counting import number
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Party
    from buurtkamer_app.base.errors import BuurtkamerError


def waits(persons: int, left: int) -> str:
    """Say that a party waits, since fewer places are left."""
    if left == 0:
        return translate("It is full. {persons} on the waiting list.", persons=persons)
    if left == 1:
        return translate("1 place left; this group of {persons} waits.", persons=persons)
    return translate("{left} places left; this group of {persons} waits.", left=left, persons=persons)


class SigningUp(Form):
    """Two fields and two buttons; what was refused stays where it was typed, with the reason under it.

    `signing_up` and `just_here` give a name and how many people.
    """

    form: ClassVar[str] = "activities/signing_up"
    fields: QBoxLayout
    buttons: QBoxLayout
    name: QLineEdit
    persons: QLineEdit
    sign_up: QPushButton
    also_here: QPushButton
    told: Sentence

    signing_up = Signal(str, int)
    just_here = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent = False
        self.persons.setText("1")
        for field in (self.name, self.persons):
            field.returnPressed.connect(self.sign_up.click)
        self.sign_up.clicked.connect(lambda: self._send(self.signing_up.emit))
        self.also_here.clicked.connect(lambda: self._send(self.just_here.emit))

    def fold(self, *, under: bool) -> None:
        """Put the fields and the buttons under each other, or beside each other."""
        ways = QBoxLayout.Direction
        for line in (self.fields, self.buttons):
            line.setDirection(ways.TopToBottom if under else ways.LeftToRight)

    def signed_up(self, party: Party, left: int | None) -> None:
        """Say that a party signed up, or that it waits since so many places are left; be free for the next."""
        if party.waiting and left is not None:
            self._done(lambda: waits(party.persons, left))
        else:
            self._done(lambda: translate("{persons} signed up", persons=party.persons))

    def added(self, persons: int) -> None:
        """Say that so many are here as well; be free for the next."""
        self._done(lambda: translate("Also present: {persons}", persons=persons))

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why it cannot be."""
        self._sent = False
        self.told.trouble(error)

    def _done(self, words: Callable[[], str]) -> None:
        self._sent = False
        self.told.tell(words)
        self.name.clear()
        self.persons.setText("1")
        self.name.setFocus()

    def _send(self, tell: Callable[[str, int], None]) -> None:
        # Enter a second time signs nobody up twice.
        if self._sent:
            return
        try:
            persons = number(self.persons.text())
        except RefusedError as error:
            self.told.trouble(error)
            return
        self._sent = True
        tell(self.name.text().strip(), persons)
