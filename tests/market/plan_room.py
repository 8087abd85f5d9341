"""A market with a floor plan, as the tests of the plan need one."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms_around import ElementKind, Motive, PlanThing
from buurtkamer_app.market.plan.records import Moved, Thing
from buurtkamer_app.market.records import Element, MarketEvent

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

NAMES = ("Boeken en platen", "Kleding", "Planten ruilen", "Soep uit de wijk", "Fietsen maken", "Speelgoed")


def new_market(services: Services, wide_cm: int = 4000, high_cm: int = 3000) -> UUID:
    """Write down a market with six parts that have no place yet."""
    event = MarketEvent(
        "Buurtmarkt", date(2026, 6, 20), time(11), time(16), "Het plein", wide_cm=wide_cm, high_cm=high_cm
    )
    key = services.markets.events.write(event).value
    for number, name in enumerate(NAMES, 1):
        kind = ElementKind.STALL
        services.markets.elements.write(Element(key, kind, name, Motive.MEETING, number=number))
    return key


def with_route(services: Services, key: UUID) -> None:
    """Lay the emergency route from left to right through the middle, and an entrance at its beginning."""
    route = Thing(key, PlanThing.ROUTE, 2000, 1500, 4000, 400)
    entrance = Thing(key, PlanThing.ENTRANCE, 50, 1500, 400, 100, 90)
    for thing in (route, entrance):
        made = services.floor_plans.add(key, thing.kind).value[0]
        was = next(known.it for known in services.floor_plans.plan(key).things if known.id == made)
        services.floor_plans.change([Moved(made, was, thing)])
