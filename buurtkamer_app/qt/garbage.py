"""Garbage is collected on the main thread only: another thread that happened to collect a widget would crash Qt."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 10_000  # milliseconds


class Garbage(QObject):
    """Turns Python's own collecting off for the whole process and does it on a timer of the thread that made this."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(lambda: gc.collect(1))
        self.timer.start()

    def settle(self) -> None:
        """Never look again at what was loaded by now: it stays till the end, and looking takes 0.1 s each time."""
        gc.freeze()

    def sweep(self) -> None:
        """Collect everything, when nobody is waiting for the window."""
        gc.collect()
