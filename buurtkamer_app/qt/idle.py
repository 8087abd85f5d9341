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
SLEPT: Final = 20.0  # seconds in which a program that is awake would have looked
_LOOKS: Final = 5_000  # milliseconds between two looks at the clocks
_STILL: Final = 60_000  # milliseconds between two times of saying that still nobody is there


class Idle(QObject):
    """Says `hide` and `lock` after so many idle milliseconds, `lock` at once after sleep, `awake` at the next touch.

    `rest` says with every `lock`, and each minute from then on, that nobody is there; it gives the seconds slept.

    While a computer sleeps nothing runs. On Linux and macOS the time since the start stands still meanwhile, on
    Windows it goes on, and the wall clock goes on everywhere: a gap in any of them is sleep. A clock that somebody
    sets forward is taken for it too, and only asks a PIN.
    """

    hide = Signal()
    lock = Signal()
    awake = Signal()
    rest = Signal(float)

    def __init__(
        self,
        hide_after: int,
        lock_after: int,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clocks = (wall, steady)
        self._looked = [clock() for clock in self._clocks]
        self._idle = False
        self._hiding = QTimer(self, singleShot=True, interval=hide_after)
        self._locking = QTimer(self, singleShot=True, interval=lock_after)
        self._looking, self._still = QTimer(self, interval=_LOOKS), QTimer(self, interval=_STILL)
        self._hiding.timeout.connect(self._hide)
        self._locking.timeout.connect(self._lock)
        self._looking.timeout.connect(self.look)
        self._still.timeout.connect(lambda: self.rest.emit(0.0))

    def watch(self, app: QApplication) -> None:
        """Watch every touch of the application from now on."""
        app.installEventFilter(self)
        self._looked = [clock() for clock in self._clocks]
        self._looking.start()
        self.touch()

    def set_times(self, hide_after: int, lock_after: int) -> None:
        """Wait this many milliseconds from now on."""
        self._hiding.setInterval(hide_after)
        self._locking.setInterval(lock_after)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._hiding.start()
        self._locking.start()
        self._still.stop()
        if not self.look() and self._idle:
            self._idle = False
            self.awake.emit()

    def look(self) -> bool:
        """Lock when the computer slept since the last look; tell whether it did."""
        now = [clock() for clock in self._clocks]
        slept = max(later - before for later, before in zip(now, self._looked, strict=True))
        self._looked = now
        if slept <= SLEPT:
            return False
        self.lock.emit()
        self.rest.emit(slept)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - whoever is touched
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _hide(self) -> None:
        self._idle = True
        self.hide.emit()

    def _lock(self) -> None:
        self._still.start()
        self.lock.emit()
        self.rest.emit(0.0)
