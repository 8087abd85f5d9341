"""How far something is that takes long, and the wish to stop it: told by who does it, asked by who waits."""

from __future__ import annotations

import threading

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.i18n import mark


class StoppedError(BuurtkamerError):
    """Somebody stopped it before it was done; nothing was kept."""

    def __init__(self) -> None:
        super().__init__(mark("Stopped. Nothing was changed."))


class Progress(threading.Event):
    """Set when somebody no longer wants it. `part` is how much is done, from 0 to 1 (None: nobody can tell)."""

    def __init__(self) -> None:
        super().__init__()
        self.part: float | None = None

    def at(self, done: int, of: int) -> None:
        """Tell that so many of so many are done; raises `StoppedError` when it is to stop."""
        self.part = min(1.0, done / of) if of > 0 else None
        self.go_on()

    def go_on(self) -> None:
        """Raise `StoppedError` when it is to stop."""
        if self.is_set():
            raise StoppedError
