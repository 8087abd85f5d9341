"""The rota through its service, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart
from buurtkamer_app.team.rules import host_minutes

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


def afternoon(services: Services) -> Shift:
    return next(shift for shift in services.rota.shifts(WEDNESDAY, WEDNESDAY) if shift.part is DayPart.AFTERNOON)


def test_the_week_has_a_shift_for_every_pattern_and_every_place_is_open(demo: Services) -> None:
    week = demo.rota.week(WEDNESDAY)
    assert len(week) == 11
    assert all(shift.gaps == 2 and shift.places == () for shift in week)


def test_a_host_put_on_by_hand_fills_a_place_once(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, WEDNESDAY, DayPart.AFTERNOON)
    assert [place.host_name for place in afternoon(demo).places] == ["Ria Postma"]
    assert afternoon(demo).gaps == 1
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.rota.put_on(ria, WEDNESDAY, DayPart.AFTERNOON)
    with pytest.raises(RefusedError):
        demo.rota.put_on(ria, date(2026, 3, 14), DayPart.AFTERNOON)


def test_only_the_coordinator_makes_the_rota(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    with pytest.raises(NotAllowedError):
        demo.rota.put_on(ria.id, WEDNESDAY, DayPart.AFTERNOON)


def test_a_closed_day_has_no_shifts(demo: Services) -> None:
    demo.room.close_days(WEDNESDAY, WEDNESDAY, "Vloer in de was")
    assert {shift.on for shift in demo.rota.week(WEDNESDAY)} & {WEDNESDAY} == set()


def test_a_no_show_is_replaced_and_each_call_is_kept(demo: Services, clock: SetClock) -> None:
    kees, joop = (demo.people.host_named(name).id for name in ("Kees Vos", "Joop Kramer"))
    demo.rota.put_on(kees, WEDNESDAY, DayPart.AFTERNOON)
    demo.rota.no_show(kees, AbsenceReason.UNKNOWN)
    demo.rota.called(joop, CallResult.YES)
    demo.rota.substitute(joop, kees)
    gone, came = afternoon(demo).places
    assert (gone.absent, gone.replaced) == (AbsenceReason.UNKNOWN, True)
    assert (came.host_name, came.substitute) == ("Joop Kramer", True)
    assert demo.rota.no_shows(WEDNESDAY, WEDNESDAY) == 1
    demo.rota.sign_on(joop)
    clock.instant += timedelta(hours=2)
    demo.rota.sign_off(joop)
    assert host_minutes(demo.rota.worked(WEDNESDAY, WEDNESDAY)) == 120


def test_ill_or_excused_is_no_no_show(demo: Services) -> None:
    kees = demo.people.host_named("Kees Vos").id
    demo.rota.put_on(kees, WEDNESDAY, DayPart.AFTERNOON)
    demo.rota.no_show(kees, AbsenceReason.UNKNOWN)
    demo.rota.no_show(kees, AbsenceReason.ILL)
    assert demo.rota.no_shows(WEDNESDAY, WEDNESDAY) == 0
    demo.history.undo_last_count()
    assert demo.rota.no_shows(WEDNESDAY, WEDNESDAY) == 1


def test_signing_on_twice_changes_nothing_and_off_without_on_is_refused(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    assert demo.rota.sign_on(ria)
    assert not demo.rota.sign_on(ria)
    demo.rota.sign_off(ria)
    with pytest.raises(RefusedError):
        demo.rota.sign_off(ria)


def test_a_place_that_was_used_is_not_taken_off(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, WEDNESDAY, DayPart.AFTERNOON)
    demo.rota.sign_on(ria)
    with pytest.raises(RefusedError):
        demo.rota.take_off(afternoon(demo).places[0].id)


def test_nobody_is_absent_without_a_shift(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.rota.no_show(demo.people.host_named("Ria Postma").id, AbsenceReason.ILL)
