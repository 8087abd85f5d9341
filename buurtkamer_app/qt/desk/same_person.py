"""Two cards of one person: found by name, and the one that stays chosen by its own button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.merging.records import Card
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.qt.tasks import Tasks

_PAUSE = 150  # milliseconds after a key before it looks


def called(visitor: Visitor) -> str:
    """Say who somebody is: the name, and what tells them from others of it."""
    return f"{visitor.name} · {visitor.hint}" if visitor.hint else visitor.name


def _card(card: Card) -> str:
    came = translate("last came on {day}", day=dates.day_and_date(card.last_came)) if card.last_came else ""
    agreed = translate("wants to be called when missed") if card.agreed else ""
    return ", ".join(part for part in (called(card.visitor), came, agreed) if part)


class SamePerson(Form):
    """Offers others of the same name and finds any other card; `merged` gives the key of the card that stays."""

    form: ClassVar[str] = "desk/same_person"
    offered: QLabel
    search: QLineEdit
    found: QVBoxLayout
    choosing: QFrame
    which: QLabel
    choices: QVBoxLayout
    told: Sentence

    merged = Signal(object)

    def __init__(self, tasks: Tasks[Any], visitor: Visitor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._visitor = tasks, visitor
        self._cards: Sequence[Card] = ()
        self._other: Visitor | None = None
        self.shown: list[QPushButton] = []
        self.keeping: list[QPushButton] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._look)
        self._begin()

    def show_visitor(self, visitor: Visitor) -> None:
        """Look for the other cards of this visitor, who may be called otherwise now."""
        changed = visitor != self._visitor
        self._visitor = visitor
        if changed:
            self._begin()

    def say(self) -> None:
        searching = bool(self.search.text().strip())
        self.offered.setText(translate("There are others of this name. The same person?"))
        self.offered.setVisible(bool(self._cards) and not searching)
        discard(self.found, [*self.shown])
        self.shown = [
            self._button(self.found, _card(card), "user", partial(self._choose, card)) for card in self._cards
        ]
        self._say_choice()
        self._order()

    def walk(self) -> list[QWidget]:
        """Give what Tab goes through, in the order of the eye."""
        return [self.search, *self.shown, *self.keeping]

    def _order(self) -> None:
        walk(*self.walk())

    def _begin(self) -> None:
        self._other = None
        key = self._visitor.id
        self.say()
        self._tasks.read(
            lambda s: s.merging.namesakes(key), while_there(self, self._show), while_there(self, self.told.trouble)
        )

    def _look(self) -> None:
        self._pause.stop()
        typed, key = self.search.text(), self._visitor.id
        self._other = None
        self.told.clear()
        if not typed.strip():
            self._begin()
            return
        self._tasks.read(
            lambda s: s.merging.find(typed, key), while_there(self, self._show), while_there(self, self.told.trouble)
        )

    def _show(self, cards: Sequence[Card]) -> None:
        self._cards = cards
        if self.search.text().strip() and not cards:
            self.told.tell(lambda: translate("Nobody else is known by these letters."))
        self.say()

    def _choose(self, card: Card) -> None:
        self._other = card.visitor
        self._say_choice()
        self._order()
        if self.keeping:
            self.keeping[0].setFocus()

    def _say_choice(self) -> None:
        discard(self.choices, [*self.keeping])
        self.keeping = []
        self.choosing.setVisible(self._other is not None)
        if self._other is None:
            return
        self.which.setText(translate("{name} is the same person. Which card stays?", name=called(self._other)))
        for stays, goes in ((self._visitor, self._other), (self._other, self._visitor)):
            words = translate("{name} stays", name=called(stays))
            self.keeping.append(
                self._button(self.choices, words, "user-check", partial(self._merge, stays.id, goes.id))
            )

    def _button(self, where: QVBoxLayout, words: str, glyph: str, then: partial[None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        dress(button, glyph)
        button.clicked.connect(lambda _=False: then())
        where.addWidget(button)
        button.show()
        return button

    def _merge(self, stays: UUID, goes: UUID) -> None:
        def done(_: Change) -> None:
            self.search.clear()
            self.told.tell(lambda: translate("These two cards are one now."))
            self.merged.emit(stays)
            self._begin()

        self._tasks.write(
            lambda services: services.merging.merge(stays, goes),
            while_there(self, done),
            while_there(self, self.told.trouble, self._tasks.troubled.emit),
        )
