"""What stands beside each other in a dialog comes under each other where the dialog is narrow for its size of type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FIELDS: Final = 36  # heights of a line of type: what three fields beside each other need
BUTTONS: Final = 32  # and three buttons


def tight(dialog: QWidget, lines: int = FIELDS) -> bool:
    """Tell whether a dialog is narrower than so many lines of its type are high."""
    return dialog.width() < lines * dialog.fontMetrics().height()


def fold(dialog: QWidget, row: QBoxLayout, lines: int = FIELDS) -> None:
    """Put what is in a row beside each other when there is room, else under each other."""
    ways = QBoxLayout.Direction
    row.setDirection(ways.TopToBottom if tight(dialog, lines) else ways.LeftToRight)
