"""A button that makes a wish of what was heard in the neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from collections.abc import Callable


class WishButton(QPushButton):
    """Asks for a wish with the text of the moment; without one there is nothing to ask."""

    def __init__(self, text: Callable[[], str], ask: Callable[[str], object]) -> None:
        super().__init__()
        self._text = text
        self.setAutoDefault(False)
        dress(self, "lightbulb")
        self.clicked.connect(lambda _=False: ask(" ".join(self._text().split())))
        self.look()
        self._say()

    def look(self) -> None:
        """Look again whether there is a text."""
        self.setEnabled(bool(self._text().strip()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.setText(translate("Write this down as a wish"))
