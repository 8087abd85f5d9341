"""One line of closed or offered days, with its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class ClosedLine(QFrame):
    """One line: what it is, facts under it, and buttons beside it."""

    def __init__(self, what: str, facts: str, parent: QWidget) -> None:
        super().__init__(parent)
        ways = QBoxLayout.Direction
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setDirection(ways.TopToBottom if narrow(parent) else ways.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._row.addLayout(words, 1)
        for text, kind in ((what, "strong"), (facts, "soft")):
            if text:
                label = QLabel(text, self)
                label.setProperty("kind", kind)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                words.addWidget(label)

    def offer(self, words: str, glyph: str, named: str, then: Callable[[], None]) -> QPushButton:
        """Add a button; `named` is what a screen reader says of it."""
        button = QPushButton(words, self)
        button.setAccessibleName(named)
        dress(button, glyph)
        button.clicked.connect(lambda _=False: then())
        self._row.addWidget(button)
        return button
