"""Cover: what is sought, who can be called for it, and what came of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import CallResult, Willing
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.rota.records import Shift, ShiftKey


class Why(enum.StrEnum):
    """Why somebody is in the list of who can be called; kind words belong to each, and none compares or rates."""

    CAN = "can"
    OFFERED = "offered"
    ASK_LAST = "ask_last"
    NEAR = "near"
    KNOWS = "knows"
    COMES_ALREADY = "comes_already"


class Seek(NamedTuple):
    """What somebody is sought for: a place of a shift, an open one (`place` None), or that of a `host` of today."""

    key: ShiftKey | None = None
    place: UUID | None = None
    host: UUID | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A shift that needs somebody: whose place is taken over, and the name of who `gone`; None for an open place."""

    shift: Shift
    place: UUID | None
    gone: str


@dataclass(frozen=True, slots=True)
class Call:
    """What the last phone call to somebody for this shift gave, and when (UTC)."""

    result: CallResult
    at: datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """A host who can be called; `phone` is empty without one, and when it is not on the list (`listed`)."""

    id: UUID
    name: str
    phone: str
    listed: bool
    whys: tuple[Why, ...]
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """A shift that needs somebody, and who can be called, the first to be called first."""

    need: Need
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What counts for the place of a host in that list.

    `willing` is None when they cannot then and only offered to come. `needed` when the shift lacks somebody with
    experience and they have it. `full` when they are on as often that week as they can be. `load` are their shifts
    of some weeks for each one that they can do in a week; it is shown to nobody.
    """

    host: Host
    willing: Willing | None
    offered: bool = False
    needed: bool = False
    near: bool = False
    knows: bool = False
    full: bool = False
    load: float = 0.0
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A host who comes if nobody else does."""

    id: UUID
    host: UUID
    host_name: str


@dataclass(frozen=True, slots=True)
class StripLine:
    """What changed on the rota on paper: who comes, and instead of whom (nobody for an open place); first names."""

    on: date
    starts: time
    ends: time
    task: str
    name: str
    gone: str = ""
