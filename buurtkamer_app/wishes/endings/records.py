"""What a wish comes to, with its steps and dates; what is to be asked again."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms import Ending


class Step(enum.StrEnum):
    """What is to be done next with a match."""

    ASK_ASKER = "ask_asker"
    ASK_HELPER = "ask_helper"
    MEET = "meet"
    ASK_HOW = "ask_how"
    DONE = "done"


class Goes(enum.StrEnum):
    """What somebody hears who asks how a match goes."""

    WELL = "well"
    ASK_AGAIN = "ask_again"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Match:
    """Two residents who are brought together; both phone numbers stay empty until both said yes.

    `asked_on` is when somebody asked how it goes, `how_it_goes` what they said.
    """

    asker: str
    helper: str
    asker_said_yes: bool = False
    helper_said_yes: bool = False
    asker_phone: str = ""
    helper_phone: str = ""
    meets_on: date | None = None
    meets_at: time | None = None
    home_visits: bool = False
    asked_on: date | None = None
    how_it_goes: str = ""
    closed_on: date | None = None

    @property
    def agreed(self) -> bool:
        """Tell whether both said yes, so that the one may have the number of the other."""
        return self.asker_said_yes and self.helper_said_yes

    @property
    def step(self) -> Step:
        """Tell what is to be done next."""
        if self.closed_on is not None:
            return Step.DONE
        if not self.asker_said_yes:
            return Step.ASK_ASKER
        if not self.helper_said_yes:
            return Step.ASK_HELPER
        return Step.MEET if self.meets_on is None else Step.ASK_HOW


@dataclass(frozen=True, slots=True)
class WishEnding:
    """What a wish comes to: to `whom` it was handed on or reported, their `number` and what they answered.

    `activity` is the name of the series that it became or that existed; `match` only for two brought together.
    """

    wish: UUID
    kind: Ending
    begun_on: date
    whom: str = ""
    number: str = ""
    answer: str = ""
    answered_on: date | None = None
    ask_again_on: date | None = None
    closed_on: date | None = None
    series: UUID | None = None
    activity: str = ""
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be asked again by now: the wish, `whom` about it, and since when.

    `met`: two who were brought together have met, so somebody asks how it goes.
    """

    id: UUID
    number: int
    text: str
    kind: Ending
    whom: str
    since: date
    met: bool = False


@dataclass(frozen=True, slots=True)
class HomeHelper:
    """Somebody whom the coordinator named for visits at home."""

    id: UUID
    name: str
    named_on: date
