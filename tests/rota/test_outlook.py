"""Looking ahead: how days stand, what is at risk, who is on now; and moving hosts by hand."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.room.records import ShiftPattern
from buurtkamer_app.rota.ahead import RiskKind
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.rota.putting import Choice
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
THURSDAY = date(2026, 3, 12)
AFTERNOON = ShiftKey(TODAY, DayPart.AFTERNOON)
TOMORROW = ShiftKey(THURSDAY, DayPart.AFTERNOON)


def host(demo: Services, name: str) -> UUID:
    return demo.people.host_named(name).id


def put(demo: Services, key: ShiftKey, *names: str) -> None:
    for name in names:
        demo.rota.put_on(host(demo, name), *key)


def shift(demo: Services, key: ShiftKey) -> Shift:
    return next(shift for shift in demo.rota.shifts(key.on, key.on) if shift.key == key)


def kinds(demo: Services, key: ShiftKey) -> list[RiskKind]:
    return [risk.kind for risk in demo.outlook.seen(TODAY, TODAY).risks if risk.shift.key == key]


def said(choice: Choice) -> list[str]:
    return [label.message for label in choice.breaks]


def test_a_day_stands_open_until_its_places_are_held(demo: Services) -> None:
    (day,) = demo.outlook.seen(TODAY, TODAY).days
    assert (day.shifts, day.open, day.closed) == (2, 4, None)
    put(demo, AFTERNOON, "Kees Vos", "Ria Postma")
    assert demo.outlook.seen(TODAY, TODAY).days[0].open == 2


def test_a_closed_day_says_why_and_has_no_open_places(demo: Services) -> None:
    demo.room.close_days(THURSDAY, THURSDAY, "Studiedag")
    (day,) = demo.outlook.seen(THURSDAY, THURSDAY).days
    assert (day.shifts, day.open, day.closed) == (0, 0, "Studiedag")


def test_what_is_at_risk_comes_nearest_first_and_not_after_two_weeks(demo: Services) -> None:
    found = demo.outlook.seen(TODAY, TODAY).risks
    moments = [(risk.shift.on, risk.shift.starts) for risk in found]
    assert moments == sorted(moments)
    assert found[0].shift.key == AFTERNOON
    assert moments[-1][0] <= date(2026, 3, 24)


def test_nobody_one_and_a_trainee_alone_are_told_apart(demo: Services) -> None:
    assert kinds(demo, AFTERNOON) == [RiskKind.NOBODY]
    put(demo, AFTERNOON, "Nadia Bouali")
    assert kinds(demo, AFTERNOON) == [RiskKind.ONLY_LEARNING]
    put(demo, TOMORROW, "Kees Vos")
    assert kinds(demo, TOMORROW)[0] is RiskKind.ONE


def test_a_shift_without_anybody_experienced_is_at_risk(demo: Services) -> None:
    regular = [one.name for one in demo.people.hosts() if one.rostered and one.experience == "regular"][:2]
    put(demo, TOMORROW, *regular)
    assert kinds(demo, TOMORROW) == [RiskKind.NO_EXPERIENCE]


def test_missing_papers_are_a_risk_that_only_the_coordinator_reads(demo: Services) -> None:
    bar = ShiftPattern(3, DayPart.AFTERNOON, time(13), time(16), 1, 0, "Bar", None, True, "Sociale hygiëne")
    demo.shift_patterns.keep(bar)
    key = ShiftKey(THURSDAY, DayPart.AFTERNOON, "Bar")
    put(demo, key, "Kees Vos")
    assert kinds(demo, key) == [RiskKind.VOG, RiskKind.CERTIFICATE]
    demo.sign_in.act_as(Actor(Role.HOST))
    assert kinds(demo, key) == []


def test_who_is_on_now_and_who_should_be(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos", "Ria Postma")
    demo.rota.sign_on(host(demo, "Kees Vos"))
    now = demo.outlook.on_now()
    assert now.here == ("Kees Vos",)
    assert [name for name, _ in now.missing] == ["Ria Postma"]
    demo.rota.sign_off(host(demo, "Kees Vos"))
    assert [name for name, _ in demo.outlook.on_now().missing] == ["Ria Postma"]


def test_nobody_looks_ahead_at_a_locked_desk(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.NOBODY))
    for ask in (demo.outlook.on_now, lambda: demo.outlook.seen(TODAY, TODAY), demo.outlook.certificates):
        with pytest.raises(NotAllowedError):
            ask()


def test_who_can_come_is_offered_before_who_cannot_with_what_it_breaks(demo: Services) -> None:
    choices = demo.putting.choices(AFTERNOON)
    can = [choice.can for choice in choices]
    assert can == sorted(can, reverse=True)
    free = demo.times.free(TODAY, DayPart.AFTERNOON)
    assert {choice.host.id for choice in choices if choice.can} == {
        choice.host.id for choice in choices if choice.host.id in free
    }
    assert all("{name} cannot come then." in said(choice) for choice in choices if not choice.can)
    assert all(choice.breaks for choice in choices if free.get(choice.host.id) is not Willing.CAN)


def test_whose_group_has_no_turn_that_week_is_offered_with_that_said(demo: Services) -> None:
    demo.week_groups.set_turns(2, 1)
    demo.week_groups.put_in(host(demo, "Kees Vos"), 2)
    told = {choice.host.name: said(choice) for choice in demo.putting.choices(AFTERNOON)}
    assert told["Kees Vos"] == ["{name} has no turn that week."]
    assert "{name} has no turn that week." not in told["Ria Postma"]


def test_who_is_on_a_shift_is_not_offered_for_it(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos")
    assert "Kees Vos" not in [choice.host.name for choice in demo.putting.choices(AFTERNOON)]


def test_moving_says_what_it_breaks_and_what_it_leaves(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos")
    broken = demo.putting.would_break(host(demo, "Kees Vos"), TOMORROW, AFTERNOON)
    assert "Nobody is left on the shift before." in [label.message for label in broken]
    same_day = demo.putting.would_break(host(demo, "Kees Vos"), ShiftKey(TODAY, DayPart.MORNING))
    assert "{name} is on another shift that day." in [label.message for label in same_day]
    left = demo.putting.would_break(host(demo, "Kees Vos"), ShiftKey(TODAY, DayPart.MORNING), AFTERNOON)
    assert "{name} is on another shift that day." not in [label.message for label in left]


def test_a_host_is_moved_to_another_shift_and_back_in_one_step(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos")
    moved = demo.putting.move(shift(demo, AFTERNOON).places[0].id, TOMORROW).unit
    assert moved is not None
    assert shift(demo, AFTERNOON).places == ()
    assert [place.host_name for place in shift(demo, TOMORROW).places] == ["Kees Vos"]
    demo.history.undo(moved)
    assert [place.host_name for place in shift(demo, AFTERNOON).places] == ["Kees Vos"]


def test_nobody_is_moved_to_where_they_are_or_after_they_began(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos")
    put(demo, TOMORROW, "Kees Vos")
    place = shift(demo, AFTERNOON).places[0].id
    with pytest.raises(RefusedError, match="Kees Vos"):
        demo.putting.move(place, TOMORROW)
    with pytest.raises(RefusedError):
        demo.putting.move(place, ShiftKey(date(2026, 3, 15), DayPart.MORNING))
    demo.rota.sign_on(host(demo, "Kees Vos"))
    with pytest.raises(RefusedError):
        demo.putting.move(place, ShiftKey(THURSDAY, DayPart.MORNING))


def test_only_the_coordinator_moves_hosts(demo: Services) -> None:
    put(demo, AFTERNOON, "Kees Vos")
    place = shift(demo, AFTERNOON).places[0].id
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.putting.move(place, TOMORROW)
