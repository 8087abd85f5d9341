"""What came of a market: outcomes of its goals, new ties, what people said, and looking back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Goal, MarketEvent


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie that a market made, between groups of residents, professionals and initiatives; it names no resident."""

    event_id: UUID
    between: str
    and_with: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class NewTestimonial:
    """What somebody said of a market, as it is written down.

    A `name` is only kept when they `agreed`; `consent_by` is who gave that yes for them (a parent of who is under 16),
    empty: they did so themselves.
    """

    event_id: UUID
    text: str
    name: str = ""
    agreed: bool = False
    consent_by: str = ""


@dataclass(frozen=True, slots=True)
class Testimonial:
    """What somebody said of a market, on record: with a name and who said yes when, or without any name."""

    event_id: UUID
    text: str
    name: str
    consent_by: str
    consent_at: datetime | None

    @property
    def agreed(self) -> bool:
        """Tell whether the name may be seen."""
        return self.consent_at is not None


@dataclass(frozen=True, slots=True)
class LookBack:
    """A market as one looks back on it: its goals with their outcomes, its new ties, and what people said of it."""

    event: Known[MarketEvent]
    goals: tuple[Known[Goal], ...] = ()
    ties: tuple[Known[NewTie], ...] = ()
    testimonials: tuple[Known[Testimonial], ...] = ()
