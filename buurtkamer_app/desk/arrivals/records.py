"""People who come in and go: one known by name, those who fit what is typed, everybody who is inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody known by name who came in; `since` is when (UTC), `again` when they were counted already today.

    `back` when they had left and came in again. `remembered` is false until they said that their name may be kept.
    """

    visitor: UUID
    name: str
    since: datetime
    again: bool
    hint: str = ""
    back: bool = False
    remembered: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A known visitor who fits what is typed; `since` is when they came in today (UTC), None when they did not."""

    id: UUID
    name: str
    hint: str
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """Somebody who comes on this weekday and part of the day: by what they are found, and how often they came."""

    id: UUID
    name: str
    terms: str
    times: int


@dataclass(frozen=True, slots=True)
class InsideVisitor:
    """Somebody known by name who is inside since a moment (UTC)."""

    id: UUID
    name: str
    hint: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Inside:
    """Who is inside now: `number` persons in all, `children` among those without a name, and who is known by name.

    `sure` when everybody inside is known by name and people do sign out; else there are at most so many. `leaving`
    tells whether this room writes down who leaves. `hosts` are those who are on, on top of `number`.
    """

    number: int
    children: int
    named: tuple[InsideVisitor, ...]
    sure: bool
    leaving: bool
    hosts: int = 0

    @property
    def everybody(self) -> int:
        """Give how many have to come out when the house must be left: visitors, and hosts who are on."""
        return self.number + self.hosts

    def told(self) -> Label:
        """Give the sentence that says how many there are, and what one does not know."""
        if self.everybody == 0:
            return Label(mark("Nobody is inside."))
        message = mark("{count} inside.") if self.sure else mark("At most {count} inside. Not everybody signed out.")
        return Label(message, {"count": self.everybody})
