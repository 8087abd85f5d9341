"""The emergency route: wide enough, in one piece with an entrance as wide as itself, and reached by every entrance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.records import Trouble, Wrong
from buurtkamer_app.market.plan.shapes import longest, near, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Thing

# What two that are set against each other by hand may be apart, in cm.
_GAP: Final = 5.0
_ROUNDED: Final = 2.0


def passes(one: Thing, other: Thing, needed: float) -> bool:
    """Tell whether one goes through from one to the other over that width (in cm)."""
    if not near(one.box, other.box, -2 * _GAP):
        return False
    return longest(shared(one.box, other.box, _GAP)) >= needed - _ROUNDED


def troubles(things: Mapping[UUID, Thing], needed: int) -> Iterator[Trouble]:
    """Give what is wrong with the route and the entrances; `needed` is how wide the route must be, in cm."""
    routes = {key: thing for key, thing in things.items() if thing.kind is PlanThing.ROUTE}
    entrances = {key: thing for key, thing in things.items() if thing.kind is PlanThing.ENTRANCE}
    for key, route in routes.items():
        if min(route.wide_cm, route.high_cm) < needed:
            yield Trouble(Wrong.NARROW, key)
    if not routes:
        return
    reached = _reached(routes, entrances, needed)
    for key in routes:
        if entrances and key not in reached:
            yield Trouble(Wrong.NO_WAY_IN, key)
    for key, entrance in entrances.items():
        if not any(leads(entrance, route, needed) for route in routes.values()):
            yield Trouble(Wrong.APART, key)


def leads(entrance: Thing, route: Thing, needed: int) -> bool:
    """Tell whether one comes from an entrance onto the route, over the whole of the narrower of the two."""
    return passes(route, entrance, min(needed, max(entrance.wide_cm, entrance.high_cm)))


def _reached(routes: Mapping[UUID, Thing], entrances: Mapping[UUID, Thing], needed: int) -> set[UUID]:
    """Give the pieces of the route that one reaches over its whole width from an entrance that is as wide."""
    wide = [one for one in entrances.values() if max(one.wide_cm, one.high_cm) >= needed]
    reached = {key for key, route in routes.items() if any(leads(one, route, needed) for one in wide)}
    news = set(reached)
    while news:
        news = {
            key
            for key, route in routes.items()
            if key not in reached and any(passes(route, routes[other], needed) for other in news)
        }
        reached |= news
    return reached
