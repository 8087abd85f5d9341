"""The floor plan of a market: what stands where, in centimetres, and what is not right with it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.base.terms_around import ElementKind

# What the safety regions ask for a market or street event: a passage of 3.5 m (and 4.2 m high) that stays free for
# fire engines and ambulances (Veiligheidsregio Rotterdam-Rijnmond, "Bereikbaarheid voor hulpdiensten"; GHOR
# Amsterdam-Amstelland, "Evenementenadvies", annex 4; the same in the conditions of Apeldoorn and others). Where a
# ladder truck must pass they ask 4.5 m: then the coordinator sets another width.
ROUTE_CM: Final = 350
# What one can walk or drive through, and is not in the way of anything.
GROUND: Final = frozenset({PlanThing.ROUTE, PlanThing.ENTRANCE})


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands on a plan: its middle, its size and its turn (clockwise), in centimetres and degrees."""

    event_id: UUID
    kind: PlanThing
    x_cm: int
    y_cm: int
    wide_cm: int
    high_cm: int
    turned: int = 0
    label: str = ""
    element_id: UUID | None = None

    @property
    def box(self) -> Box:
        """Give its shape."""
        return Box(self.x_cm, self.y_cm, self.wide_cm, self.high_cm, self.turned)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the market that can have a place on the plan: its number, kind and name."""

    id: UUID
    number: int
    kind: ElementKind
    name: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What a thing was when somebody took it up, and what it is now."""

    key: UUID
    was: Thing
    now: Thing


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a market: its size, how wide its emergency route must be, what stands there, and its parts."""

    event_id: UUID
    name: str
    on_date: date
    place: str
    wide_cm: int
    high_cm: int
    route_cm: int
    things: Sequence[Known[Thing]]
    parts: Sequence[Part]

    def part(self, thing: Thing) -> Part | None:
        """Give the part of the market that stands there."""
        return next((part for part in self.parts if part.id == thing.element_id), None)

    def waiting(self) -> list[Part]:
        """Give the parts that have no place yet."""
        placed = {known.it.element_id for known in self.things}
        return [part for part in self.parts if part.id not in placed]

    def number(self, thing: Thing) -> str:
        """Give what is written on a thing: the number of the part that stands there, else its own."""
        part = self.part(thing)
        return str(part.number) if part is not None else thing.label


class Wrong(enum.Enum):
    """What can be wrong on a plan."""

    ON_ROUTE = "on_route"
    OVERLAPS = "overlaps"
    OUTSIDE = "outside"
    BLOCKED = "blocked"
    NARROW = "narrow"
    APART = "apart"
    NO_WAY_IN = "no_way_in"
    SAME_NUMBER = "same_number"
    NO_ROUTE = "no_route"
    NO_ENTRANCE = "no_entrance"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is not right: with which thing (None: with the plan), and with which other one."""

    wrong: Wrong
    key: UUID | None = None
    other: UUID | None = None
