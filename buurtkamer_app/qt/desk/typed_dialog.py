"""A dialog in which one types: what was typed is kept when it goes, and no answer is wanted any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut

from buurtkamer_app.qt.desk.typed import Typed
from buurtkamer_app.qt.forms import DialogForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks


class TypedDialog(DialogForm):
    """Keeps what is typed in it as a draft of that name, and lets go of what it asked for when it goes."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget, draft: str) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._gone = False
        self.typed = Typed(self, tasks, draft)
        self.finished.connect(self.deleteLater)

    def done(self, result: int) -> None:
        """Go, and want no answer any more; what was typed is kept."""
        self._gone = True
        if self._asked is not None:
            self._asked.cancel()
        self.typed.close()
        super().done(result)

    def press_by_keys(self, button: QPushButton) -> None:
        """Let Ctrl+Enter press a button, once however long it is held."""
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
