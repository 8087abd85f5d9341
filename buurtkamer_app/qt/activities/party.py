"""One party that signed up: its name, number and how many they are, and what they eat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.qt.activities.choosing import Choosing
from buurtkamer_app.qt.activities.counting import number
from buurtkamer_app.qt.activities.parties import party as say_party
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from buurtkamer_app.activities.records import Party
    from buurtkamer_app.activities.signing_up.records import Seated
    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.activities.seen import Seen
    from buurtkamer_app.qt.tasks import Tasks

# In heights of a line of type.
_WIDE: Final = 30
_HIGH: Final = 26


class PartyDialog(DialogForm):
    """Changes a sign-up; `kept` gives the parties that got places by it. With names hidden it asks only numbers."""

    form: ClassVar[str] = "activities/party"
    heading: QLabel
    area: QScrollArea
    body: QWidget
    naming: QWidget
    name: QLineEdit
    phone: QLineEdit
    persons: QLineEdit
    meal: QVBoxLayout
    told: Sentence
    keep: QPushButton
    back: QPushButton

    kept = Signal(object)

    def __init__(self, tasks: Tasks[Any], party: Party, seen: Seen, parent: QWidget, *, names_hidden: bool) -> None:
        super().__init__(parent)
        self._tasks, self._party = tasks, party
        self._series: UUID = seen.told.occurrence.series.id
        self._on: date = seen.told.occurrence.on
        self._names_hidden = names_hidden
        self.choosing = Choosing(self.body)
        self.meal.addWidget(self.choosing)
        self.name.setText(party.name)
        self.phone.setText(party.phone)
        self.persons.setText(str(party.persons))
        portions = seen.table.orders.get(party.id, ())
        # What is offered no more, and was chosen, may stay.
        also = [one.choice for one in portions if one.choice not in seen.table.choices]
        if seen.told.occurrence.series.meal:
            self.choosing.put([*seen.table.choices, *also], {one.choice.id: one.persons for one in portions})
        self.keep.clicked.connect(self._keep)
        for field in (self.name, self.phone, self.persons):
            field.returnPressed.connect(self.keep.click)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 40))
        self.hide_names(names_hidden)
        (self.persons if names_hidden else self.name).setFocus()
        self.persons.selectAll()

    def hide_names(self, hidden: bool) -> None:
        """Show neither name nor number, or both again; what was typed stays."""
        self._names_hidden = hidden
        self.naming.setHidden(hidden)
        self.say()

    def say(self) -> None:
        self.heading.setText(say_party(self._party.name, self._party.persons, names_hidden=self._names_hidden))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do what the button does, once."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        try:
            persons = number(self.persons.text())
        except RefusedError as error:
            self.told.trouble(error)
            return
        orders = self.choosing.chosen() if self.choosing.fields else None
        new = NewParty(self.name.text(), persons, self.phone.text(), orders)
        series, on, key = self._series, self._on, self._party.id
        self.told.clear()
        self._tasks.write(
            lambda services: services.sign_ups.change(series, on, key, new),
            while_there(self, self._done),
            while_there(self, self.told.trouble, self._tasks.troubled.emit),
        )

    def _done(self, outcome: Outcome[Seated]) -> None:
        self.kept.emit(outcome.value.moved)
        self.accept()
