"""Files that somebody drags onto a widget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Gives the files and folders that are dropped on a widget, and on what is in it."""

    def __init__(self, widget: QWidget, then: Callable[[list[Path]], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        # A drop is a drag that moves, too: only the drop itself brings files.
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent) and (files := _files(event)):
            event.acceptProposedAction()
            self._then(files)
            return True
        return super().eventFilter(watched, event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
