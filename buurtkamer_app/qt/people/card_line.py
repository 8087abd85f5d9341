"""One line of a card: what it is, how it stands, and one thing that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.qt import theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class CardLine(QFrame):
    """Says what it is in `words`; `button` is what can be done with it, if anything can, `told` what is wrong."""

    def __init__(self, words: str, under: str = "") -> None:
        super().__init__()
        self.button: QPushButton | None = None
        self.words, self.told = words, ""
        self._grid, stack = QGridLayout(self), QVBoxLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        self._grid.addLayout(stack, 0, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        for text, kind in ((words, "strong"), (under, "soft")):
            if text:
                label = QLabel(text, self)
                label.setProperty("kind", kind)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                # A word of two hundred letters does not make the page wide.
                label.setMinimumWidth(1)
                stack.addWidget(label)

    def warn(self, words: str) -> CardLine:
        """Say under it what is wrong, with a sign."""
        self.told = words
        sign, label = QLabel(self), QLabel(words, self)
        label.setProperty("kind", "warning")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        show_icon(sign, "triangle-exclamation", theme.colours().brick_dark)
        self._grid.addWidget(sign, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, 1, 1, 1, 2)
        return self

    def offer(self, words: str, glyph: str, then: Callable[[], None]) -> CardLine:
        """Add the button."""
        self.button = QPushButton(words, self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(f"{words}: {self.words}")
        dress(self.button, glyph)
        self.button.clicked.connect(lambda _=False: then())
        self._grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignTop)
        return self


def show_lines(into: QBoxLayout, shown: list[CardLine], lines: Sequence[CardLine], otherwise: QWidget) -> None:
    """Show lines instead of those that are there; the keyboard stays at its place, with none left it goes to another.

    `shown` are the lines that are there, and are those that are shown afterwards.
    """
    focus = otherwise.window().focusWidget()
    held = next((place for place, line in enumerate(shown) if focus is not None and line.isAncestorOf(focus)), None)
    for line in shown:
        into.removeWidget(line)
        line.hide()
        line.deleteLater()
    shown[:] = lines
    for line in lines:
        into.addWidget(line)
    if held is not None:
        stops = [line.button for line in lines if line.button is not None]
        (stops[min(held, len(stops) - 1)] if stops else otherwise).setFocus()
