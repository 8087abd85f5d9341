"""Records of how people here live together; the fields of a kept one are the columns of its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.base.terms import Theme


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task:
    """A task through which a resident matters: `when_said` in words, what it `asks`; open until somebody has it."""

    what: str
    when_said: str
    asks: str
    theme: Theme
    taken_by: str = ""
    contact: str = ""
    taken_on: date | None = None
    ended_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has it yet."""
        return self.taken_on is None and self.ended_on is None


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Somebody who may like a task, and the words in which they said what they can."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class _Seen(Generic[T]):
    """Something on record with what is shown beside it; it is read as what is `known`."""

    known: Known[T]

    @property
    def id(self) -> UUID:
        """Give the key."""
        return self.known.id

    @property
    def version(self) -> int:
        """Give the version that was read."""
        return self.known.version

    @property
    def it(self) -> T:
        """Give the thing itself."""
        return self.known.it


@dataclass(frozen=True, slots=True)
class TaskSeen(_Seen[Task]):
    """A task under its key, with who may like it while it is open."""

    perhaps: tuple[Perhaps, ...] = ()


@dataclass(frozen=True, slots=True)
class Custom:
    """What people here are used to do for each other."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people in the neighbourhood, as it is called here."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How well two groups know each other, from 1 (hardly) to 3 (well), and through what."""

    one_id: UUID
    other_id: UUID
    strength: int
    through: str


@dataclass(frozen=True, slots=True)
class TieSeen(_Seen[Tie]):
    """A tie under its key, with the names of its groups."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Web:
    """All groups by name, and the ties between them as (name, name, strength, through)."""

    groups: tuple[str, ...]
    ties: tuple[tuple[str, str, int, str], ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """Give the groups that have no tie with any other."""
        tied = {name for one, other, _, _ in self.ties for name in (one, other)}
        return tuple(name for name in self.groups if name not in tied)


@dataclass(frozen=True, slots=True)
class Outreach:
    """A round past doors: where (a street or a part of one), how many doors, and what was heard in general."""

    on_date: date
    where_said: str
    rung: int
    spoken: int
    flyers: int
    heard: str


@dataclass(frozen=True, slots=True)
class OutreachSum:
    """The rounds of a year in one street, added up."""

    year: int
    where: str
    rounds: int
    rung: int
    spoken: int
    flyers: int


@dataclass(frozen=True, slots=True)
class MeetingSpot:
    """Where people meet without a building, and when they are there, in words."""

    name: str
    about: str
    when_said: str
