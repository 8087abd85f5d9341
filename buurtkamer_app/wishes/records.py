"""What residents ask for, in their own words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Prefers, WishStatus

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import Ending, Theme


@dataclass(frozen=True, slots=True)
class NewWish:
    """A wish as it is heard; `asked_by` a name or nothing; `supporters` in persons, the one who asks included.

    `own_part` is what they can do themselves, `contact` how to reach them: kept only with `may_contact`, their yes.
    """

    text: str
    theme: Theme
    status: WishStatus = WishStatus.NEW
    supporters: int = 1
    recorded_on: date | None = None
    asked_by: str = ""
    prefers: Prefers = Prefers.ANY
    parked_reason: str = ""
    series: UUID | None = None
    number: int | None = None
    own_part: str = ""
    contact: str = ""
    may_contact: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish on record; `activity` is the name of the series that it became.

    `supporters` are those of this wish alone; `head` is the wish that it is grouped under, None for one that stands
    alone or at the head of a group. `to_tell` are persons who are still to be told of it, `done_when_told` says that
    nothing else stands between it and done.
    """

    id: UUID
    number: int
    text: str
    theme: Theme
    status: WishStatus
    supporters: int
    recorded_on: date
    prefers: Prefers
    parked_reason: str = ""
    series: UUID | None = None
    activity: str = ""
    asked_by: str = ""
    own_part: str = ""
    contact: str = ""
    back_on: date | None = None
    head: UUID | None = None
    ending: Ending | None = None
    to_tell: int = 0
    done_when_told: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """That a wish came to another column; `by` is the name of who moved it, "" when it came by itself."""

    at: datetime
    status: WishStatus
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Something that looks like a wish that is being typed: a wish or an activity, `score` 0 to 100."""

    text: str
    score: int
    wish: UUID | None = None
    series: UUID | None = None


@dataclass(frozen=True, slots=True)
class BecameTrue:
    """A wish that became an activity, as the wall may tell it: the activity's name and when, never who asked."""

    activity: str
    supporters: int
    when: date | None
