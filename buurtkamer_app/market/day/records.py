"""The run sheet of a market's day: what happens when, who does it, and what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, time
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent


@dataclass(frozen=True, slots=True)
class RunStep:
    """A line of the run sheet: only `at` and `what` must be there."""

    event_id: UUID
    at: time
    what: str
    who: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class DayStep:
    """A line of the run sheet as it is on record; `done_at` once somebody ticked it."""

    event_id: UUID
    at: time
    what: str
    who: str
    place: str
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class MarketDay:
    """A market with its run sheet in order of time.

    `moved` are lines whose part of the market is at another time now, with that time.
    """

    event: Known[MarketEvent]
    steps: tuple[Known[DayStep], ...] = ()
    moved: Mapping[UUID, time] = field(default_factory=dict)
