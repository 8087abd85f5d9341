"""Does something at most so often: at once while it is seldom asked, now and then in a storm, surely after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE: Final = 200  # milliseconds
BURST: Final = 5


class Paced(QObject):
    """Is asked as often as one likes; does it `BURST` times at once, and from then on once in `PAUSE` milliseconds.

    Every pause in which nothing is asked gives one of those times back.
    """

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do
        self._left = BURST
        self._wanted = False
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._rested)

    def ask(self) -> None:
        """Do it now, or when a pause is over."""
        if not self._left:
            self._wanted = True
            return
        self._left -= 1
        if not self._timer.isActive():
            self._timer.start()
        self._do()

    def _rested(self) -> None:
        self._left += 1
        if self._wanted:
            self._wanted = False
            self.ask()
        elif self._left == BURST:
            self._timer.stop()
