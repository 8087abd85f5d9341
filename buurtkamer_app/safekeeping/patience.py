"""How long ago somebody tried: a clock that is set forward or back makes no wait shorter, and none endless."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import datetime

    from buurtkamer_app.base.clock import Clock


class Patience:
    """Knows when what was tried was first seen; what was tried before the room was opened counts from its opening."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._opened, self._since = clock.now(), clock.elapsed()
        self._seen: dict[Hashable, float] = {}

    def saw(self, tried: Hashable) -> None:
        """Somebody tries now."""
        self._seen[tried] = self._clock.elapsed()

    def passed(self, tried: Hashable, at: datetime) -> timedelta:
        """Tell how long ago something was tried, that the store says was `at`: at this desk, before, or at another."""
        now = self._clock.elapsed()
        seen = self._seen.setdefault(tried, now if at > self._opened else self._since)
        return timedelta(seconds=max(0.0, now - seen))
