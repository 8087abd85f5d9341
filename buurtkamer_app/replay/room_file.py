"""The room format `buurtkamer-room/1`: what a room is before anything happens in it, as records of the file's parts."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct, field

from buurtkamer_app.base.terms import DayPart, Experience, Prefers, Theme, WishStatus

# Without NUL, which the store cannot hold.
CLEAN: Final = r"\A[^\x00]*\Z"
WRITTEN: Final = r"\A(?=[^\x00]*\Z)\s*\S"
CLOCK: Final = r"\A(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z"

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=WRITTEN)]
Text = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=WRITTEN)]
MaybeName = Annotated[str, Meta(max_length=200, pattern=CLEAN)]
MaybeText = Annotated[str, Meta(max_length=10_000, pattern=CLEAN)]
Clock = Annotated[str, Meta(pattern=CLOCK)]
Number = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Cents = Annotated[int, Meta(ge=0, le=100_000_000)]
Persons = Annotated[int, Meta(ge=0, le=9999)]
Capacity = Annotated[int, Meta(ge=1, le=9999)]
Hours = tuple[Clock, Clock]


class Weekday(enum.StrEnum):
    """The days of the week in the order of the ISO week, as RFC 5545 writes them."""

    MO = "MO"
    TU = "TU"
    WE = "WE"
    TH = "TH"
    FR = "FR"
    SA = "SA"
    SU = "SU"

    @property
    def number(self) -> int:
        """Give the weekday's number, Monday is 0."""
        return list(Weekday).index(self)


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file: its fields are the keys, others are refused."""


class OpeningPart(Part, frozen=True):
    """The usual hours; a day without hours is closed."""

    mo: Hours | None = field(name="MO", default=None)
    tu: Hours | None = field(name="TU", default=None)
    we: Hours | None = field(name="WE", default=None)
    th: Hours | None = field(name="TH", default=None)
    fr: Hours | None = field(name="FR", default=None)
    sa: Hours | None = field(name="SA", default=None)
    su: Hours | None = field(name="SU", default=None)

    def days(self) -> dict[Weekday, Hours]:
        """Give the hours of the weekdays on which the room is open: opens, closes."""
        week = (self.mo, self.tu, self.we, self.th, self.fr, self.sa, self.su)
        return {day: hours for day, hours in zip(Weekday, week, strict=True) if hours is not None}


class SpacePart(Part, frozen=True):
    """A space; `capacity` in persons."""

    name: Name
    capacity: Capacity
    shared: bool


class PatternPart(Part, frozen=True):
    """The shift of one part of the day; `hosts` places, `experienced` of them by experienced hosts."""

    name: DayPart
    days: tuple[Weekday, ...]
    start: Clock
    end: Clock
    hosts: Annotated[int, Meta(ge=1, le=99)]
    experienced: Annotated[int, Meta(ge=0, le=99)]


class RoomPart(Part, frozen=True):
    """The house: where it is, when it is open, what it has."""

    name: Name
    city: MaybeName
    country: Literal["NL", "BE"]
    timezone: Name
    phone: MaybeName
    opening_hours: OpeningPart
    spaces: tuple[SpacePart, ...]
    shift_patterns: tuple[PatternPart, ...]
    street: MaybeName = ""
    postcode: MaybeName = ""
    entrance: MaybeText = ""


class TeamPart(Part, frozen=True):
    """The team: `hours_before` on its account at the start, `target_hours_year` from low to high."""

    name: Name
    started_on: date
    hours_before: Annotated[float, Meta(ge=0, le=10_000_000)]
    target_hours_year: tuple[
        Annotated[int, Meta(ge=0, le=10_000_000)],
        Annotated[int, Meta(ge=0, le=10_000_000)],
    ]
    members_besides_hosts: Persons


class AvailablePart(Part, frozen=True):
    """A weekday and the parts of that day."""

    day: Weekday
    parts: tuple[DayPart, ...]


class HostPart(Part, frozen=True):
    """A host."""

    id: Number
    name: Name
    birth_year: Annotated[int, Meta(ge=1900, le=2100)]
    phone: MaybeName
    team_member: bool
    experience: Experience
    max_shifts_per_week: Annotated[int, Meta(ge=0, le=21)]
    availability: tuple[AvailablePart, ...]
    prefers_not: tuple[AvailablePart, ...] = ()
    can: tuple[Name, ...] = ()


class ActivityPart(Part, frozen=True):
    """A series: `rrule` without DTSTART, `capacity` in persons (None is no limit), `lead` a name or `hosts`."""

    id: Number
    name: Name
    rrule: Name
    first_date: date = field(name="from")
    start: Clock
    end: Clock
    price_cents: Cents
    capacity: Capacity | None
    theme: Theme
    space: Name
    lead: Name
    self_run: bool
    about: MaybeText = ""
    sign_up: bool = False


class ProfessionalPart(Part, frozen=True):
    """The professional of a partner, whom one can ask."""

    name: Name
    role: Name


class PartnerPart(Part, frozen=True):
    """An organisation that thinks along."""

    name: Name
    kind: Name
    professional: ProfessionalPart | None = None


class WishPart(Part, frozen=True):
    """A wish on record; `id` stays its number, `activity` is the id of the series that it became."""

    id: Number
    text: Text
    theme: Theme
    status: WishStatus
    supporters: Persons
    recorded_on: date
    activity: Number | None = None
    prefers: Prefers = Prefers.ANY
    parked_reason: MaybeText = ""


class RoomFile(Part, frozen=True):
    """A whole room file; `regulars` are visitors known by name."""

    format: Literal["buurtkamer-room/1"]
    room: RoomPart
    team: TeamPart
    regulars: tuple[Name, ...]
    hosts: tuple[HostPart, ...]
    activities: tuple[ActivityPart, ...]
    partners: tuple[PartnerPart, ...]
    wishes: tuple[WishPart, ...]
