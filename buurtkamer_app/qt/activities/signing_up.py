"""Signing up from the desk, or writing down who is just here: a name, how many people, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.activities.choosing import Choosing
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
    """Fields and two buttons; what was refused stays where it was typed, with the reason under it.

    `signing_up` gives the party as it is typed, `just_here` a name and how many people.
    """

    form: ClassVar[str] = "activities/signing_up"
    fields: QBoxLayout
    buttons: QBoxLayout
    meal: QVBoxLayout
    name: QLineEdit
    phone: QLineEdit
    persons: QLineEdit
    sign_up: QPushButton
    also_here: QPushButton
    told: Sentence

    signing_up = Signal(object)
    just_here = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent = False
        self.choosing = Choosing()
        self.meal.addWidget(self.choosing)
        self.persons.setText("1")
        for field in (self.name, self.phone, self.persons):
            field.returnPressed.connect(self.sign_up.click)
        self.sign_up.clicked.connect(lambda: self._send(self._sign_up))
        self.also_here.clicked.connect(
            lambda: self._send(lambda persons: self.just_here.emit(self.name.text().strip(), persons))
        )

    def fold(self, *, under: bool) -> None:
        """Put the fields and the buttons under each other, or beside each other."""
        ways = QBoxLayout.Direction
        for line in (self.fields, self.buttons):
            line.setDirection(ways.TopToBottom if under else ways.LeftToRight)

    def walk(self) -> list[QWidget]:
        """Give what Tab goes through, in the order of the eye."""
        return [
            self.name,
            self.phone,
            self.persons,
            *self.choosing.fields.values(),
            self.sign_up,
            self.also_here,
        ]

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
        self.phone.clear()
        self.choosing.clear()
        self.persons.setText("1")
        self.name.setFocus()

    def _sign_up(self, persons: int) -> None:
        orders = self.choosing.chosen() or None
        self.signing_up.emit(NewParty(self.name.text().strip(), persons, self.phone.text(), orders))

    def _send(self, tell: Callable[[int], None]) -> None:
        # Enter a second time signs nobody up twice.
        if self._sent:
            return
        try:
            persons = number(self.persons.text())
        except RefusedError as error:
            self.told.trouble(error)
            return
        self._sent = True
        tell(persons)
