"""What looks like the wish that is being typed: one press makes it "I want this too"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.wishes.words import on_a_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.wishes.records import Alike


class AlikeList(Form):
    """Shows wishes and activities that are alike; `wanted` gives the key of the wish that one supports instead."""

    form: ClassVar[str] = "wishes/alike"
    heading: QLabel
    entries: QVBoxLayout

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alike: Sequence[Alike] = ()
        self._made: list[QWidget] = []
        self.put(())

    def put(self, alike: Sequence[Alike]) -> None:
        """Show what is alike; nothing hides the list."""
        if alike != self._alike or not alike:
            self._alike = alike
            self.setVisible(bool(alike))
            self.say()

    def say(self) -> None:
        discard(self.entries, self._made)
        for entry in self._alike:
            self._made.append(self._words(entry))
            if entry.wish is not None:
                self._made.append(self._button(entry))
        for widget in self._made:
            self.entries.addWidget(widget)

    def _words(self, entry: Alike) -> QLabel:
        label = QLabel(on_a_card(entry.text) if entry.wish else translate("On the programme: {name}", name=entry.text))
        label.setWordWrap(True)
        return label

    def _button(self, entry: Alike) -> QPushButton:
        button = QPushButton(translate("I want this too"))
        button.setAccessibleName(f"{translate('I want this too')}: {entry.text}")
        dress(button, "hand")
        button.clicked.connect(lambda: self.wanted.emit(entry.wish))
        return button
