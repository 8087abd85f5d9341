"""Hosts as they stand in a file: a line each, and what bringing it in would do."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.tables.columns import Field, ListKind, heads

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.base.errors import RefusedError
    from buurtkamer_app.base.terms import DayPart, Experience, Willing


# Parts of a name in columns of their own are put together in this order.
PARTS_OF_NAME: Final = (Field.FIRST, Field.INFIX, Field.LAST)
# How a column is headed, and what a change is called.
HEADS: Final[Mapping[Field, str]] = {
    field: head for field, head in heads(ListKind.HOSTS).items() if field not in PARTS_OF_NAME
}
# When they can work.
WEEKDAYS: Final = tuple(field for field in HEADS if field.value.isdigit())


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
