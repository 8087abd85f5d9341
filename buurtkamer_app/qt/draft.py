"""What is being typed in a field is kept a moment later, and stands there again after a crash or a power cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from buurtkamer_app.qt.answers import leave_it, while_there

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from buurtkamer_app.qt.tasks import Tasks

_MOMENT: Final = 1000  # milliseconds without a key


class Draft(QObject):
    """Keeps the draft of one field under a name; an emptied field has none any more."""

    def __init__(self, field: QPlainTextEdit, tasks: Tasks[Any], name: str) -> None:
        super().__init__(field)
        self._field, self._tasks, self._name = field, tasks, name
        self._fresh = False
        self._pause = QTimer(self, singleShot=True, interval=_MOMENT)
        self._pause.timeout.connect(self.keep)
        field.textChanged.connect(self._typed)

    def keep(self) -> None:
        """Keep what stands in the field now, if somebody touched it: a field that is still empty wipes no draft."""
        self._pause.stop()
        if not self._fresh:
            return
        self._fresh = False
        name, text = self._name, self._field.toPlainText()
        self._tasks.write(lambda services: services.drafts.keep(name, text), leave_it)

    def bring_back(self) -> None:
        """Show what was being typed, unless something is typed already."""
        name = self._name
        self._tasks.read(lambda services: services.drafts.kept(name), while_there(self._field, self._fill))

    def forget(self) -> None:
        """Keep nothing of it any more: what was typed is written down elsewhere."""
        self._pause.stop()
        self._fresh = False
        name = self._name
        self._tasks.write(lambda services: services.drafts.keep(name, ""), leave_it)

    def _typed(self) -> None:
        self._fresh = True
        self._pause.start()

    def _fill(self, text: str) -> None:
        if text and not self._field.toPlainText():
            self._field.setPlainText(text)
