"""Who reads along, and how this screen is set."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form


class MePanel(Form):
    """`profile_asked` says that somebody who read without a name wants to make a profile."""

    form: ClassVar[str] = "review/me"
    name: QLabel
    organisation: QLabel
    make_profile: QPushButton
    kept: QLabel
    settings: QVBoxLayout

    profile_asked = Signal()

    def __init__(self, screen: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._organisation = "", ""
        self.settings.addWidget(screen)
        self.make_profile.clicked.connect(self.profile_asked)
        self.say()

    def tell(self, name: str, organisation: str) -> None:
        """Say who it is; no name: somebody who only reads."""
        self._name, self._organisation = name, organisation
        self.say()

    def say(self) -> None:
        self.name.setText(self._name or translate("You read without a name"))
        self.organisation.setText(self._organisation)
        self.organisation.setVisible(bool(self._organisation))
        self.make_profile.setHidden(bool(self._name))
        self.kept.setVisible(bool(self._name))
