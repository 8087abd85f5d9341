"""The page of the coordinator: the log, concerns, the desk, the hosts, the screen, the backup, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent


class Section(NamedTuple):
    """A part of the page: its name in code, title (message id), icon and its making."""

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]


class OfficePage(Form):
    """Shows one section at a time, to the coordinator only; each is made when it is first shown."""

    form: ClassVar[str] = "pages/office"
    choices: QGridLayout
    sections: QVBoxLayout
    closed: QLabel

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {section.name: section for section in sections}
        self._made: dict[str, QWidget] = {}
        self._role = NOBODY.role
        self._group = QButtonGroup(self)
        self.buttons = {name: QPushButton() for name in self._sections}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            dress(button, self._sections[name].icon)
            button.toggled.connect(self._admit)
            self._group.addButton(button)
        next(iter(self.buttons.values())).setChecked(True)
        self.say()
        self._arrange()
        self._admit()

    def admit(self, actor: Actor) -> None:
        """Open the page to the coordinator, close it to everybody else."""
        self._role = actor.role
        self._admit()

    def show_section(self, name: str) -> None:
        """Show a section by its name."""
        self.buttons[name].setChecked(True)

    def say(self) -> None:
        for name, button in self.buttons.items():
            button.setText(translate(self._sections[name].title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put as many choices in a row as the size of the type leaves room for."""
        gap = self.choices.horizontalSpacing()
        widest = max(button.sizeHint().width() for button in self.buttons.values()) + gap
        columns = max(1, min((self.width() + gap) // widest, len(self.buttons)))
        for place, button in enumerate(self.buttons.values()):
            self.choices.addWidget(button, place // columns, place % columns)

    def _admit(self) -> None:
        opened = self._role >= Role.COORDINATOR
        self.closed.setVisible(not opened)
        for name, button in self.buttons.items():
            button.setVisible(opened)
            shown = opened and button.isChecked()
            if shown and name not in self._made:
                self._made[name] = self._sections[name].make()
                self.sections.addWidget(self._made[name])
            if name in self._made:
                self._made[name].setVisible(shown)
