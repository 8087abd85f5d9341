"""Who is to be told what: of a wish, or of a date that was cancelled or moved; and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart, TellReason, ToldHow


@dataclass(frozen=True, slots=True)
class NewTelling:
    """Somebody to be told something; without a `name` it is for `persons` of whom no name is on record.

    `on` and `moved_to` are dates of the activity `series`, or of the shift of the day part `part`.
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


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of the list "bel terug": `about` is the name of the activity or the wish in its own words.

    `tried_at` is when nobody answered last; `told_at` None: still to be told; `told_by` is the name of who did.
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
