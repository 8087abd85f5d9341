"""The programmes around the room: which are on, the neighbourhood, markets, streets; and looking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from buurtkamer_app.evaluation.agreed.service import Agreed
    from buurtkamer_app.evaluation.costs.service import Costs
    from buurtkamer_app.evaluation.looking.service import Looking
    from buurtkamer_app.market.afterwards.service import Afterwards
    from buurtkamer_app.market.day.service import MarketDays
    from buurtkamer_app.market.plan.service import FloorPlans
    from buurtkamer_app.market.service import Markets
    from buurtkamer_app.neighbourhood.calling.service import Calling
    from buurtkamer_app.neighbourhood.living.service import Living
    from buurtkamer_app.neighbourhood.resources.service import Resources
    from buurtkamer_app.neighbourhood.scan.service import Scans
    from buurtkamer_app.room.programmes import Programmes
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.days import StreetDays
    from buurtkamer_app.street.looking_back import StreetReflections
    from buurtkamer_app.street.plans import StreetPlans
    from buurtkamer_app.street.service import Streets
    from buurtkamer_app.street.turning import StreetTurns

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class AroundParts:
    """The services of what a room has beside itself."""

    agreed: _Part[Agreed] = Part(
        "evaluation.agreed.service.Agreed", lambda made, own: made(own.store, own.room, own.looking)
    )
    costs: _Part[Costs] = Part("evaluation.costs.service.Costs", lambda made, own: made(own.store, own.looking))
    programmes: _Part[Programmes] = Part("room.programmes.Programmes", lambda made, own: made(own.store))
    scans: _Part[Scans] = Part("neighbourhood.scan.service.Scans", lambda made, own: made(own.store, own.room))
    resources: _Part[Resources] = Part("neighbourhood.resources.service.Resources", lambda made, own: made(own.store))
    living: _Part[Living] = Part(
        "neighbourhood.living.service.Living", lambda made, own: made(own.store, own.room, own.people)
    )
    calling: _Part[Calling] = Part(
        "neighbourhood.calling.service.Calling", lambda made, own: made(own.store, own.neighbourhood)
    )
    streets: _Part[Streets] = Part("street.service.Streets", lambda made, own: made(own.store, own.room))
    street_plans: _Part[StreetPlans] = Part(
        "street.plans.StreetPlans", lambda made, own: made(own.store, own.room, own.streets)
    )
    street_days: _Part[StreetDays] = Part(
        "street.days.StreetDays", lambda made, own: made(own.store, own.room, own.streets)
    )
    street_reflections: _Part[StreetReflections] = Part(
        "street.looking_back.StreetReflections", lambda made, own: made(own.store, own.room, own.streets)
    )
    street_turns: _Part[StreetTurns] = Part(
        "street.turning.StreetTurns", lambda made, own: made(own.store, own.room, own.streets)
    )
    markets: _Part[Markets] = Part(
        "market.service.Markets", lambda made, own: made(own.store, own.room, own.people, own.rota, own.activities)
    )
    floor_plans: _Part[FloorPlans] = Part("market.plan.service.FloorPlans", lambda made, own: made(own.store))
    market_days: _Part[MarketDays] = Part(
        "market.day.service.MarketDays", lambda made, own: made(own.store, own.markets)
    )
    market_afterwards: _Part[Afterwards] = Part(
        "market.afterwards.service.Afterwards", lambda made, own: made(own.store, own.room, own.markets)
    )
    looking: _Part[Looking] = Part(
        "evaluation.looking.service.Looking",
        lambda made, own: made(
            own.store,
            own.room,
            own.wishes,
            own.endings,
            own.counts,
            own.giving,
            own.teams,
            own.scans,
        ),
    )
