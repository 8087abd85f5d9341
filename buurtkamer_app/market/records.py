"""A market: its day and place, its parts, who carries it, how people came together for it, and what it needs."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive, SessionKind

WIDE_CM, HIGH_CM = 4_000, 3_000  # the plan of a new market: 40 by 30 metres


@dataclass(frozen=True, slots=True)
class MarketEvent:
    """A market; `network` and `reflection` are written afterwards, `visitors` is how many came (None: not counted).

    `network_at` is when the network moment is; `cancelled` why it does not go on ("" : it does). The plan is `wide_cm`
    by `high_cm` centimetres.
    """

    name: str
    on_date: date
    starts: time
    ends: time
    place: str
    about: str = ""
    network_at: time | None = None
    network: str = ""
    visitors: int | None = None
    reflection: str = ""
    cancelled: str = ""
    wide_cm: int = WIDE_CM
    high_cm: int = HIGH_CM


@dataclass(frozen=True, slots=True)
class Goal:
    """What a market is to bring about here; `outcome` is what came of it ("" : not said yet)."""

    event_id: UUID
    goal: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class MarketRole:
    """Who carries a part of a market: a host, or somebody by name; vacant without either."""

    event_id: UUID
    role: EventRole
    name: str = ""
    host_id: UUID | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role as it is shown: `who` is the name of who carries it, "" while it is vacant; `host` of a host."""

    id: UUID
    role: EventRole
    who: str
    contact: str
    host: UUID | None = None

    @property
    def vacant(self) -> bool:
        """Tell whether nobody carries it yet."""
        return not self.who


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a market; without times it is there all day. Number 0 is the next one that is free.

    `owner` is who does it, `contact` how to reach them (never on a sheet that others see), `needs` what it asks for.
    """

    event_id: UUID
    kind: ElementKind
    name: str
    motive: Motive
    owner: str = ""
    contact: str = ""
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    needs: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """A joint start, a meeting, a working session, or the market day itself (for who was there)."""

    event_id: UUID
    kind: SessionKind
    on_date: date
    starts: time
    ends: time
    about: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who was at a session: a host (their hours count), or somebody by name."""

    session_id: UUID
    name: str = ""
    host_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody will do for a market; `by_date` None: there is no day yet, `done_on` None: it is not done yet."""

    event_id: UUID
    what: str
    who: str = ""
    by_date: date | None = None
    done_on: date | None = None
    session_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Talent:
    """What somebody likes and is good at, and the part of the market that it was matched to."""

    event_id: UUID
    name: str
    contact: str = ""
    likes: str = ""
    good_at: str = ""
    element_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Suits:
    """A part of a market that fits a talent, and the words that both have."""

    talent: UUID
    element: UUID
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PermitStep:
    """What is asked for so many weeks before the day; `answer` is what was answered."""

    event_id: UUID
    what: str
    weeks_before: int
    asked_on: date | None = None
    done_on: date | None = None
    answer: str = ""


class PermitState(enum.StrEnum):
    """How far what must be asked for is."""

    LATER = "later"
    SOON = "soon"
    LATE = "late"
    ASKED = "asked"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Permit:
    """A step on record, by which day it is to be asked for, and how far it is today."""

    step: Known[PermitStep]
    by: date
    state: PermitState


class ClashKind(enum.StrEnum):
    """What stands in each other's way."""

    PLACE = "place"
    PERSON = "person"
    HOURS = "hours"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Clash:
    """What stands in each other's way, the parts of the market that it is about, and a sentence as a message id."""

    kind: ClashKind
    elements: tuple[UUID, ...]
    message: str
    values: tuple[tuple[str, str | int], ...] = ()

    def say(self) -> str:
        """Say it in the language of the moment."""
        return translate(self.message, **dict(self.values))

    def without_names(self) -> Clash:
        """Give the same without saying who it is, for where somebody reads along."""
        return replace(
            self, values=tuple((key, translate("Somebody") if key == "who" else it) for key, it in self.values)
        )


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody of the room does at a time of the market's day: a shift, or an activity that they lead."""

    who: str
    starts: time
    ends: time
    what: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A market at a glance, read at one moment; `late` are actions past their day."""

    today: date
    event: Known[MarketEvent]
    roles: tuple[RoleHeld, ...]
    elements: tuple[Known[Element], ...]
    permits: tuple[Permit, ...]
    actions: tuple[Known[Action], ...]
    late: tuple[Known[Action], ...]
    clashes: tuple[Clash, ...]
    sessions: tuple[Known[Session], ...]
    talents_to_match: int
    goals: int
