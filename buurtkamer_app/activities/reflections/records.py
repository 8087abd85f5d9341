"""A look back at one date of an activity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import GoesOn

if TYPE_CHECKING:
    from datetime import date, datetime

    from buurtkamer_app.activities.records import Series


@dataclass(frozen=True, slots=True)
class NewReflection:
    """What those who were there say: both texts may be empty.

    `by_residents` tells whether residents go on by themselves, None when nobody said.
    """

    went_well: str = ""
    who_came: str = ""
    goes_on: GoesOn = GoesOn.UNSURE
    by_residents: bool | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """A look back on record; `by` is the name of who wrote it, "" when that is not known."""

    series: Series
    on: date
    said: NewReflection
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One date of an activity that nobody looked back on yet; `headcount` who took part (None: not counted)."""

    series: Series
    on: date
    headcount: int | None = None
