"""What is counted at the desk: visits, tallies, their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import AgeBand, Purpose

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tally:
    """Visitors without a name: `count` persons, `children` and `first_time` (here for the first time) among them."""

    count: int
    purpose: Purpose = Purpose.WALK_IN
    children: int = 0
    first_time: int = 0
    series: UUID | None = None
    age_band: AgeBand | None = None


@dataclass(frozen=True, slots=True)
class LockedTallies:
    """What was counted today while nobody was signed in, and nobody looked at since: visitors and questions."""

    visitors: int
    questions: int

    def __bool__(self) -> bool:
        return bool(self.visitors or self.questions)


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
