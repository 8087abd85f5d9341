"""The run sheet of a market: proposed with one click, changed by hand, ticked on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.market.day.records import RunStep
from tests.market.rooms_of_the_day import LEAD, make_market

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services


def lines(services: Services, event: UUID) -> list[tuple[str, str]]:
    return [(f"{known.it.at:%H.%M}", known.it.what) for known in services.market_days.of(event).steps]


def test_a_day_is_proposed_from_its_times_parts_and_network_moment(services: Services) -> None:
    event = make_market(services)
    assert services.market_days.propose(event).value == 13
    assert lines(services, event) == [
        ("09.00", translate("Building up")),
        ("10.00", translate("Stallholders set up")),
        ("10.45", translate("A round over the ground: is the emergency route free?")),
        ("11.00", translate("Opening")),
        ("11.30", "Schminken"),
        ("12.00", "Brood bakken"),
        ("12.45", translate("Get ready: {name}", name="Koor De Merels")),
        ("13.00", "Koor De Merels"),
        ("14.15", translate("Get ready: {name}", name="Verhalen van vroeger")),
        ("14.30", "Verhalen van vroeger"),
        (
            "15.00",
            translate("Network moment: {about}", about="Voor bewoners, professionals en initiatieven"),
        ),
        ("16.00", translate("The market closes")),
        ("16.15", translate("Clearing away")),
    ]
    first = services.market_days.of(event).steps[0].it
    assert (first.who, first.place, first.done_at) == (LEAD, "Wilgenplein", None)


def test_proposing_again_adds_only_what_is_not_there_yet_and_is_one_undo_step(services: Services) -> None:
    event = make_market(services)
    change = services.market_days.propose(event).change
    clearing = services.market_days.of(event).steps[-1]
    services.market_days.steps.take_away(clearing.id)
    assert services.market_days.propose(event).value == 1
    assert services.market_days.propose(event).value == 0
    assert change.kinds == {"run_step"}
    opening = next(s for s in services.market_days.of(event).steps if s.it.what == translate("Opening"))
    services.market_days.steps.write(RunStep(event, time(11, 5), opening.it.what, "De wethouder"), opening.id)
    assert services.market_days.propose(event).value == 0


def test_the_whole_proposal_is_undone_in_one_step(services: Services) -> None:
    event = make_market(services)
    unit = services.market_days.propose(event).change.unit
    assert unit is not None
    services.history.undo(unit)
    assert services.market_days.of(event).steps == ()


def test_a_performance_that_moves_is_told_and_followed(services: Services) -> None:
    event = make_market(services)
    services.market_days.propose(event)
    part = next(p for p in services.markets.elements.all(event_id=event) if p.it.name == "Koor De Merels")

    services.markets.elements.write(replace(part.it, starts=time(13, 15), ends=time(14)), part.id)
    day = services.market_days.of(event)
    assert sorted(day.moved.values()) == [time(13, 0), time(13, 15)]
    assert services.market_days.follow(event).value == 2
    assert ("13.15", "Koor De Merels") in lines(services, event)
    assert not services.market_days.of(event).moved


def test_a_line_is_ticked_on_the_day_and_can_be_unticked(services: Services) -> None:
    event = make_market(services)
    services.market_days.propose(event)
    step = services.market_days.of(event).steps[0]
    services.market_days.tick(step.id, done=True)
    done = services.market_days.of(event).steps[0]
    assert done.it.done_at == services.store.clock.now()
    services.market_days.steps.write(RunStep(event, done.it.at, "Opbouwen met de buren"), done.id)
    assert services.market_days.of(event).steps[0].it.done_at is not None
    services.market_days.tick(step.id, done=False)
    assert services.market_days.of(event).steps[0].it.done_at is None


def test_the_network_moment_is_set_within_the_hours_of_the_market(services: Services) -> None:
    event = make_market(services)
    services.market_days.set_network(event, time(14, 45), "Koffie voor wie iets begint")
    at = services.market_days.of(event).event.it
    assert (at.network_at, at.network) == (time(14, 45), "Koffie voor wie iets begint")
    services.market_days.set_network(event, None, "")
    assert services.market_days.of(event).event.it.network_at is None
    with pytest.raises(RefusedError):
        services.market_days.set_network(event, time(20), "Te laat")


def test_stallholders_set_up_when_the_run_sheet_says_so(services: Services) -> None:
    event = make_market(services)
    assert services.market_days.stalls_from(event) == time(10)
    services.market_days.steps.write(RunStep(event, time(9, 15), translate("Stallholders set up")))
    assert services.market_days.stalls_from(event) == time(9, 15)


@pytest.mark.parametrize("what", ["", "   ", "x" * 10_000])
def test_a_line_that_says_nothing_or_far_too_much_is_refused(services: Services, what: str) -> None:
    event = make_market(services)
    with pytest.raises(RefusedError):
        services.market_days.steps.write(RunStep(event, time(9), what))
    assert services.market_days.of(event).steps == ()


def test_a_line_that_is_gone_is_told(services: Services) -> None:
    event = make_market(services)
    step = services.market_days.steps.write(RunStep(event, time(9), "Opbouwen")).value
    services.market_days.steps.take_away(step)
    with pytest.raises(RefusedError):
        services.market_days.tick(step, done=True)


def test_nobody_reads_or_writes_a_run_sheet_without_signing_in(services: Services) -> None:
    event = make_market(services)
    services.sign_in.act_as(Actor(Role.NOBODY))
    with pytest.raises(NotAllowedError):
        services.market_days.of(event)
    with pytest.raises(NotAllowedError):
        services.market_days.propose(event)
