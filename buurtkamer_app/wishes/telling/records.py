"""Who is to be told what: of a wish, or of a date that was cancelled or moved; and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart, Ending, TellReason, ToldHow


@dataclass(frozen=True, slots=True)
class NewTelling:
    """Somebody to be told something; without a `name` it is for `persons` of whom no name is on record.

    `on` and `moved_to` are dates of the activity `series`, or of the shift of the day part `part`; `closure` is because
    of which closed days, so that nobody is told of them once the room is open after all.
    """

    reason: TellReason
    name: str = ""
    contact: str = ""
    persons: int = 1
    wish: UUID | None = None
    series: UUID | None = None
    on: date | None = None
    moved_to: date | None = None
    part: DayPart | None = None
    closure: UUID | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of the list "bel terug": `about` is the name of the activity or the wish in its own words.

    `tried_at` is when nobody answered last; `told_at` None: still to be told; `told_by` is the name of who did.
    `at` is when it starts on the day that it is about; of a wish, `ending` is what it comes to, with `whom` it was
    handed on or reported to, their `number` and `answer`.
    """

    id: UUID
    reason: TellReason
    name: str
    contact: str
    persons: int
    about: str
    made_at: datetime
    wish: UUID | None = None
    series: UUID | None = None
    on: date | None = None
    moved_to: date | None = None
    part: DayPart | None = None
    tried_at: datetime | None = None
    told_at: datetime | None = None
    told_by: str = ""
    how: ToldHow | None = None
    at: time | None = None
    ending: Ending | None = None
    whom: str = ""
    number: str = ""
    answer: str = ""

    @property
    def news(self) -> News:
        """Give what there is to tell, the same for all who are told the same."""
        return News(
            self.reason,
            self.about,
            self.wish,
            self.series,
            self.on,
            self.moved_to,
            self.part,
            self.at,
            self.ending,
            self.whom,
            self.number,
            self.answer,
        )


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told; the fields are those of a `Telling`."""

    reason: TellReason
    about: str
    wish: UUID | None = None
    series: UUID | None = None
    on: date | None = None
    moved_to: date | None = None
    part: DayPart | None = None
    at: time | None = None
    ending: Ending | None = None
    whom: str = ""
    number: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ToTell:
    """Lines that stand together: one thing that several people are told, or several things that one `person` is told.

    `person` is empty for the former.
    """

    tellings: tuple[Telling, ...]
    person: str = ""
    contact: str = ""
