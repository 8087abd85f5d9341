"""What is kept how long, what goes when, and what went."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class Per(enum.Enum):
    """What a period is counted in."""

    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long one kind of thing is kept, counted from what; the words are message ids.

    `usual` is the period unless the coordinator sets another one between `least` and `most`; `stays` is what remains.
    """

    kind: str
    words: str
    since: str
    stays: str
    usual: int
    least: int
    most: int
    per: Per = Per.MONTHS


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule as it is set here, and how its clock stands: how much is kept now, and what goes next.

    `next_on` is the first opening day on which something may go (None: nothing waits), `next_count` how much of it.
    """

    rule: Rule
    amount: int
    held: int
    next_on: date | None
    next_count: int


@dataclass(frozen=True, slots=True)
class Due:
    """What goes when: `words` (a message id) say what it is, `count` is how many go on that day."""

    kind: str
    words: str
    on: date
    count: int


@dataclass(frozen=True, slots=True)
class Ran:
    """What went of which kind; `left` is the kind with which a further go begins (None: all was looked at)."""

    gone: Mapping[str, int] = field(default_factory=dict)
    left: str | None = None


@dataclass(frozen=True, slots=True)
class LastRun:
    """When it was last looked at, by which day (None: the clock may have been wrong), and what went then."""

    at: datetime
    sure_on: date | None
    gone: Mapping[str, int]
