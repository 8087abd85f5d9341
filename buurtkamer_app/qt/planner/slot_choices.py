"""The best slots beside each other, of which one is chosen; none is when somebody chose another moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.planner.slot_card import SlotCard
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.planner.slots.records import Slot


class SlotChoices(QWidget):
    """`chosen` gives the slot that was chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._group = QButtonGroup(self)
        self._across = 3
        self.follows: QWidget | None = None
        self.cards: list[SlotCard] = []

    def offer(self, slots: Sequence[Slot]) -> None:
        """Show slots; the first is chosen."""
        gone: list[QWidget] = [*self.cards]
        for card in self.cards:
            self._group.removeButton(card.choice)
        discard(self._grid, gone)
        self.cards = [SlotCard(slot) for slot in slots]
        for card in self.cards:
            self._group.addButton(card.choice)
            card.choice.toggled.connect(lambda on, card=card: self._tell(card, on))
        self.arrange(self._across)
        if self.follows is not None:
            walk(self.follows, *(card.choice for card in self.cards))
        if self.cards:
            self.cards[0].choice.setChecked(True)

    def none(self) -> None:
        """Let none be chosen."""
        self._group.setExclusive(False)
        for card in self.cards:
            card.choice.setChecked(False)
        self._group.setExclusive(True)

    def say(self) -> None:
        """Write the words in the language of the moment."""
        for card in self.cards:
            card.say()

    def arrange(self, across: int) -> None:
        """Put the slots in so many columns."""
        self._across = across
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < across))

    def focus(self) -> bool:
        """Give the keyboard to the slot that is chosen, or to the first; tell whether there is one."""
        card = next((card for card in self.cards if card.choice.isChecked()), next(iter(self.cards), None))
        if card is not None:
            card.choice.setFocus()
        return card is not None

    def _tell(self, card: Any, on: bool) -> None:
        if on:
            self.chosen.emit(card.slot_)
