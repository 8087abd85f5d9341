"""A sentence with its sign before it: the colour, the icon and the words say the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.breaks import breakable


class SignedLine(QFrame):
    """Shows words with an icon in a colour; `kind` is how the words look. Many are made: no form is loaded for each."""

    def __init__(self, words: str, sign: tuple[str, str], kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.words = QLabel(self), QLabel(breakable(words), self)
        self.words.setProperty("kind", kind)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        show_icon(self.sign, *sign)
