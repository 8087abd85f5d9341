"""Hosts as they stand in a file: a line each, and what bringing it in would do."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.errors import RefusedError
    from buurtkamer_app.base.terms import DayPart, Experience, Willing


class Field(enum.StrEnum):
    """What a file can say of a host; the weekdays hold when they can work."""

    NAME = "name"
    PHONE = "phone"
    BIRTHDAY = "birthday"
    EXPERIENCE = "experience"
    MOST = "most"
    TEAM = "team"
    NEAR = "near"
    MONDAY = "0"
    TUESDAY = "1"
    WEDNESDAY = "2"
    THURSDAY = "3"
    FRIDAY = "4"
    SATURDAY = "5"
    SUNDAY = "6"


WEEKDAYS: Final = tuple(Field)[-7:]
# How a column is headed, and what a change is called.
HEADS: Final = {
    Field.NAME: mark("Name"),
    Field.PHONE: mark("Phone"),
    Field.BIRTHDAY: mark("Birthday"),
    Field.EXPERIENCE: mark("Experience"),
    Field.MOST: mark("Most shifts"),
    Field.TEAM: mark("Team"),
    Field.NEAR: mark("Lives near"),
    Field.MONDAY: mark("Monday"),
    Field.TUESDAY: mark("Tuesday"),
    Field.WEDNESDAY: mark("Wednesday"),
    Field.THURSDAY: mark("Thursday"),
    Field.FRIDAY: mark("Friday"),
    Field.SATURDAY: mark("Saturday"),
    Field.SUNDAY: mark("Sunday"),
}


@dataclass(frozen=True, slots=True)
class HostLine:
    """A host as a file has them; what is None it does not say.

    `times` are weekday, part of the day, how gladly; they hold for the `weekdays` that the file speaks of.
    """

    name: str
    phone: str | None = None
    birthday: tuple[int, int] | None = None
    experience: Experience | None = None
    most_a_week: int | None = None
    team_member: bool | None = None
    lives_near: bool | None = None
    times: tuple[tuple[int, DayPart, Willing], ...] = ()
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A host of whom something in the file cannot be read, and what."""

    name: str
    why: RefusedError


class Kind(enum.StrEnum):
    """What bringing in a line does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class FoundHost:
    """A line of a file: which (as a person counts them), what it does, what changes, or why it cannot be."""

    number: int
    kind: Kind
    name: str
    line: HostLine | None = None
    host: UUID | None = None
    changes: tuple[Field, ...] = ()
    why: RefusedError | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: which column says what (as it is headed there), which say nothing, and its lines."""

    columns: tuple[tuple[Field, str], ...]
    unknown: tuple[str, ...]
    lines: tuple[FoundHost, ...]
