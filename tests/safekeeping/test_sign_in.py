"""Signing in with name and PIN, and the wait after wrong ones, over restarts and clocks set back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Role, Seat
from buurtkamer_app.startup import assemble
from tests.conftest import VAULT

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def test_a_host_signs_in_with_the_pin_and_leaves(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma")
    actor = demo.sign_in.enter(ria.id, "000000")
    assert (actor.role, actor.name) == (Role.HOST, "Ria Postma")
    assert demo.store.actor == actor
    demo.sign_in.leave()
    assert demo.store.actor == NOBODY


def test_waiting_after_wrong_pins_survives_a_restart_and_a_clock_set_back(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    ria = demo.people.host_named("Ria Postma").id
    for _ in range(3):
        with pytest.raises(RefusedError, match="niet goed|not right"):
            demo.sign_in.enter(ria, "111112")
    again = assemble(demo_engine, clock, Seat(), VAULT, practice=True)
    for moved in (timedelta(0), timedelta(days=-365)):
        clock.instant += moved
        with pytest.raises(RefusedError, match="5 seconden|5 seconds"):
            again.sign_in.enter(ria, "000000")
    clock.instant += timedelta(days=365, seconds=6)
    assert again.sign_in.enter(ria, "000000").name == "Ria Postma"
    with pytest.raises(RefusedError, match="niet goed|not right"):
        again.sign_in.enter(ria, "111112")
    assert again.sign_in.enter(ria, "000000").name == "Ria Postma"


def test_twenty_wrong_pins_wait_a_minute_each_in_the_end(demo: Services, clock: SetClock) -> None:
    ria = demo.people.host_named("Ria Postma").id
    for _ in range(20):
        clock.instant += timedelta(seconds=61)
        with pytest.raises(RefusedError, match="niet goed|not right"):
            demo.sign_in.enter(ria, "999999")
    clock.instant += timedelta(seconds=59)
    with pytest.raises(RefusedError, match="seconden|seconds"):
        demo.sign_in.enter(ria, "000000")


def test_trying_to_sign_in_is_not_something_to_undo(demo: Services) -> None:
    before = demo.history.last()
    with pytest.raises(RefusedError):
        demo.sign_in.enter(demo.people.host_named("Ria Postma").id, "123123")
    assert demo.history.last() == before


def test_a_pin_is_set_by_the_coordinator_or_by_its_owner(demo: Services) -> None:
    ria, joop = (demo.people.host_named(name).id for name in ("Ria Postma", "Joop Kramer"))
    demo.sign_in.enter(ria, "000000")
    demo.sign_in.set_pin(ria, "271828")
    with pytest.raises(NotAllowedError):
        demo.sign_in.set_pin(joop, "271828")
    demo.sign_in.leave()
    assert demo.sign_in.enter(ria, "271828").name == "Ria Postma"


def test_a_real_room_never_accepts_the_pin_of_the_practice_room(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    real = assemble(demo_engine, clock, demo.store.seat, VAULT, practice=False)
    with pytest.raises(RefusedError):
        real.sign_in.set_pin(demo.people.host_named("Ria Postma").id, "000000")


def test_a_host_gives_a_pin_to_nobody_but_themselves(demo: Services) -> None:
    ria, other = demo.people.host_named("Ria Postma"), demo.people.hosts()[0]
    demo.sign_in.enter(ria.id, "000000")
    for hosts in ([other.id], [ria.id, other.id]):
        with pytest.raises(NotAllowedError):
            demo.sign_in.set_pins(hosts, "271828")
    demo.sign_in.set_pins([ria.id], "271828")
    assert demo.sign_in.enter(ria.id, "271828").host == ria.id
