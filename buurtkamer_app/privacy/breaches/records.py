"""A data leak as it is written down, and how it stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms_trust import Reach

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID


class Advice(enum.Enum):
    """What is to be done about a leak."""

    NOTE = "note"
    REPORT = "report"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class NewBreach:
    """What is known of a leak, the times by the room's clock.

    `people` is how many it is about (None: not known). `hurts` is for data that may hurt somebody, as worries, health,
    money or where somebody hides. `reported_on` is to the authority, `told_on` to the people, `done_by` who did that.
    """

    noticed_on: date
    noticed_at: time
    happened: str
    what_data: str = ""
    whose: str = ""
    people: int | None = None
    encrypted: bool = False
    reach: Reach = Reach.UNSURE
    hurts: bool = False
    consequence: str = ""
    measures: str = ""
    reported_on: date | None = None
    told_on: date | None = None
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be done, and why in one sentence (a message id)."""

    advice: Advice
    because: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A leak on record; `due_at` is when 72 hours are over, `hours_left` counts to that (below 0: they are over)."""

    id: UUID
    version: int
    it: NewBreach
    judged: Judged
    due_at: datetime
    hours_left: int
    closed_on: date | None

    @property
    def waits(self) -> bool:
        """Tell whether something is still to be done that the law asks for."""
        if self.closed_on is not None or self.judged.advice is Advice.NOTE:
            return False
        return self.it.reported_on is None or (self.judged.advice is Advice.TELL and self.it.told_on is None)
