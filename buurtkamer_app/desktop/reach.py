"""Lets the keys that keep people private be pressed while a dialog is open: it takes all other keys of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable


class Reach(QObject):
    """Gives every dialog that opens the keys in `keys`, unless it has them itself."""

    def __init__(self, app: QApplication, keys: dict[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = keys
        app.focusWindowChanged.connect(self._look)

    def _look(self, _: object) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        known = {shortcut.key().toString() for shortcut in dialog.findChildren(QShortcut)}
        for key, do in self._keys.items():
            if key not in known:
                QShortcut(QKeySequence(key), dialog, do)
