"""Closing the house: what a closure touches, and what is decided for each date in it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import Occurrence, Party
    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.room.records import Closure, NewClosure
    from buurtkamer_app.rota.records import Shift, ShiftKey


class Offered(enum.Enum):
    """Where a closure that is offered comes from."""

    HOLIDAY = enum.auto()
    SCHOOL = enum.auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """Days on which rooms are often closed; `closed` says that this one is already, `unsure` that they may change."""

    first: date
    last: date
    name: str
    kind: Offered
    closed: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class TouchedActivity:
    """An activity in a closure: who signed up, and where it can be instead.

    `proposed` is the nearest day on which it can be at the same time (None: there is none), `other_space` a space that
    is free on its own day when only its space is closed.
    """

    occurrence: Occurrence
    parties: tuple[Party, ...]
    proposed: date | None
    other_space: str = ""

    @property
    def key(self) -> tuple[UUID, date]:
        """Give the activity and its date."""
        return self.occurrence.series.id, self.occurrence.on

    @property
    def persons(self) -> int:
        """Give how many persons signed up, those who wait included."""
        return sum(party.persons for party in self.parties)


@dataclass(frozen=True, slots=True)
class TouchedShift:
    """A shift in a closure with who is on it, and the nearest day on which they can be on instead."""

    shift: Shift
    proposed: date | None

    @property
    def key(self) -> ShiftKey:
        """Give what the shift is known by."""
        return self.shift.key


@dataclass(frozen=True, slots=True)
class Preview:
    """What a closure touches, before anything is changed."""

    closure: NewClosure
    activities: tuple[TouchedActivity, ...] = ()
    shifts: tuple[TouchedShift, ...] = ()
    bookings: tuple[Booked, ...] = ()

    @property
    def persons(self) -> int:
        """Give how many persons signed up for what it touches."""
        return sum(entry.persons for entry in self.activities)


@dataclass(frozen=True, slots=True)
class MovedActivity:
    """That an activity in the closure is on another day instead, or in another space, at the same time."""

    series: UUID
    on: date
    to: date
    space: str = ""


@dataclass(frozen=True, slots=True)
class MovedShift:
    """That who is on a shift in the closure is on the same part of another day instead."""

    on: date
    part: DayPart
    to: date
    task: str = ""


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """A closure and what is decided; what is not named here does not go on.

    `all_the_same` are activities and bookings, by key and date, that go on although the room is closed.
    """

    closure: NewClosure
    moved: tuple[MovedActivity, ...] = ()
    shifts: tuple[MovedShift, ...] = ()
    all_the_same: tuple[tuple[UUID, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """What a closure did: activities cancelled and moved, shifts without hosts now, and whom to tell, in persons."""

    closure: UUID
    cancelled: int = 0
    moved: int = 0
    shifts: int = 0
    bookings: int = 0
    to_tell: int = 0


@dataclass(frozen=True, slots=True)
class Reopened:
    """What opening again did: `left` are activities that stay on their new day, since that was changed or has been."""

    back: int = 0
    left: int = 0
    to_tell: int = 0


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """What a notice on the door tells of a closure: what moved, as it is now, and when the room opens again."""

    closure: Closure
    moved: tuple[Occurrence, ...] = ()
    opens: tuple[date, time] | None = None
