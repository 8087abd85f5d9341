"""Records of the neighbourhood: whom to call in which situation, places in the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.terms import HousePlaceKind


@dataclass(frozen=True, slots=True)
class CallLine:
    """In a situation: what to do first, then whom to call.

    What ships (`national`) holds message ids, what a room agreed its own words. Without a `phone` the room still has to
    fill it in; `key` names what ships.
    """

    situation: str
    step: str
    who: str
    phone: str
    national: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class CallAgreement:
    """What this room agreed, under its key."""

    id: UUID
    line: CallLine


@dataclass(frozen=True, slots=True)
class HousePlace:
    """Where something stands that may be needed at once; `what` may be empty, the kind says it then."""

    kind: HousePlaceKind
    what: str
    place: str


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place in the house, under its key."""

    id: UUID
    spot: HousePlace


@dataclass(frozen=True, slots=True)
class CallGuide:
    """All that one may need at once: the emergency number first, what the room agreed, the national numbers, places."""

    lines: tuple[CallLine, ...]
    places: tuple[HousePlace, ...]
