"""Records of who and what there is: what is kept, what is shown, and where it stands on the schematic map."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.terms_around import ResourceKind


@dataclass(frozen=True, slots=True)
class Resource:
    """Something or somebody that the neighbourhood has, and what they add; `partner_id` when it is a partner too."""

    kind: ResourceKind
    name: str
    adds: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    partner_id: UUID | None = None


class Spot(NamedTuple):
    """A place on the map, in thousandths of its width and of its height."""

    x: int
    y: int


class Direction(enum.Enum):
    """The side of the room on which something is."""

    NORTH = 0
    NORTH_EAST = 1
    EAST = 2
    SOUTH_EAST = 3
    SOUTH = 4
    SOUTH_WEST = 5
    WEST = 6
    NORTH_WEST = 7


class Distance(enum.Enum):
    """How far something is from the room."""

    NEAR = 0
    WALKABLE = 1
    FURTHER = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What is shown: a resource, or a partner of the room of whom no more is known yet (`partner`).

    `id` is the key of the resource, or of the partner. `spot` is None while nobody put it on the map.
    """

    id: UUID
    it: Resource
    spot: Spot | None = None
    partner: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class OnMap:
    """An entry where it stands on the map, under its number; `placed` when somebody put it there."""

    number: int
    entry: Entry
    spot: Spot
    placed: bool


@dataclass(frozen=True, slots=True)
class Map:
    """All that there is with its places; `side` is how large a mark is, in thousandths of the width of the map."""

    side: int
    marks: tuple[OnMap, ...]
