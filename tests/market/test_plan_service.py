"""The floor plan of a market as it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.placing import Row
from buurtkamer_app.market.plan.records import ROUTE_CM, Moved, Thing
from tests.market.plan_room import new_market, with_route

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services


def thing(services: Services, event: UUID, key: UUID) -> Thing:
    """Give what stands there now."""
    return next(known.it for known in services.floor_plans.plan(event).things if known.id == key)


def test_a_row_of_stalls_is_one_step_and_gives_places_to_who_waits(services: Services) -> None:
    event = new_market(services)
    waiting = services.floor_plans.plan(event).waiting()
    made = services.floor_plans.add_row(event, Row(8), [part.id for part in waiting])
    plan = services.floor_plans.plan(event)
    assert [plan.number(known.it) for known in plan.things] == [str(number) for number in range(1, 9)]
    assert plan.waiting() == []
    assert made.change.unit is not None
    services.history.undo(made.change.unit)
    assert services.floor_plans.plan(event).things == []


def test_a_stall_on_the_emergency_route_is_refused_and_the_rest_stays(services: Services) -> None:
    event = new_market(services)
    with_route(services, event)
    keys = services.floor_plans.add_row(event, Row(2)).value
    first, second = (thing(services, event, key) for key in keys)
    with pytest.raises(RefusedError):
        services.floor_plans.change(
            [
                Moved(keys[0], first, replace(first, x_cm=3000)),
                Moved(keys[1], second, replace(second, x_cm=1000, y_cm=1500)),
            ]
        )
    assert [thing(services, event, key) for key in keys] == [first, second]


def test_a_stall_that_grows_or_turns_onto_the_route_is_refused(services: Services) -> None:
    event = new_market(services)
    with_route(services, event)
    key = services.floor_plans.add(event, PlanThing.STALL).value[0]
    was = thing(services, event, key)
    beside = replace(was, y_cm=1150)
    services.floor_plans.change([Moved(key, was, beside)])
    for onto in (replace(beside, high_cm=400), replace(beside, turned=45)):
        with pytest.raises(RefusedError):
            services.floor_plans.change([Moved(key, beside, onto)])
    assert thing(services, event, key) == beside


def test_a_route_may_be_laid_where_something_stands_and_that_can_still_be_named(services: Services) -> None:
    event = new_market(services)
    key = services.floor_plans.add(event, PlanThing.STALL).value[0]
    stall = thing(services, event, key)
    made = services.floor_plans.add(event, PlanThing.ROUTE).value[0]
    route = thing(services, event, made)
    services.floor_plans.change([Moved(made, route, replace(route, x_cm=stall.x_cm, y_cm=stall.y_cm))])
    services.floor_plans.change([Moved(key, stall, replace(stall, label="12"))])
    assert thing(services, event, key).label == "12"


def test_who_changes_what_somebody_else_just_changed_hears_so(services: Services) -> None:
    event = new_market(services)
    key = services.floor_plans.add(event, PlanThing.TREE).value[0]
    was = thing(services, event, key)
    services.floor_plans.change([Moved(key, was, replace(was, x_cm=1500))])
    with pytest.raises(ClashError):
        services.floor_plans.change([Moved(key, was, replace(was, x_cm=2500))])


def test_a_part_of_the_market_stands_at_one_place_only(services: Services) -> None:
    event, other = new_market(services), new_market(services)
    part = services.floor_plans.plan(event).parts[0].id
    services.floor_plans.add(event, PlanThing.STALL, part)
    with pytest.raises(RefusedError):
        services.floor_plans.add(event, PlanThing.STALL, part)
    with pytest.raises(RefusedError):
        services.floor_plans.add(other, PlanThing.STALL, part)


def test_what_is_taken_away_is_gone_and_comes_back_with_undo(services: Services) -> None:
    event = new_market(services)
    keys = services.floor_plans.add_row(event, Row(3)).value
    before = services.floor_plans.plan(event).things
    change = services.floor_plans.take_away(keys[:2])
    assert [known.id for known in services.floor_plans.plan(event).things] == keys[2:]
    assert change.unit is not None
    services.history.undo(change.unit)
    assert [known.it for known in services.floor_plans.plan(event).things] == [known.it for known in before]
    assert not services.floor_plans.take_away([event])


def test_size_and_route_are_set_by_who_may_and_within_reason(services: Services) -> None:
    event = new_market(services)
    assert services.floor_plans.plan(event).route_cm == ROUTE_CM
    services.floor_plans.set_size(event, 6000, 2500, 450)
    plan = services.floor_plans.plan(event)
    assert (plan.wide_cm, plan.high_cm, plan.route_cm) == (6000, 2500, 450)
    for wide in (10, 60_000):
        with pytest.raises(RefusedError):
            services.floor_plans.set_size(event, wide, 2500)
    with pytest.raises(RefusedError):
        services.floor_plans.set_size(event, 6000, 2500, 100)
    services.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        services.floor_plans.set_size(event, 6000, 2500, 400)
    services.floor_plans.set_size(event, 5000, 2500)


def test_nobody_sees_a_plan_before_signing_in(services: Services) -> None:
    event = new_market(services)
    services.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        services.floor_plans.plan(event)


def test_a_part_that_is_taken_away_leaves_its_stall_where_it_stands(services: Services) -> None:
    event = new_market(services)
    part = services.floor_plans.plan(event).parts[0].id
    key = services.floor_plans.add(event, PlanThing.STALL, part).value[0]
    services.markets.elements.take_away(part)
    assert thing(services, event, key).element_id is None


def test_a_plan_does_not_fill_without_end(services: Services) -> None:
    event = new_market(services, 50_000, 50_000)
    for _ in range(8):
        services.floor_plans.add_row(event, Row(60))
    with pytest.raises(RefusedError):
        services.floor_plans.add_row(event, Row(60))
    assert len(services.floor_plans.plan(event).things) == 480
