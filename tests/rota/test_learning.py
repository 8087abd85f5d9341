"""Somebody new joins shifts along with an experienced host, and then takes places of their own, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.people.cards.records import Working
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

THURSDAY = ShiftKey(date(2026, 3, 12), DayPart.AFTERNOON)
FRIDAY = ShiftKey(date(2026, 3, 13), DayPart.MORNING)


@pytest.fixture
def nadia(demo: Services) -> UUID:
    return demo.people.host_named("Nadia Bouali").id


@pytest.fixture
def ria(demo: Services) -> UUID:
    """Put Ria, who is experienced, on two shifts, and Joop, who is not, on one of them."""
    ria, joop = (demo.people.host_named(name).id for name in ("Ria Postma", "Joop Kramer"))
    demo.rota.put_on(joop, THURSDAY.on, THURSDAY.part)
    for key in (THURSDAY, FRIDAY):
        demo.rota.put_on(ria, key.on, key.part)
    return ria


def test_shifts_with_somebody_experienced_are_offered(demo: Services, nadia: UUID, ria: UUID) -> None:
    offered = demo.learning.to_join(nadia)
    assert [one.key for one in offered] == [THURSDAY, FRIDAY]
    assert all(one.hosts == ((ria, "Ria Postma"),) for one in offered)
    demo.learning.join(nadia, THURSDAY, ria)
    assert [one.key for one in demo.learning.to_join(nadia)] == [FRIDAY]


def test_who_goes_along_takes_no_place(demo: Services, nadia: UUID, ria: UUID) -> None:
    made = demo.learning.join(nadia, FRIDAY, ria)
    shift = next(one for one in demo.rota.week(FRIDAY.on) if one.key == FRIDAY)
    assert [one.host_name for one in shift.along] == ["Nadia Bouali"]
    assert (len(shift.places), shift.gaps) == (1, 1)
    demo.learning.leave(made.value)
    assert demo.learning.of(nadia) == []


def test_in_a_room_without_experienced_hosts_one_goes_along_with_the_others(demo: Services, nadia: UUID) -> None:
    for card in demo.cards.all():
        if card.host.experience is Experience.EXPERIENCED:
            host = card.host
            working = Working(Experience.REGULAR, host.most_a_week, host.team_member, host.lives_near)
            demo.cards.set_working(host.id, working)
    joop = demo.people.host_named("Joop Kramer").id
    demo.rota.put_on(joop, THURSDAY.on, THURSDAY.part)
    assert [one.hosts for one in demo.learning.to_join(nadia)] == [((joop, "Joop Kramer"),)]


def test_what_cannot_be_is_refused(demo: Services, nadia: UUID, ria: UUID, clock: SetClock) -> None:
    joop = demo.people.host_named("Joop Kramer").id
    with pytest.raises(RefusedError, match="Joop Kramer"):
        demo.learning.join(nadia, THURSDAY, joop)
    with pytest.raises(RefusedError, match="Joop Kramer"):
        demo.learning.join(joop, THURSDAY, ria)
    with pytest.raises(RefusedError):
        demo.learning.join(nadia, ShiftKey(date(2026, 3, 14), DayPart.AFTERNOON), ria)
    demo.learning.join(nadia, THURSDAY, ria)
    with pytest.raises(RefusedError, match="Nadia Bouali"):
        demo.learning.join(nadia, THURSDAY, ria)
    clock.instant += timedelta(days=3)
    with pytest.raises(RefusedError):
        demo.learning.join(nadia, FRIDAY, ria)


def test_after_two_shifts_by_the_clock_they_are_a_host_and_that_can_be_undone(
    demo: Services, nadia: UUID, ria: UUID, clock: SetClock
) -> None:
    for key in (THURSDAY, FRIDAY):
        demo.learning.join(nadia, key, ria)
    assert [one.done for one in demo.learning.of(nadia)] == [False, False]
    clock.instant += timedelta(days=1, hours=6)
    assert [(one.with_name, one.done) for one in demo.learning.of(nadia)] == [
        ("Ria Postma", True),
        ("Ria Postma", False),
    ]
    with pytest.raises(RefusedError, match="Nadia Bouali"):
        demo.learning.become(nadia)
    clock.instant += timedelta(days=1)
    change = demo.learning.become(nadia)
    assert demo.people.host(nadia).experience is Experience.REGULAR
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.people.host(nadia).experience is Experience.TRAINEE


def test_only_the_coordinator_plans_it_and_somebody_new_sees_their_own(demo: Services, nadia: UUID, ria: UUID) -> None:
    demo.learning.join(nadia, FRIDAY, ria)
    demo.sign_in.act_as(Actor(Role.HOST, nadia, "Nadia Bouali"))
    assert len(demo.learning.of(nadia)) == 1
    with pytest.raises(NotAllowedError):
        demo.learning.of(ria)
    with pytest.raises(NotAllowedError):
        demo.learning.join(nadia, THURSDAY, ria)


def test_a_shift_on_a_day_that_was_closed_counts_for_nothing(
    demo: Services, nadia: UUID, ria: UUID, clock: SetClock
) -> None:
    demo.learning.join(nadia, THURSDAY, ria)
    demo.room.close_days(THURSDAY.on, THURSDAY.on, "Lekkage")
    clock.instant += timedelta(days=2)
    assert [one.done for one in demo.learning.of(nadia)] == [False]
