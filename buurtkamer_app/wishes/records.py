"""What residents ask for, in their own words, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Prefers, WishStatus

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import Theme


@dataclass(frozen=True, slots=True)
class NewWish:
    """A wish as it is heard; `asked_by` a name or nothing; `supporters` in persons, the one who asks included."""

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


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish on record; `activity` is the name of the series that it became."""

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
