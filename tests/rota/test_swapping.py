"""Two hosts swap shifts, or one gives a shift away, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.rota.fixed.records import Agreed
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.safekeeping.leaving.records import Leaver

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 18)
ONE = ShiftKey(WEDNESDAY, DayPart.AFTERNOON)
OTHER = ShiftKey(WEDNESDAY + timedelta(days=7), DayPart.AFTERNOON)
SAMIRA, JOOP = "Samira El Idrissi", "Joop Kramer"


def on(services: Services, key: ShiftKey) -> list[str]:
    shift = next(one for one in services.rota.shifts(key.on, key.on) if one.key == key)
    return [place.host_name for place in shift.on_duty]


@pytest.fixture
def places(demo: Services) -> tuple[UUID, UUID]:
    """Put Samira on one Wednesday and Joop on the next; give their places."""
    found = []
    for name, key in ((SAMIRA, ONE), (JOOP, OTHER)):
        demo.rota.put_on(demo.people.host_named(name).id, key.on, key.part)
        shift = next(one for one in demo.rota.shifts(key.on, key.on) if one.key == key)
        found.append(shift.places[0].id)
    return found[0], found[1]


def sit(services: Services, name: str) -> UUID:
    host = services.people.host_named(name).id
    services.sign_in.act_as(Actor(Role.HOST, host, name))
    return host


def test_two_places_are_exchanged_in_one_undo_step(demo: Services, places: tuple[UUID, UUID]) -> None:
    sit(demo, JOOP)
    demo.swapping.swap(*places)
    assert (on(demo, ONE), on(demo, OTHER)) == ([JOOP], [SAMIRA])
    lines = demo.cover.strip([(places[0], SAMIRA), (places[1], JOOP)])
    assert [(line.on, line.name, line.gone) for line in lines] == [
        (ONE.on, "Joop", "Samira"),
        (OTHER.on, "Samira", "Joop"),
    ]
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert (on(demo, ONE), on(demo, OTHER)) == ([SAMIRA], [JOOP])


def test_a_shift_is_given_to_another(demo: Services, places: tuple[UUID, UUID]) -> None:
    sit(demo, SAMIRA)
    demo.swapping.give(places[0], demo.people.host_named(JOOP).id)
    assert (on(demo, ONE), on(demo, OTHER)) == ([JOOP], [JOOP])


def test_a_host_swaps_only_their_own_shifts_and_the_coordinator_any(demo: Services, places: tuple[UUID, UUID]) -> None:
    coordinator = demo.store.actor
    ria = sit(demo, "Ria Postma")
    with pytest.raises(NotAllowedError):
        demo.swapping.swap(*places)
    assert [host.id for host in demo.swapping.choices(places[0]).hosts] == [ria]
    demo.swapping.give(places[0], ria)
    assert on(demo, ONE) == ["Ria Postma"]
    demo.sign_in.act_as(coordinator)
    demo.swapping.swap(*places)
    assert on(demo, OTHER) == ["Ria Postma"]
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.swapping.choices(places[0])


def test_what_a_swap_breaks_is_said_and_may_be_done_all_the_same(demo: Services, places: tuple[UUID, UUID]) -> None:
    joop = sit(demo, JOOP)
    before = demo.swapping.would_break(places[0], joop, places[1])
    demo.times.note(joop, Days(ONE.on, ONE.on))
    after = demo.swapping.would_break(places[0], joop, places[1])
    assert [label.message for label in after if label not in before] == ["{name} cannot come then."]
    demo.swapping.swap(*places)
    assert on(demo, ONE) == [JOOP]


def test_with_whom_and_for_which_shift_one_can_swap(demo: Services, places: tuple[UUID, UUID]) -> None:
    sit(demo, SAMIRA)
    found = demo.swapping.choices(places[0])
    hosts = {host.name: host for host in found.hosts}
    assert JOOP in hosts
    assert SAMIRA not in hosts
    assert all(host.experience is not Experience.TRAINEE for host in found.hosts)
    assert [held.place.id for held in found.theirs[hosts[JOOP].id]] == [places[1]]
    assert found.theirs[hosts["Ria Postma"].id] == ()


def test_who_is_learning_gets_no_place_from_a_host(demo: Services, places: tuple[UUID, UUID]) -> None:
    learning = next(host for host in demo.people.hosts() if host.experience is Experience.TRAINEE)
    sit(demo, SAMIRA)
    with pytest.raises(RefusedError) as refused:
        demo.swapping.give(places[0], learning.id)
    assert refused.value.message == "{name} cannot do this shift yet. Ask the coordinator."
    assert on(demo, ONE) == [SAMIRA]


def test_who_rang_off_or_is_on_that_shift_does_not_swap(demo: Services, places: tuple[UUID, UUID]) -> None:
    joop = demo.people.host_named(JOOP).id
    demo.rota.put_on(joop, ONE.on, ONE.part)
    with pytest.raises(RefusedError):
        demo.swapping.swap(*places)
    assert on(demo, ONE) == [SAMIRA, JOOP]
    demo.cover.rings_off(places[0])
    with pytest.raises(RefusedError):
        demo.swapping.give(places[0], demo.people.host_named("Ria Postma").id)


def test_a_host_takes_back_no_swap_of_others(demo: Services, places: tuple[UUID, UUID]) -> None:
    done = demo.swapping.swap(*places)
    assert done.unit is not None
    sit(demo, "Kees Vos")
    with pytest.raises(NotAllowedError):
        demo.history.undo(done.unit)
    sit(demo, JOOP)
    demo.swapping.swap(*places)
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert on(demo, ONE) == [JOOP]


def test_who_stopped_meanwhile_gets_no_shift(demo: Services, places: tuple[UUID, UUID]) -> None:
    fatma = demo.people.host_named("Fatma Yildiz").id
    demo.leaving.leave(Leaver(fatma, date(2026, 3, 11)))
    for work in (
        lambda: demo.swapping.give(places[0], fatma),
        lambda: demo.cover.takes(ONE, fatma),
        lambda: demo.rota.put_on(fatma, ONE.on, ONE.part),
        lambda: demo.rota.sign_on(fatma),
    ):
        with pytest.raises(RefusedError, match="Fatma Yildiz"):
            work()
    assert on(demo, ONE) == [SAMIRA]


def test_who_gave_a_fixed_shift_away_is_not_put_on_it_again(demo: Services, places: tuple[UUID, UUID]) -> None:
    samira = demo.people.host_named(SAMIRA).id
    demo.fixed.agree(samira, Agreed(WEDNESDAY.weekday(), ONE.part, WEDNESDAY))
    assert ONE in demo.fixed.due(WEDNESDAY, WEDNESDAY)
    done = demo.swapping.give(places[0], demo.people.host_named("Kees Vos").id)
    assert ONE not in demo.fixed.due(WEDNESDAY, WEDNESDAY)
    demo.swapping.give(places[0], samira)
    assert (on(demo, ONE), ONE in demo.fixed.due(WEDNESDAY, WEDNESDAY)) == ([SAMIRA], True)
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    demo.history.undo(done.unit or last.unit)
    assert (on(demo, ONE), ONE in demo.fixed.due(WEDNESDAY, WEDNESDAY)) == ([SAMIRA], True)


def test_who_is_new_does_not_go_along_with_who_gave_the_shift_away(demo: Services, places: tuple[UUID, UUID]) -> None:
    ria, nadia, kees = (demo.people.host_named(name).id for name in ("Ria Postma", "Nadia Bouali", "Kees Vos"))
    demo.swapping.give(places[0], ria)
    demo.learning.join(nadia, ONE, ria)
    demo.swapping.give(places[0], kees)
    assert [one.with_id for one in demo.learning.of(nadia)] == [None]
