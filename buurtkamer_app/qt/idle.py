"""Knows when nobody touched the desk for a while: first names are hidden, later the desk is locked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
SLEPT: Final = 20.0  # seconds that the wall clock ran ahead of ours: the computer slept


class Idle(QObject):
    """Says `hide` and `lock` after so many idle milliseconds, `lock` at once after sleep, `awake` at the next touch."""

    hide = Signal()
    lock = Signal()
    awake = Signal()

    def __init__(
        self, hide_after: int, lock_after: int, wall: Callable[[], float] = time.time, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wall = wall
        self._ahead: float | None = None
        self._idle = False
        self._hiding = QTimer(self, singleShot=True, interval=hide_after)
        self._locking = QTimer(self, singleShot=True, interval=lock_after)
        self._hiding.timeout.connect(self._hide)
        self._locking.timeout.connect(self.lock)

    def watch(self, app: QApplication) -> None:
        """Watch every touch of the application from now on."""
        app.installEventFilter(self)
        self.touch()

    def set_times(self, hide_after: int, lock_after: int) -> None:
        """Wait this many milliseconds from now on."""
        self._hiding.setInterval(hide_after)
        self._locking.setInterval(lock_after)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        ahead = self._wall() - time.monotonic()
        slept = self._ahead is not None and ahead - self._ahead > SLEPT
        self._ahead = ahead
        self._hiding.start()
        self._locking.start()
        if slept:
            self.lock.emit()
        elif self._idle:
            self._idle = False
            self.awake.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - whoever is touched
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _hide(self) -> None:
        self._idle = True
        self.hide.emit()
