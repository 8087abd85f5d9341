"""Spaces, opening hours and shifts change after the set-up, and nothing that is planned gets lost by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.room.records import Closure, NewClosure, Opening, ShiftPattern
from buurtkamer_app.room.rules import closed_on, shift_closed

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

FRIDAY = date(2026, 3, 13)
SATURDAY = date(2026, 3, 14)


def space(services: Services, name: str) -> UUID:
    return services.room.space(name)


def test_a_space_is_added_changed_and_taken_away(demo: Services) -> None:
    key = demo.premises.add_space(" Tuin ", 25, shared=True).value
    assert [(found.name, found.capacity, found.shared) for found in demo.room.spaces()][-1] == ("Tuin", 25, True)
    demo.premises.change_space(key, "De tuin", 20, shared=False)
    assert [(found.name, found.capacity, found.shared) for found in demo.room.spaces()][-1] == ("De tuin", 20, False)
    demo.premises.remove_space(key)
    assert all(found.name != "De tuin" for found in demo.room.spaces())


def test_a_space_with_another_name_keeps_its_activities(demo: Services) -> None:
    demo.premises.change_space(space(demo, "Atelier"), "Werkplaats", 16, shared=False)
    assert {entry.space for entry in demo.activities.series() if entry.name == "Taalcafé"} == {"Werkplaats"}


def test_a_space_that_was_used_is_not_taken_away(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Atelier"):
        demo.premises.remove_space(space(demo, "Atelier"))
    key = demo.premises.add_space("Tuin", 25, shared=True).value
    demo.room.close(NewClosure(FRIDAY, FRIDAY, "Bestraten", space="Tuin"))
    with pytest.raises(RefusedError, match="Tuin"):
        demo.premises.remove_space(key)


def test_a_space_does_not_get_smaller_than_what_is_planned_in_it(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Zitgym"):
        demo.premises.change_space(space(demo, "Atelier"), "Atelier", 15, shared=False)


@pytest.mark.parametrize(
    ("name", "capacity"), [("", 5), ("atelier", 5), ("Tuin", 0), ("Tuin", 10_000), ("x" * 10_000, 5)]
)
def test_a_space_that_cannot_be_is_refused(demo: Services, name: str, capacity: int) -> None:
    before = demo.room.spaces()
    with pytest.raises(RefusedError):
        demo.premises.add_space(name, capacity, shared=False)
    assert demo.room.spaces() == before


def test_opening_hours_change_and_a_day_can_be_added_or_go(demo: Services) -> None:
    hours = [opening for opening in demo.room.plan().hours if opening.weekday]
    demo.premises.set_hours([*hours, Opening(5, time(11), time(15))])
    plan = demo.room.plan()
    assert plan.opening(SATURDAY) == Opening(5, time(11), time(15))
    assert [opening.weekday for opening in plan.hours] == [1, 2, 3, 4, 5]
    with pytest.raises(RefusedError):
        demo.premises.set_hours([])
    with pytest.raises(RefusedError):
        demo.premises.set_hours([Opening(1, time(15), time(11))])


def test_shifts_get_other_times_also_where_somebody_is_on_them(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, FRIDAY, DayPart.AFTERNOON)
    changed = [
        replace(pattern, ends=time(17)) if pattern.part is DayPart.AFTERNOON else pattern
        for pattern in demo.room.plan().patterns
    ]
    demo.shift_patterns.set_patterns(changed)
    shift = next(shift for shift in demo.rota.shifts(FRIDAY, FRIDAY) if shift.part is DayPart.AFTERNOON)
    assert (shift.ends, [place.host_name for place in shift.places]) == (time(17), ["Ria Postma"])


def test_a_shift_that_somebody_is_on_does_not_go(demo: Services) -> None:
    demo.rota.put_on(demo.people.host_named("Ria Postma").id, FRIDAY, DayPart.EVENING)
    without = [pattern for pattern in demo.room.plan().patterns if pattern.part is not DayPart.EVENING]
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.shift_patterns.set_patterns(without)
    assert len(demo.rota.shifts(FRIDAY, FRIDAY)) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        ShiftPattern(5, DayPart.MORNING, time(13), time(10), 2, 1),
        ShiftPattern(5, DayPart.MORNING, time(10), time(13), 0, 0),
        ShiftPattern(5, DayPart.MORNING, time(10), time(13), 2, 3),
        ShiftPattern(4, DayPart.MORNING, time(10), time(13), 2, 1),
    ],
)
def test_shifts_that_cannot_be_are_refused(demo: Services, wrong: ShiftPattern) -> None:
    before = demo.room.plan().patterns
    with pytest.raises(RefusedError):
        demo.shift_patterns.set_patterns([*before, wrong])
    assert demo.room.plan().patterns == before


def test_only_the_coordinator_changes_the_house(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    for change in (
        lambda: demo.premises.add_space("Tuin", 5, shared=True),
        lambda: demo.premises.set_hours(demo.room.plan().hours),
        lambda: demo.shift_patterns.set_patterns(demo.room.plan().patterns),
    ):
        with pytest.raises(NotAllowedError):
            change()


def test_a_closure_of_one_space_closes_no_day(demo: Services) -> None:
    demo.room.close(NewClosure(FRIDAY, FRIDAY, "Lek", space="Atelier"))
    assert closed_on(demo.room.closures(FRIDAY, FRIDAY), FRIDAY) is None
    assert len(demo.rota.shifts(FRIDAY, FRIDAY)) == 3


def test_a_shift_of_which_an_hour_is_left_stays() -> None:
    shut = [Closure(FRIDAY, FRIDAY, "Storm", time(14), time(18))]
    assert shift_closed(shut, FRIDAY, time(13), time(17)) is None
    assert shift_closed(shut, FRIDAY, time(13, 1), time(17)) is not None
    assert shift_closed(shut, FRIDAY, time(9), time(13)) is None
