"""What a calendar file that somebody brings holds, as it can be brought in, and what was chosen of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.activities.conflicts import Conflict
    from buurtkamer_app.activities.records import NewSeries
    from buurtkamer_app.base.errors import RefusedError
    from buurtkamer_app.base.terms import Theme


class Kind(enum.Enum):
    """What bringing in would do: make a series, change one that came from that calendar, nothing, or it cannot."""

    NEW = enum.auto()
    CHANGED = enum.auto()
    SAME = enum.auto()
    CANNOT = enum.auto()


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a file, on the room's wall clock; `known_by` is the date of the series that it is instead of.

    `out` are dates on which the series is not, `beside` further moments at which it is. `notes` are message ids of what
    was taken for it that the file does not say.
    """

    uid: str
    sequence: int
    name: str
    starts: datetime
    ends: datetime
    about: str = ""
    place: str = ""
    categories: tuple[str, ...] = ()
    rrule: str = ""
    known_by: date | None = None
    cancelled: bool = False
    out: tuple[date, ...] = ()
    beside: tuple[datetime, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A date that is not as the rule says (`rule_date` None: one beside it); `space` "" is that of the series."""

    rule_date: date | None
    on: date
    starts: time
    ends: time
    space: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A series as a file tells it: what is written down, dates that are otherwise, and those that do not go on."""

    new: NewSeries
    sequence: int
    otherwise: tuple[Otherwise, ...] = ()
    off: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the preview: `name` as the file has it, `known` the series that it changes, `why` it cannot be.

    `space_known` says that the space stands in the file; else it is only proposed.
    """

    kind: Kind
    uid: str
    name: str
    series: Series | None = None
    known: UUID | None = None
    why: RefusedError | None = None
    space_known: bool = False
    notes: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A line that is to be brought in, with the space and theme that somebody chose."""

    found: Found
    space: str
    theme: Theme
