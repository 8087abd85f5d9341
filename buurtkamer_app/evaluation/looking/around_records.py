"""What a look back holds of streets and markets, and scores out of ten."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms_around import ElementKind, LedBy, TargetGroup


@dataclass(frozen=True, slots=True)
class Score:
    """An average of scores out of ten as what it comes from: their sum, and how many there are."""

    total: int = 0
    count: int = 0

    @property
    def tenths(self) -> int | None:
        """Give the average in tenths, halves up; None of no score."""
        return (20 * self.total + self.count) // (2 * self.count) if self.count else None


@dataclass(frozen=True, slots=True)
class StreetBack:
    """A street in a period: gatherings, who took part, and who leads now (None: nobody said)."""

    id: UUID
    name: str
    gatherings: int
    participations: int
    led_by: LedBy | None


@dataclass(frozen=True, slots=True)
class StreetsBack:
    """The gatherings in streets of a period; their notes stay out of it.

    `by_lead` counts gatherings, `finished` those that residents finished by themselves; `reached` and `goals` how many
    gatherings reached a target group or worked on a development goal.
    """

    gatherings: int = 0
    participations: int = 0
    by_lead: Mapping[LedBy, int] = field(default_factory=dict)
    finished: int = 0
    reached: Mapping[TargetGroup, int] = field(default_factory=dict)
    goals: Mapping[int, int] = field(default_factory=dict)
    recommend: Score = field(default_factory=Score)
    impact: Score = field(default_factory=Score)
    streets: tuple[StreetBack, ...] = ()


@dataclass(frozen=True, slots=True)
class MarketBack:
    """A market that was held: what it was made of, how many came (None: not counted), and what came of it.

    `outcomes` are the goals with an outcome, `ties` the new ties.
    """

    id: UUID
    name: str
    on: date
    elements: Mapping[ElementKind, int]
    visitors: int | None
    goals: int
    outcomes: int
    ties: int
    testimonials: int
