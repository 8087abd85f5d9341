"""A sentence beside a field or button: what was done, or what went wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.errors import BuurtkamerError


class Sentence(QLabel):
    """Takes no room while it says nothing; it says its words again when the language changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], str] | None = None
        self.setWordWrap(True)
        self.hide()

    def tell(self, words: Callable[[], str]) -> None:
        """Say what was done; `words` gives it in the language of the moment."""
        self._show(words, "strong")

    def trouble(self, error: BuurtkamerError) -> None:
        """Say what went wrong and what to do."""
        self._show(error.sentence, "warning")

    def clear(self) -> None:
        """Say nothing."""
        self._words = None
        self.setText("")
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._words is not None:
            self.setText(self._words())

    def _show(self, words: Callable[[], str], kind: str) -> None:
        self._words = words
        self.setProperty("kind", kind)
        self.style().polish(self)
        self.setText(words())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


register(Sentence)
