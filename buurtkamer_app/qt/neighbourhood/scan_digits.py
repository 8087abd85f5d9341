"""A row of choices of which one is taken with its digit, an arrow or a click: as fast as a paper can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

_NONE: Final = frozenset({Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_WIDE: Final = 48  # pixels: a finger hits it, however small its word
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DigitRow(QWidget):
    """One of `values`, or None. `typed` comes when a digit chose one, or 0 chose none: who types goes on."""

    typed = Signal()
    picked = Signal()

    def __init__(self, values: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self.buttons = [QPushButton(self) for _ in values]
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setMinimumWidth(_WIDE)
            button.setObjectName(f"digit_{place + 1}")
            button.clicked.connect(lambda checked, place=place: self._click(place, checked))
            button.installEventFilter(self)
            self.box.addWidget(button)
        self._tab_to()

    def say(self, words: Sequence[str], about: str) -> None:
        """Write what the choices are called, and what they are about for who cannot see that."""
        for button, word in zip(self.buttons, words, strict=True):
            button.setText(word)
            button.setAccessibleName(f"{about}: {word}")

    def value(self) -> Any:
        """Give what is chosen, None when nothing is."""
        return next((value for value, one in zip(self._values, self.buttons, strict=True) if one.isChecked()), None)

    def put(self, value: Any) -> None:
        """Let a value be the chosen one, None: none of them."""
        for known, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(known == value)
        self._tab_to()

    def take_focus(self) -> None:
        """Have the keyboard."""
        self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched not in self.buttons:
            return super().eventFilter(watched, event)
        key, text = Qt.Key(event.key()), event.text()
        if key in _STEPS:
            place = (self.buttons.index(self._stop()) + _STEPS[key]) % len(self.buttons)
            self.put(self._values[place])
            self.take_focus()
        elif key in _NONE or (text.isascii() and text.isdigit() and 0 < int(text) <= len(self._values)):
            self.put(None if key in _NONE else self._values[int(text) - 1])
            self.typed.emit()
        else:
            return super().eventFilter(watched, event)
        self.picked.emit()
        return True

    def _click(self, place: int, checked: bool) -> None:
        self.put(self._values[place] if checked else None)
        self.picked.emit()

    def _stop(self) -> QPushButton:
        """Give the one choice to which Tab goes: the chosen one, else the first."""
        return next((button for button in self.buttons if button.isChecked()), self.buttons[0])

    def _tab_to(self) -> None:
        for button in self.buttons:
            stop = button is self._stop()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
