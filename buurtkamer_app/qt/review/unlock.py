"""The later uses: somebody opens their profile with their own passphrase, or with its recovery code."""

from __future__ import annotations

import time
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.waiting import wait_after
from buurtkamer_app.qt.opening import OpeningForm
from buurtkamer_app.qt.review.waiting import Countdown


class UnlockProfile(OpeningForm):
    """Opens the profile; `left` says that no name is wanted."""

    form: ClassVar[str] = "review/unlock"
    waits: ClassVar[str] = mark("Your profile is being opened…")
    without: QPushButton

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = 0
        self.countdown = Countdown(self.answer)
        self.countdown.over.connect(lambda: self.open.setEnabled(True))
        self.without.clicked.connect(self.left)
        self.say()

    def refuse(self, error: BuurtkamerError) -> None:
        """Say why the profile stays closed; a wrong passphrase waits longer each time."""
        self._wrong += isinstance(error, KeyRefusedError)
        seconds = wait_after(self._wrong).seconds
        if seconds and isinstance(error, KeyRefusedError):
            self.countdown.start(time.monotonic() + seconds, error.sentence())
        else:
            self.open.setEnabled(True)
            self.answer.trouble(error)
        self._rest()
