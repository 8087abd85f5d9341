"""Things that somebody holds and moves over a plan: where they are, and what would be wrong there, at every step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import rules, ways
from buurtkamer_app.market.plan.records import GROUND
from buurtkamer_app.market.plan.shapes import Bounds, around, bounds, turned_about
from buurtkamer_app.market.plan.snapping import Edges, snapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Plan, Thing, Trouble
    from buurtkamer_app.market.plan.snapping import Snap


class Held:
    """What is wrong among the others is looked for once; at each step only what is held is looked at."""

    def __init__(self, plan: Plan, things: Mapping[UUID, Thing], keys: Collection[UUID]) -> None:
        self._plan = plan
        self.was = {key: thing for key, thing in things.items() if key in keys}
        self._still = {key: thing for key, thing in things.items() if key not in keys}
        self.now = dict(self.was)
        self._numbers = list(rules.same_numbers(plan, things))
        self._missing = list(rules.missing(things))
        self._between = [*rules.pairs(self._still)]
        for key, thing in self._still.items():
            self._between += rules.alone(key, thing, plan)
        self._places = [(bounds(thing.box), key, thing) for key, thing in self._still.items()]
        self._routes = [thing for thing in self._still.values() if thing.kind is PlanThing.ROUTE]
        self._edges = Edges.of(plan.wide_cm, plan.high_cm, (thing.box for thing in self._still.values()))
        self._ways = list(ways.troubles(self._still, plan.route_cm))
        self._on_the_way = any(thing.kind in GROUND for thing in self.was.values())

    @property
    def moved(self) -> bool:
        """Tell whether something is elsewhere, or otherwise, than it was."""
        return self.now != self.was

    def bounds(self) -> Bounds:
        """Give the upright rectangle around what is held, as it was."""
        return around([thing.box for thing in self.was.values()])

    def carry(self, across: float, down: float, how: Snap | None) -> None:
        """Bring it so far (in cm) from where it was; without a `how` exactly there."""
        if how is not None:
            at = self.bounds()
            there = Bounds(at.left + across, at.top + down, at.right + across, at.bottom + down)
            more, lower = snapped(there, self._edges, how)
            across, down = across + more, down + lower
        for key, thing in self.was.items():
            self.now[key] = replace(thing, x_cm=round(thing.x_cm + across), y_cm=round(thing.y_cm + down))

    def turn(self, by: int) -> None:
        """Turn it about its own middle, clockwise in degrees, from how it is now."""
        at = around([thing.box for thing in self.now.values()])
        middle = ((at.left + at.right) / 2, (at.top + at.bottom) / 2)
        for key, thing in self.now.items():
            box = turned_about(thing.box, middle, by)
            self.now[key] = replace(thing, x_cm=round(box.x), y_cm=round(box.y), turned=int(box.turned))

    def troubles(self) -> list[Trouble]:
        """Give all that is wrong on the plan now."""
        found = [*self._between, *self._numbers, *self._missing, *rules.pairs(self.now)]
        for key, thing in self.now.items():
            found += rules.alone(key, thing, self._plan)
            found += self._with_others(key, thing)
        if self._on_the_way:
            found += ways.troubles(self._still | self.now, self._plan.route_cm)
        else:
            found += self._ways
        return rules.in_order(found)

    def _with_others(self, key: UUID, thing: Thing) -> Iterator[Trouble]:
        """Give what is wrong between one that is held and those that stand still: only what is near is looked at."""
        left, top, right, bottom = bounds(thing.box)
        for edge, at, other in self._places:
            if edge[0] < right and left < edge[2] and edge[1] < bottom and top < edge[3]:
                trouble = rules.pair(key, thing, at, other)
                if trouble is not None:
                    yield trouble

    def refused(self) -> bool:
        """Tell whether something that was moved would stand on the emergency route."""
        routes = [*self._routes, *(one for one in self.now.values() if one.kind is PlanThing.ROUTE)]
        return any(thing.box != self.was[key].box and rules.on_route(thing, routes) for key, thing in self.now.items())
