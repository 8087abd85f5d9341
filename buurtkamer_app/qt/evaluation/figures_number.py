"""A figure of a look back that one presses to see its rows: a number, its word, and how it was a year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class BackNumber(QPushButton):
    """Its three lines are one button: it is as large as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.number, self.word, self.beside = QLabel(), QLabel(), QLabel()
        self.number.setProperty("kind", "figure")
        self.beside.setProperty("kind", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 4)
        column.setSpacing(0)
        for label in (self.number, self.word, self.beside):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def put(self, number: str, word: str, beside: str) -> None:
        """Show a number, its word, and how it is beside that of a year before."""
        self.number.setText(number)
        self.word.setText(word)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        told = f"{number} {word}, {beside}" if beside else f"{number} {word}"
        self.setAccessibleName(translate("{figure}, open the rows", figure=told))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
