"""The hard days, each as a guided page: a card that opens it, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.said import Block, label
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

# Of each: what it is called, what it is for, its icon.
CARDS: Final = {
    "moving": (
        mark("Moving to another computer"),
        mark("With a stick and the recovery code. The old computer is emptied only at the end."),
        "truck-moving",
    ),
    "handing": (
        mark("Another coordinator"),
        mark("Role, key, PIN and open concerns go to somebody else."),
        "user-shield",
    ),
    "losing": (
        mark("Something got lost"),
        mark("A stick or list is gone: what was on it, and what to do now."),
        "triangle-exclamation",
    ),
    "year": (
        mark("The turn of the year"),
        mark("All that is to be set for the new year, on one page."),
        "calendar-check",
    ),
    "home": (
        mark("Copy to take home"),
        mark("Programme, rota and wishes, to read at home. Nobody else can open it."),
        "suitcase",
    ),
}


class HardDaysPanel(Form):
    """Shows a card for each day; `make` makes the page of one when it is first opened."""

    form: ClassVar[str] = "safekeeping/hard_days"
    menu: QFrame
    cards: QGridLayout
    back: QPushButton
    place: QVBoxLayout

    def __init__(self, make: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.pages: dict[str, QWidget] = {}
        self.blocks: list[Block] = []
        self.work: Any = None
        self.back.clicked.connect(lambda: self.open(""))
        self.back.hide()
        self.say()

    def say(self) -> None:
        discard(self.cards, self.blocks)
        for name, (title, about, glyph) in CARDS.items():
            block = Block()
            block.put(label(translate(title), "strong"))
            block.put(label(translate(about)))
            block.offer(translate("Begin or go on"), glyph, translate(title), partial(self.open, name))
            self.blocks.append(block)
        self._lay()

    def open(self, name: str) -> None:
        """Open the page of a day, or go back to the cards when the name is empty."""
        for page in self.pages.values():
            page.hide()
        self.menu.setVisible(not name)
        self.back.setVisible(bool(name))
        if not name:
            self.blocks[0].buttons[0].setFocus()
            return
        if name not in self.pages:
            page = self.pages[name] = self._make(name)
            self.place.addWidget(page)
        self.pages[name].show()
        self.back.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        across = 1 if narrow(self) else 2
        for number, block in enumerate(self.blocks):
            self.cards.addWidget(block, *divmod(number, across))
