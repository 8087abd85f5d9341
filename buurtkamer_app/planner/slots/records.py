"""What is looked at to find a moment for a wish, and what was found: slots, and moments that were refused."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.conflicts import Day
    from buurtkamer_app.base.terms import DayPart, Prefers, Theme
    from buurtkamer_app.people.records import Available
    from buurtkamer_app.planner.ending import ProposedEnding
    from buurtkamer_app.room.records import Space
    from buurtkamer_app.rota.records import Shift

HOSTS: Final = "hosts"  # the lead of an activity that whoever is on duty leads


class Because(enum.Enum):
    """What a reason is about."""

    PEOPLE = enum.auto()
    SPACE = enum.auto()
    LEAD = enum.auto()
    DUTY = enum.auto()
    BESIDE = enum.auto()
    HOLIDAY = enum.auto()
    HOURS = enum.auto()


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, whose name is said in the language of the moment."""

    country: str
    on: date


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a moment is good, or not so good: a message id and its values, said by the page.

    Dates, times and holidays among the values are put in words there. No reason compares, counts or rates a person.
    """

    because: Because
    message: str
    values: dict[str, str | int | Holiday] = field(default_factory=dict)
    good: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be planned: a wish with those that are grouped with it, or (without a key) something new.

    `persons` want it, `prefers` says how many of them at which time; `texts` are their own words, `waited` in days.
    """

    wish: UUID | None
    number: int
    name: str
    texts: tuple[str, ...]
    theme: Theme | None
    persons: int
    prefers: tuple[tuple[Prefers, int], ...]
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who may lead: a host, with what they can and when they said to be available."""

    name: str
    host: UUID | None
    can: tuple[str, ...] = ()
    available: tuple[Available, ...] = ()


@dataclass(frozen=True, slots=True)
class Running:
    """An activity on a date, as far as it matters for what is beside it."""

    on: date
    name: str
    space: str
    starts: time
    ends: time
    theme: Theme
    by_hosts: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """All that is known of a period when a moment is sought, read at one time: its days stand in their order."""

    today: date
    country: str
    spaces: tuple[Space, ...]
    days: tuple[Day, ...]
    running: tuple[Running, ...]
    shifts: tuple[Shift, ...]
    leads: tuple[Lead, ...]
    holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on a day, and the part of the day in which it begins."""

    on: date
    starts: time
    ends: time
    part: DayPart


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment with a space and a lead (a name, or `hosts`), how well it suits and why.

    `limit` is how many persons are to be let in: all that a space of its own holds, of a shared one what is needed.
    `host` is the key of a lead who is a host.
    """

    moment: Moment
    space: str
    limit: int
    lead: str
    suits: int
    reasons: tuple[Reason, ...]
    host: UUID | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A moment at which it cannot be, and every reason that was found."""

    moment: Moment
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best slots for what was asked, best first; the nearest moments that were refused.

    `ending` is what its words ask for when that is no activity; `first` the first day that was looked at.
    """

    asked: Asked
    first: date
    slots: tuple[Slot, ...]
    refused: tuple[Refused, ...]
    ending: ProposedEnding | None = None
