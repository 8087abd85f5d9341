"""Seconds that somebody waits after a wrong passphrase, counted down in a sentence; nothing else waits."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from buurtkamer_app.qt.sentence import Sentence

_LOOKS: Final = 250  # milliseconds between two looks at the time that is left


class Countdown(QObject):
    """Counts down in a sentence; `over` comes at the end, when it was not stopped before."""

    over = Signal()

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self._sentence = sentence
        self._until = 0.0
        self._before = ""
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self._look)

    @property
    def left(self) -> int:
        """Give the seconds that are left."""
        return max(0, -int((time.monotonic() - self._until) // 1)) if self._timer.isActive() else 0

    def start(self, until: float, before: str = "") -> None:
        """Count down to a moment of `time.monotonic`; `before` is what is said before it."""
        self._until, self._before = until, before
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Count no more; the sentence stays as it is."""
        self._timer.stop()

    def _look(self) -> None:
        if self.left <= 0:
            self.stop()
            self._sentence.clear()
            self.over.emit()
            return
        self._sentence.tell(self._said)

    def _said(self) -> str:
        waits = translate("Wait {seconds} more seconds, then try again.", seconds=self.left)
        return f"{self._before} {waits}".strip()
