"""Agreements such as "every Monday morning"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import monday

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.base.terms import DayPart


@dataclass(frozen=True, slots=True)
class Agreed:
    """Each, or each so manyth, week on a weekday (Monday is 0) and part of the day; weeks count from the first day's.

    `last` counts itself; None is without an end.
    """

    weekday: int
    part: DayPart
    first: date
    last: date | None = None
    every: int = 1
    task: str = ""

    def falls_on(self, on: date) -> bool:
        """Tell whether it is for a day."""
        if on.weekday() != self.weekday or on < self.first or (self.last is not None and on > self.last):
            return False
        return (monday(on) - monday(self.first)).days // 7 % self.every == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedShift(Agreed):
    """An agreement as it is on record, and whose it is."""

    id: UUID
    host: UUID
    host_name: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """An agreement that cannot be kept as things are now: whose, the first day on which that is so, and why."""

    host: UUID
    on: date
    why: Label
