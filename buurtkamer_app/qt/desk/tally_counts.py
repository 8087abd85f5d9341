"""What was pressed on the tally buttons, what of it is on disk, and what of that is in the number shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from buurtkamer_app.base.terms import Purpose

_SECOND: Final = 0.5  # seconds within which a second press of a button is the same one, where the room wants that


class TallyCounts:
    """Counts in persons; a press is pending until a number was read after it was written."""

    def __init__(self) -> None:
        self._today: Mapping[Purpose, int] | None = None
        self._pressed: Counter[Purpose] = Counter()
        self._written: Counter[Purpose] = Counter()
        self._seen: Counter[Purpose] = Counter()
        self._last: tuple[Purpose, datetime] | None = None

    def is_second(self, purpose: Purpose, at: datetime) -> bool:
        """Tell whether the same button was pressed less than half a second ago."""
        if self._last is None or self._last[0] is not purpose:
            return False
        return 0 <= (at - self._last[1]).total_seconds() < _SECOND

    def press(self, purpose: Purpose, count: int, at: datetime) -> None:
        """Take in what is being counted."""
        self._pressed[purpose] += count
        self._last = (purpose, at)

    def refuse(self, purpose: Purpose, count: int) -> None:
        """Take out what could not be written; whoever presses again means it."""
        self._pressed[purpose] -= count
        self._last = None

    def write(self, purpose: Purpose, count: int) -> None:
        """Take in what is on disk."""
        self._written[purpose] += count

    def on_disk(self) -> Counter[Purpose]:
        """Give what is on disk now: a number that is read from now on has it."""
        return Counter(self._written)

    def show(self, today: Mapping[Purpose, int], had: Counter[Purpose]) -> None:
        """Take in today's numbers, read when so much was on disk."""
        self._today = today
        self._seen |= had

    def of(self, purpose: Purpose) -> tuple[int | None, int]:
        """Give today's number (None: not known yet) and how many are pending."""
        known = None if self._today is None else self._today.get(purpose, 0)
        return known, self._pressed[purpose] - self._seen[purpose]
