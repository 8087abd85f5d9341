"""The rail: the room's name, the pages with icon, word and key, what any page may need, who is here, the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.qt.forms import Form, dress, register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.qt.page import PageSpec


class RailButton(QPushButton):
    """A button with a word to the left and the key that presses it to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._key = QLabel(self)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addWidget(self._key)
        self.toggled.connect(self._key.setDisabled)  # only so that it has its other colour

    def write(self, word: str, key: str) -> None:
        """Write the word and the key."""
        self._key.setText(key)
        self.setText(word)
        # As a property, since a call would load the enumerations of Qt's keys: 15 ms before the first paint.
        self.setProperty("shortcut", key)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({key})")


register(RailButton)


class Rail(Form):
    """Shows the pages that there are; `chosen` gives the name of the page that somebody asks for.

    `tool_asked` gives what is wanted over whatever page one is on: "inside", "call_guide" or "concern".
    """

    form: ClassVar[str] = "shell/rail"
    room: QLabel
    pages: QVBoxLayout
    desk: QLabel
    who: QLabel
    inside: RailButton
    call_guide: RailButton
    concern: RailButton
    lock: RailButton

    chosen = Signal(str)
    lock_asked = Signal()
    tool_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs: tuple[PageSpec, ...] = ()
        self._actor = NOBODY
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        self.lock.clicked.connect(self.lock_asked)
        for name, button in (("inside", self.inside), ("call_guide", self.call_guide), ("concern", self.concern)):
            button.clicked.connect(lambda _=False, name=name: self.tool_asked.emit(name))
        self.say()

    def set_pages(self, specs: Sequence[PageSpec]) -> None:
        """Show these pages, in the order of their numbers."""
        for button in self.buttons.values():
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        self.buttons.clear()
        self._specs = tuple(sorted(specs, key=lambda spec: spec.number))
        for spec in self._specs:
            button = RailButton()
            button.setCheckable(True)
            dress(button, spec.icon)
            button.clicked.connect(lambda _=False, name=spec.name: self.chosen.emit(name))
            self._group.addButton(button)
            self.pages.addWidget(button)
            self.buttons[spec.name] = button
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Say who is at the desk; the last button lets them lock it, and nobody sign in."""
        self._actor = actor
        self.say()

    def say(self) -> None:
        for spec in self._specs:
            self.buttons[spec.name].write(translate(spec.title), f"Ctrl+{spec.number}")
        signed_in = bool(self._actor.role)
        self.inside.write(translate("Who is inside?"), "F7")
        self.call_guide.write(translate("Whom do I call?"), "F9")
        self.concern.write(translate("I am worried"), "F10")
        self.concern.setVisible(signed_in)
        self.desk.setVisible(signed_in)
        self.who.setVisible(signed_in)
        self.who.setText(self._actor.name)
        dress(self.lock, "lock" if signed_in else "key")
        self.lock.write(translate("Lock") if signed_in else translate("Sign in"), "Ctrl+L")
