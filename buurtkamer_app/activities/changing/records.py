"""Changes to a series: what somebody wants, and what that would move."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.activities.conflicts import Conflict
    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.base.terms import Theme
    from buurtkamer_app.wishes.telling.records import NewTelling

# As the last date of a series: it has none.
NEVER: Final = date.max


class Reach(enum.Enum):
    """Which dates of a series a change is for; of `ALL` what has been keeps its day, times and space."""

    ONE = enum.auto()
    FROM_HERE = enum.auto()
    ALL = enum.auto()


@dataclass(frozen=True, slots=True)
class Placed:
    """When and where something is and who leads: `lead` is a name, or `hosts` for whoever is on duty."""

    starts: time
    ends: time
    space: str
    lead: str
    lead_on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What a series is besides; prices in cents, `capacity` and `minimum` in persons (None: no limit, no minimum)."""

    name: str
    theme: Theme
    about: str = ""
    bring: str = ""
    price_cents: int = 0
    reduced_cents: int | None = None
    capacity: int | None = None
    minimum: int | None = None
    meal: bool = False
    sign_up: bool = False
    self_run: bool = False


@dataclass(frozen=True, slots=True)
class Alter:
    """Have dates otherwise: `to` is the day on which the date `on` is then (None: the same day).

    None leaves things as they are. `details`, `rrule` and `ends` (the last date it can be, `NEVER` for none) are of a
    series as a whole: for one date they do not count. `all_the_same`: also outside the usual opening hours.
    """

    series: UUID
    on: date
    reach: Reach
    to: date | None = None
    placed: Placed | None = None
    details: Details | None = None
    rrule: str | None = None
    ends: date | None = None
    all_the_same: bool = False


@dataclass(frozen=True, slots=True)
class CallOff:
    """Let a date not go on, or a series end before it; `reason` as residents may read it."""

    series: UUID
    on: date
    reach: Reach
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Have one more date beside the rule of a series, as usual or otherwise (`placed`)."""

    series: UUID
    on: date
    placed: Placed | None = None
    all_the_same: bool = False


Wanted = Alter | CallOff | Extra


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do: the dates that it moves or changes, `sign_ups` in persons, hosts that it touches.

    `endless` says that the series goes on after the year that was looked at. `told` are those who are to be told.
    """

    dates: tuple[date, ...] = ()
    sign_ups: int = 0
    hosts: int = 0
    conflicts: tuple[Conflict, ...] = ()
    told: tuple[NewTelling, ...] = ()
    endless: bool = False

    @property
    def to_tell(self) -> int:
        """Give how many persons are to be told."""
        return sum(news.persons for news in self.told)


@dataclass(frozen=True, slots=True)
class Whole:
    """A series as a list shows it: its next date (None: it is over), and the last one it can be (None: no end)."""

    series: Series
    next_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class ToChange:
    """What a change begins with: the series, the date that is looked at as it is now, and what there is to choose."""

    series: Series
    occurrence: Occurrence
    upcoming: tuple[date, ...]
    spaces: tuple[str, ...]
    hosts: tuple[str, ...]
