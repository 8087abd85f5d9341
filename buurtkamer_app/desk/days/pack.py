"""What the pack for a day without power holds, and the digest that tells whether it changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.room.rules import closed_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.room.records import Closure, Opening, RoomFacts, RoomPlan
    from buurtkamer_app.rota.records import Shift

# How far one looks for the next open day.
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PackShift:
    """A shift with the names of who is on; `gaps` places are held by nobody."""

    starts: time
    ends: time
    names: tuple[str, ...]
    gaps: int


@dataclass(frozen=True, slots=True)
class PackActivity:
    """What is on: when, what, where; `places` None means that there is no limit."""

    starts: time
    ends: time
    name: str
    space: str
    places: int | None


@dataclass(frozen=True, slots=True)
class PackContent:
    """Everything that hosts need of one day on paper; no visitor stands in it."""

    on: date
    facts: RoomFacts
    opening: Opening
    shifts: tuple[PackShift, ...]
    programme: tuple[PackActivity, ...]
    phones: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Give the SHA-256 of all of it, in hexadecimal digits."""
        return hashlib.sha256(repr(self).encode("utf-8", "backslashreplace")).hexdigest()


def next_open(plan: RoomPlan, closures: Sequence[Closure], after: date) -> date | None:
    """Give the first open day after a date, None when there is none within a year."""
    days = (after + timedelta(days=ahead) for ahead in range(1, AHEAD.days + 1))
    return next((day for day in days if plan.opening(day) and closed_on(closures, day) is None), None)


def shifts(found: Sequence[Shift]) -> tuple[PackShift, ...]:
    """Give the shifts as they stand in the pack."""
    return tuple(
        PackShift(shift.starts, shift.ends, tuple(place.host_name for place in shift.on_duty), shift.gaps)
        for shift in found
    )


def programme(found: Sequence[Occurrence]) -> tuple[PackActivity, ...]:
    """Give the programme as it stands in the pack, by time; what does not go on is left out."""
    ordered = sorted(
        (entry.series for entry in found if entry.cancelled is None), key=lambda series: (series.starts, series.number)
    )
    return tuple(PackActivity(entry.starts, entry.ends, entry.name, entry.space, entry.capacity) for entry in ordered)
