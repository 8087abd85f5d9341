"""Who wants to know something hears it, now and whenever it changes: who is at the desk, which programmes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Hearing(Generic[T]):
    """Holds what is so `now`."""

    def __init__(self, now: T) -> None:
        self.now = now
        self._heeding: list[Callable[[T], None]] = []

    def heed(self, heed: Callable[[T], None]) -> None:
        """Let somebody hear it, now and whenever it changes."""
        self._heeding.append(heed)
        heed(self.now)

    def tell(self, now: T) -> None:
        """Say what is so from now on."""
        self.now = now
        for heed in self._heeding:
            heed(now)
