"""Groups of hosts take turns by the week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.rota.records import Turns

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
MONDAY = date(2026, 3, 9)


def group(demo: Services, name: str) -> int:
    return demo.people.host_named(name).week_group


def test_no_groups_take_turns_until_somebody_says_so(demo: Services) -> None:
    assert demo.week_groups.turns() == Turns()
    assert demo.week_groups.turns().of_week(WEDNESDAY) == 0


def test_this_week_is_for_the_group_that_was_named_and_the_next_for_the_next(demo: Services) -> None:
    demo.week_groups.set_turns(3, 2)
    turns = demo.week_groups.turns()
    weeks = [turns.of_week(WEDNESDAY + timedelta(weeks=week)) for week in range(-2, 4)]
    assert weeks == [3, 1, 2, 3, 1, 2]


def test_a_host_is_put_in_a_group_and_out_of_it(demo: Services) -> None:
    demo.week_groups.set_turns(2)
    ria = demo.people.host_named("Ria Postma").id
    demo.week_groups.put_in(ria, 2)
    assert group(demo, "Ria Postma") == 2
    demo.week_groups.put_in(ria, 0)
    assert group(demo, "Ria Postma") == 0


def test_who_was_in_a_group_that_is_no_more_is_in_none(demo: Services) -> None:
    demo.week_groups.set_turns(3)
    for name, number in (("Ria Postma", 1), ("Kees Vos", 3)):
        demo.week_groups.put_in(demo.people.host_named(name).id, number)
    demo.week_groups.set_turns(2)
    assert (group(demo, "Ria Postma"), group(demo, "Kees Vos")) == (1, 0)
    ended = demo.week_groups.set_turns(0).unit
    assert ended is not None
    assert demo.week_groups.turns() == Turns()
    assert group(demo, "Ria Postma") == 0
    demo.history.undo(ended)
    assert group(demo, "Ria Postma") == 1


@pytest.mark.parametrize(("groups", "this_week"), [(10, 1), (-1, 1), (2, 3), (2, 0)])
def test_numbers_that_cannot_be_are_refused(demo: Services, groups: int, this_week: int) -> None:
    with pytest.raises(RefusedError):
        demo.week_groups.set_turns(groups, this_week)


def test_nobody_is_put_in_a_group_that_is_not_there(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    with pytest.raises(RefusedError):
        demo.week_groups.put_in(ria, 1)


def test_only_the_coordinator_changes_groups(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.week_groups.set_turns(2)


@settings(max_examples=30)
@given(groups=st.integers(2, 9), weeks=st.integers(-200, 200), day=st.integers(0, 6))
def test_every_group_has_each_so_manyth_week_all_of_it(groups: int, weeks: int, day: int) -> None:
    turns = Turns(groups, MONDAY)
    on = MONDAY + timedelta(weeks=weeks, days=day)
    assert turns.of_week(on) == weeks % groups + 1 == turns.of_week(on + timedelta(weeks=groups))
