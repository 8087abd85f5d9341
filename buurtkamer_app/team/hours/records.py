"""Hours that hosts gave: where they come from, what counts of them, and how the year goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import HoursKind


class HoursFrom(enum.StrEnum):
    """What hours come from, in the order in which one of several at the same time counts."""

    SHIFT = "shift"
    ACTIVITY = "activity"
    MEETING = "meeting"
    MARKET = "market"
    STREET = "street"
    TRAINING = "training"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whose hours are kept: a host, or who was one."""

    id: UUID
    name: str
    team_member: bool
    left: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A time that a host gave, whole minutes (UTC); `on` is the day of the room in which it began.

    `key` is that of what was written down by hand, None for what is known from elsewhere.
    """

    host: UUID
    on: date
    starts: datetime
    ends: datetime
    kind: HoursFrom
    what: str = ""
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class There:
    """That a host was somewhere for the neighbourhood, at times of the room's clock."""

    host: UUID
    on: date
    starts: time
    ends: time
    kind: HoursFrom
    what: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A span as it stands on a sheet: times of the room's clock, `minutes` are what counts of it."""

    on: date
    starts: time
    ends: time
    kind: HoursFrom
    what: str
    minutes: int
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Unended:
    """A sign-on of an earlier day that nobody ended: it counts 0; `planned` is when the shift was to end."""

    id: UUID
    host: UUID
    name: str
    on: date
    since: time
    planned: time | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Minutes of a month, of its year, and of the team year that it is in (0 without a team)."""

    month: int = 0
    year: int = 0
    team_year: int = 0


@dataclass(frozen=True, slots=True)
class Periods:
    """What is added up: a month by its first day, and the first and last day of the team year (None: no team)."""

    month: date
    team_first: date | None = None
    team_last: date | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The hours of one host in a month, day by day, with the months of that year and the sums."""

    member: Member
    periods: Periods
    lines: tuple[Line, ...]
    by_month: tuple[tuple[date, int], ...]
    sums: Sums
    unended: tuple[Unended, ...] = ()


@dataclass(frozen=True, slots=True)
class Everyone:
    """The sums of all hosts, by name, and of all together."""

    periods: Periods
    rows: tuple[tuple[Member, Sums], ...]
    total: Sums
    unended: tuple[Unended, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """How far the team is in its year, in minutes; `low` and `high` are the marks of the whole year.

    `low_now` and `high_now` are what there should be by today, `foreseen` what the year comes to at this pace (None:
    too early to say). `members` counts the team, `others` of whom are no hosts, so that their hours are not in here.
    """

    team: str
    first: date
    last: date
    today: date
    minutes: int
    low: int
    high: int
    low_now: int
    high_now: int
    foreseen: int | None
    members: int
    others: int


@dataclass(frozen=True, slots=True)
class NewHours:
    """Hours besides shifts and activities as written down, for one or several hosts at once."""

    hosts: tuple[UUID, ...]
    on: date
    starts: time
    ends: time
    kind: HoursKind
    what: str = ""
