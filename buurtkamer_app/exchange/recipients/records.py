"""Who gets logs, what went to them, and what the next one starts from."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewRecipient:
    """A professional who is to get logs."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets logs: `code` stands in them instead of the name, `passphrase` opens them.

    `pinned` says that a reply came back, so that the next one must be signed on the same computer.
    """

    id: UUID
    version: int
    name: str
    organisation: str
    code: str
    passphrase: str = field(repr=False)
    pinned: bool
    stopped_on: date | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A log that went out; `at` in UTC, `to` is empty where it was for nobody in particular.

    `names_because` is why names stood in it (empty: they did not), `replied_at` when the first reply was brought in.
    """

    id: UUID
    at: datetime
    first: date
    last: date
    to: str
    made_by: str
    check_code: str
    names_because: str
    replied_at: datetime | None


class Beside(enum.Enum):
    """How a period lies beside what went to somebody before."""

    FIRST = "first"
    NEXT = "next"
    GAP = "gap"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Joining:
    """How a period joins what went before: the days that would be told of nowhere (GAP), or a second time (AGAIN)."""

    how: Beside
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What went to somebody before: `today` in the room, and the periods of their logs, the earliest first."""

    today: date
    periods: tuple[tuple[date, date], ...] = ()
