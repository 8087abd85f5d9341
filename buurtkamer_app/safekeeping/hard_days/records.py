"""What is known of a hard day: its steps and how they stand, the figures of a moving, what was on a lost stick."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.changes import Label


class State(enum.Enum):
    """How a step stands; `SAID` is one that is done because somebody said so."""

    TO_DO = "to_do"
    DONE = "done"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, what it is and how it stands in words, and where it is done (a page and a part of it).

    `by_hand` is one that no figure of the room tells: somebody says that it is done.
    """

    name: str
    words: str
    now: Label
    state: State
    lead: tuple[str, str] | None = None
    by_hand: bool = False

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.state is not State.TO_DO


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What the room knows at the turn to a year: counts of what is set, and days (None: never)."""

    year: int
    closures: int
    school_region: str
    school_holidays: int
    school_sure: bool
    rate: bool
    rate_confirmed: bool
    team: bool
    team_hours: bool
    said: frozenset[str] = frozenset()
    tried_days: int | None = None
    few_keys: bool = False
    real_keys: bool = True
    due_hosts: int = 0


@dataclass(frozen=True, slots=True)
class HandFacts:
    """What the room knows of a coordinator who hands over: how far the new one is, and the old one gone."""

    new: str
    old: str
    is_coordinator: bool
    has_key: bool
    has_pin: bool
    old_keys: int
    renewal_due: bool
    real_keys: bool
    concerns: int
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Handover:
    """A handing over under way: who gets it, from whom, and its steps."""

    id: UUID
    new: UUID
    new_name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a room holds, to see whether all of it came along; `last_visit` is None before the first."""

    visits: int
    wishes: int
    hosts: int
    last_visit: date | None


@dataclass(frozen=True, slots=True)
class Moving:
    """A moving under way: the figures of what went along, made at `packed_at` (None: not yet).

    `here` says that this is the computer that it began on; only the other one has the number in `check`.
    `since` counts what was written here after the stick was made.
    """

    id: UUID
    here: bool
    packed_at: datetime | None
    figures: Figures
    since: Figures
    check: str = ""


class Thing(enum.Enum):
    """What got lost."""

    KEY = "key"
    BACKUP = "backup"
    LOG = "log"
    LIST = "list"
    ARCHIVE = "archive"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Went:
    """Something that left the room in a file: when, what it was called, and until which day it tells."""

    at: datetime
    name: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """What losing it means, as message ids: what was on it, what that means, and what is to be done.

    `locked` is one that nobody can read without a key; `hurts` of what may hurt people.
    """

    thing: Thing
    title: str
    on_it: str
    means: str
    to_do: str
    locked: bool
    hurts: bool
    whose: str
    lead: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LostSeen:
    """What was lost, and what is known of the last ones that were made."""

    lost: Lost
    last: tuple[Went, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
