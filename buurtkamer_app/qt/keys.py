"""Keys that work wherever one is on a page, but not while one types; held down they count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShortcut
    from PySide6.QtWidgets import QWidget


def hear(widget: QWidget, key: str, then: Callable[[], object]) -> QShortcut:
    """Do something when a key is pressed while a widget is seen; loads the enumerations of Qt's keys, 20 ms."""
    from PySide6.QtGui import QKeySequence, QShortcut

    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(then)
    return shortcut
