"""The volunteer rota: shifts, who holds their places, who signed on, calls for cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a shift and who holds it; `absent` when they rang off or did not come, `replaced` when taken over."""

    id: UUID
    host: UUID
    host_name: str
    absent: AbsenceReason | None = None
    replaced: bool = False
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift on a date: from the pattern, with who is on; `hosts` places are to be held."""

    on: date
    part: DayPart
    starts: time
    ends: time
    hosts: int
    experienced: int
    places: tuple[Place, ...] = ()

    @property
    def on_duty(self) -> tuple[Place, ...]:
        """Give the places whose holder is expected to be there."""
        return tuple(place for place in self.places if not place.replaced and place.absent is None)

    @property
    def gaps(self) -> int:
        """Give how many places nobody holds."""
        return max(0, self.hosts - len(self.on_duty))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A host who can be called for a shift; `called` is what the last call for it gave, None before one."""

    id: UUID
    name: str
    phone: str
    called: CallResult | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """One sign-on of a host: planned times when it was for a shift, `off` None while still on (all instants UTC)."""

    host: UUID
    host_name: str
    team_member: bool
    on: datetime
    off: datetime | None
    planned_start: datetime | None = None
    planned_end: datetime | None = None
