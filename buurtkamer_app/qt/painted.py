"""What can wait until something has been painted for the first time: doing it before would hold the picture up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _Painting(QObject):
    """Waits for the first paint of a widget; lives as long as that widget at most."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on when the paint that now begins is over: all that is in the widget is painted in one go."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def once_painted(widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` as soon as a widget has been painted for the first time."""
    _Painting(widget, then)
