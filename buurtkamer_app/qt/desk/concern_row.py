"""One line of the coordinator's lists: what it is, how it stands in colour, icon and word, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class ConcernRow(QFrame):
    """Shows words, states as (icon, chip colour, word), and a button that opens or prints."""

    def __init__(self, words: str, states: Sequence[tuple[str, str, str]], button: str, glyph: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self.words = QLabel(words)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.states = tuple(word for _, _, word in states)
        self.open = QPushButton(button)
        dress(self.open, glyph)
        self.open.setAccessibleName(f"{button}: {words}")
        stands = QHBoxLayout()
        self._row.addWidget(self.words, 1)
        self._row.addLayout(stands)
        side = self.fontMetrics().height()
        for picture, colour, word in states:
            drawn, chip = QLabel(), QLabel(word)
            drawn.setPixmap(icons.icon(picture, theme.colours().ink).pixmap(side, side))
            chip.setProperty("chip", colour)
            # A state is no button: it is no higher than its word.
            stands.addWidget(drawn, 0, Qt.AlignmentFlag.AlignVCenter)
            stands.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        stands.addStretch(1)
        self._row.addWidget(self.open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self._row)
