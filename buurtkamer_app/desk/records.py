"""What is counted at the desk: visits, tallies, their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Purpose

if TYPE_CHECKING:
    from datetime import datetime
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
class Arrival:
    """Somebody known by name who came in; `since` is when (UTC), `again` when they were in already today."""

    visitor: UUID
    name: str
    since: datetime
    again: bool


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
