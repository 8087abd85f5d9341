"""What happens at the desk: visits, tallies, the day's figures, the cash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Purpose

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tally:
    """Visitors without a name: `count` persons, `children` and `first_time` (here for the first time) among them."""

    count: int
    purpose: Purpose = Purpose.WALK_IN
    children: int = 0
    first_time: int = 0
    series: UUID | None = None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One hour of a numbered paper tally sheet."""

    sheet: str
    hour: int
    count: int
    children: int = 0
    first_time: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody known by name who came in; `since` is when (UTC), `again` when they were in already today."""

    visitor: UUID
    name: str
    since: datetime
    again: bool


@dataclass(frozen=True, slots=True)
class Cash:
    """The cash box on closing, in cents."""

    opened_with: int
    received: int
    spent: int

    @property
    def closing(self) -> int:
        """Give what should be in the box at the end, in cents."""
        return self.opened_with + self.received - self.spent


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """Counts of visits in a period, in persons; `by_purpose` and `by_hour` (hour of the day) hold what is not zero."""

    named: int
    anonymous: int
    children: int
    first_time: int
    entered_later: int
    by_hour: dict[int, int]
    by_purpose: dict[Purpose, int]

    @property
    def visits(self) -> int:
        """Give how many came in all."""
        return self.named + self.anonymous


@dataclass(frozen=True, slots=True)
class DayState:
    """Whether the day was opened and closed, and when (UTC)."""

    on: date
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Tell whether the day is open now."""
        return self.opened_at is not None and self.closed_at is None
