"""What stands on the map in words: kinds, directions and distances, and what something is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Direction, Distance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from buurtkamer_app.neighbourhood.resources.records import Resource, Spot

DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.NORTH: mark("north"),
    Direction.NORTH_EAST: mark("north-east"),
    Direction.EAST: mark("east"),
    Direction.SOUTH_EAST: mark("south-east"),
    Direction.SOUTH: mark("south"),
    Direction.SOUTH_WEST: mark("south-west"),
    Direction.WEST: mark("west"),
    Direction.NORTH_WEST: mark("north-west"),
}
DISTANCES: Final[Mapping[Distance, str]] = {
    Distance.NEAR: mark("near"),
    Distance.WALKABLE: mark("a walk away"),
    Distance.FURTHER: mark("further"),
}
HIDDEN: Final = "…"


def where(spot: Spot) -> str:
    """Say where something is: `north-east, near`."""
    direction, distance = places.said(spot)
    return f"{translate(DIRECTIONS[direction])}, {translate(DISTANCES[distance])}"


def name_of(it: Resource, *, hidden: bool) -> str:
    """Give what something is called; a resident has no name while names are hidden."""
    return HIDDEN if hidden and it.kind is ResourceKind.RESIDENT else it.name
