"""What people said of what was done."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurtkamer_app.evaluation.looking.around_records import Score

if TYPE_CHECKING:
    from datetime import date


class Told(enum.StrEnum):
    """Where somebody said something of what was done."""

    ACTIVITY = "activity"
    STREET = "street"
    MARKET = "market"


class Asked(enum.StrEnum):
    """What somebody was asked afterwards, in the order in which it is shown."""

    WENT_WELL = "went_well"
    WHO_CAME = "who_came"
    STRONG = "strong"
    BARRIERS = "barriers"
    DIFFERENTLY = "differently"
    REMAINS = "remains"
    ANECDOTE = "anecdote"
    REFLECTION = "reflection"
    NETWORK = "network"
    TESTIMONIAL = "testimonial"


@dataclass(frozen=True, slots=True)
class Story:
    """What was said of a date: the answers that are not empty; scores out of ten (None: not given).

    `by` is who said it, with their yes, "" when that is not to be told. `goes_on` and `by_residents` are of activities.
    """

    told: Told
    on: date
    name: str
    said: tuple[tuple[Asked, str], ...]
    by: str = ""
    recommend: int | None = None
    impact: int | None = None
    by_residents: bool | None = None


@dataclass(frozen=True, slots=True)
class Stories:
    """What was said in a period, the latest first, and the average scores."""

    first: date
    last: date
    stories: tuple[Story, ...] = ()
    recommend: Score = field(default_factory=Score)
    impact: Score = field(default_factory=Score)
