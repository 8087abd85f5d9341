"""The volunteer rota: shifts, who holds their places, who signed on, calls for cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.spans import monday

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import AbsenceReason, DayPart


class ShiftKey(NamedTuple):
    """What a shift is known by: its date, the part of the day, and the task (empty: the room itself)."""

    on: date
    part: DayPart
    task: str = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """How many groups take turns by the week (0: none do), and a Monday of a week of the first group."""

    groups: int = 0
    first_monday: date | None = None

    def of_week(self, day: date) -> int:
        """Give the group whose turn the week of a day is; 0 where no groups take turns."""
        if self.first_monday is None or not self.groups:
            return 0
        return (monday(day) - self.first_monday).days // 7 % self.groups + 1

    def is_anothers(self, group: int, day: date) -> bool:
        """Tell whether the week of a day is one of another group than this one (0: of none, who always may)."""
        return self.of_week(day) not in {0, group} and group != 0


NO_TURNS: Final = Turns()


@dataclass(frozen=True, slots=True)
class Along:
    """Somebody new who joins a shift as an extra; `with_id` is along with whom."""

    id: UUID
    host: UUID
    host_name: str
    with_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a shift and who holds it; `absent` when they rang off or did not come, `replaced` when taken over.

    `filled` when the program put them there and not a person.
    """

    id: UUID
    host: UUID
    host_name: str
    absent: AbsenceReason | None = None
    replaced: bool = False
    substitute: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift on a date: from the pattern (an `extra` one without), with who is on; `hosts` places are to be held.

    `task` is empty for the room itself. Who is on must have shown a VOG when `asks_vog`, hold the certificate `asks`.
    """

    on: date
    part: DayPart
    starts: time
    ends: time
    hosts: int
    experienced: int
    places: tuple[Place, ...] = ()
    task: str = ""
    extra: bool = False
    asks_vog: bool = False
    asks: str = ""
    along: tuple[Along, ...] = ()

    @property
    def key(self) -> ShiftKey:
        """Give what it is known by."""
        return ShiftKey(self.on, self.part, self.task)

    @property
    def on_duty(self) -> tuple[Place, ...]:
        """Give the places whose holder is expected to be there."""
        return tuple(place for place in self.places if not place.replaced and place.absent is None)

    @property
    def gaps(self) -> int:
        """Give how many places nobody holds."""
        return max(0, self.hosts - len(self.on_duty))


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
