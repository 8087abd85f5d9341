"""The page of the coordinator: the log, the hosts, closed days, this screen and the backup, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class OfficePage(Form):
    """Shows one section at a time, to the coordinator only; each has a title (message id), an icon and its panel."""

    form: ClassVar[str] = "pages/office"
    choices: QBoxLayout
    sections: QVBoxLayout
    closed: QLabel

    def __init__(self, sections: Sequence[tuple[str, str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(sections)
        self._role = NOBODY.role
        self._group = QButtonGroup(self)
        self.buttons = tuple(QPushButton() for _ in sections)
        for button, (_, glyph, panel) in zip(self.buttons, sections, strict=True):
            button.setCheckable(True)
            dress(button, glyph)
            button.toggled.connect(self._admit)
            self._group.addButton(button)
            self.choices.addWidget(button)
            self.sections.addWidget(panel)
        self.choices.addStretch(1)
        self.buttons[0].setChecked(True)
        self.say()
        self._admit()

    def admit(self, actor: Actor) -> None:
        """Open the page to the coordinator, close it to everybody else."""
        self._role = actor.role
        self._admit()

    def say(self) -> None:
        for button, (title, _, _) in zip(self.buttons, self._parts, strict=True):
            button.setText(translate(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.choices)

    def _admit(self) -> None:
        opened = self._role >= Role.COORDINATOR
        self.closed.setVisible(not opened)
        for button, (_, _, panel) in zip(self.buttons, self._parts, strict=True):
            button.setVisible(opened)
            panel.setVisible(opened and button.isChecked())
