"""What a room is: its address, its spaces, when it is open and which shifts it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart


@dataclass(frozen=True, slots=True)
class Opening:
    """The hours of one weekday (Monday is 0) on which the room is open."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Space:
    """A space in the house; `capacity` in persons; `shared` when several activities may use it while all fit."""

    id: UUID
    name: str
    capacity: int
    shared: bool


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """The shift of a weekday's part of the day; `hosts` places, `experienced` of them by experienced hosts.

    `task` is empty for the room itself, else what it is for; with a `series` it is on each of that activity's dates.
    Who does it must have shown a VOG when `asks_vog`, and hold the certificate that `asks` names.
    """

    weekday: int
    part: DayPart
    starts: time
    ends: time
    hosts: int
    experienced: int
    task: str = ""
    series_id: UUID | None = None
    asks_vog: bool = False
    asks: str = ""


@dataclass(frozen=True, slots=True)
class NewClosure:
    """Days to close, both included; without times the whole days, without a space the whole house."""

    first: date
    last: date
    reason: str = ""
    starts: time | None = None
    ends: time | None = None
    space: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the room is closed, both included; with times only then, with a space only that one.

    `all_the_same` are the dates of activities and bookings, by their keys, that go on although the room is closed.
    """

    first: date
    last: date
    reason: str
    starts: time | None = None
    ends: time | None = None
    space: str = ""
    id: UUID | None = None
    all_the_same: frozenset[tuple[UUID, date]] = frozenset()

    @property
    def whole(self) -> bool:
        """Tell whether the whole house is closed all day."""
        return self.starts is None and not self.space


@dataclass(frozen=True, slots=True)
class Using:
    """A space in use on a date, by an activity or a booking of which `key` is the key."""

    space: str
    on: date
    starts: time
    ends: time
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What stands on every sheet: who we are and where."""

    name: str
    street: str
    postcode: str
    city: str
    entrance: str
    country: str
    timezone: str
    phone: str

    @property
    def zone(self) -> ZoneInfo:
        """Give the room's time zone."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """The room with its hours, spaces and shift patterns."""

    facts: RoomFacts
    hours: tuple[Opening, ...]
    spaces: tuple[Space, ...]
    patterns: tuple[ShiftPattern, ...]

    def opening(self, day: date) -> Opening | None:
        """Give the usual hours of a day, None when the room is closed on that weekday."""
        return next((hours for hours in self.hours if hours.weekday == day.weekday()), None)


@dataclass(frozen=True, slots=True)
class FormerRoom:
    """What the room was up to and including a day: its facts, its hours and what its spaces were called."""

    until: date
    facts: RoomFacts
    hours: tuple[Opening, ...]
    spaces: Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """How this room counts and closes, as the coordinator set it.

    Empty words on a tally button mean the usual ones. `closing_round` are the points that are gone through before the
    door is locked; empty means the usual ones. `confidant` is whom to call about a host or the coordinator.
    `school_region` is whose school holidays are shown, as a file of school holidays names it.
    """

    word_walk_in: str = ""
    word_activity: str = ""
    word_help: str = ""
    word_child: str = ""
    ignore_second_press: bool = False
    leaving: bool = True
    age_bands: bool = False
    cash: bool = True
    closing_round: tuple[str, ...] = ()
    confidant: str = ""
    confidant_phone: str = ""
    school_region: str = ""
