"""Wishes that mean the same: under the earliest, in one column, and apart again; whatever is done, nobody is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import TellReason, WishStatus
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.wishes.wished import undo, wish_of, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.records import Wish


def _join(demo: Services, wish: int, into: int) -> None:
    demo.groups.join(demo.wishes.numbered(wish), demo.wishes.numbered(into))


def test_the_earliest_is_the_head_and_counts_for_all(demo: Services) -> None:
    _join(demo, 10, 2)
    head, member = wish_of(demo, 2), wish_of(demo, 10)
    assert (head.head, head.members, head.supporters, head.together) == (None, 1, 3, 9)
    assert (member.head, member.members, member.supporters) == (head.id, 0, 6)
    assert [wish.number for wish in demo.wish_lists.opened(member.id).group] == [2]
    assert [wish.number for wish in demo.wish_lists.opened(head.id).group] == [10]


def test_they_stand_where_the_one_stood_that_was_joined(demo: Services) -> None:
    _join(demo, 2, 10)
    assert {wish_of(demo, number).status for number in (2, 10)} == {WishStatus.TALKING}
    assert wish_of(demo, 10).head == wish_of(demo, 2).id


def test_one_that_became_an_activity_leads_and_who_joins_is_told(demo: Services) -> None:
    series = demo.activities.series()[0].id
    demo.wishes.planned_as(demo.wishes.numbered(10), series)
    assert wish_of(demo, 10).to_tell == 6
    _join(demo, 10, 2)
    head = wish_of(demo, 2)
    assert (head.status, head.series, head.to_tell) == (WishStatus.PLANNED, series, 9)
    assert sum(line.persons for line in demo.telling.tellings()) == 9


def test_joining_groups_joins_all(demo: Services) -> None:
    _join(demo, 3, 2)
    _join(demo, 5, 4)
    _join(demo, 5, 3)
    assert {wish_of(demo, number).head for number in (3, 4, 5)} == {wish_of(demo, 2).id}
    assert wish_of(demo, 2).together == 3 + 2 + 1 + 1
    assert len(demo.wish_lists.board()[WishStatus.NEW].wishes) == 6


def test_joining_twice_or_with_itself_changes_nothing(demo: Services) -> None:
    _join(demo, 3, 2)
    wish = demo.wishes.numbered(2)
    assert not demo.groups.join(wish, demo.wishes.numbered(3))
    assert not demo.groups.join(wish, wish)
    assert not demo.groups.split(demo.wishes.numbered(9))


@pytest.mark.parametrize("other", [33, 39])
def test_what_came_to_its_end_stands_on_its_own(demo: Services, other: int) -> None:
    with pytest.raises(RefusedError):
        _join(demo, 2, other)
    with pytest.raises(RefusedError):
        _join(demo, other, 2)
    assert wish_of(demo, 2).members == 0


def test_two_activities_are_not_one(demo: Services) -> None:
    with pytest.raises(RefusedError):
        _join(demo, 28, 29)
    assert wish_of(demo, 28).members == 0


def test_the_head_takes_its_members_along_and_planning_too(demo: Services) -> None:
    _join(demo, 3, 2)
    demo.wishes.move(demo.wishes.numbered(2), WishStatus.TALKING)
    assert wish_of(demo, 3).status is WishStatus.TALKING
    assert [move.status for move in demo.wish_lists.moves(demo.wishes.numbered(3))] == [WishStatus.TALKING]
    series = demo.activities.series()[0].id
    demo.wishes.planned_as(demo.wishes.numbered(3), series)
    assert [(wish_of(demo, number).status, wish_of(demo, number).series) for number in (2, 3)] == [
        (WishStatus.PLANNED, series)
    ] * 2


def test_who_is_split_off_stands_where_the_group_stood_and_goes_on_alone(demo: Services) -> None:
    _join(demo, 3, 2)
    demo.wishes.move(demo.wishes.numbered(2), WishStatus.PARKED, "geen ruimte")
    demo.groups.split(demo.wishes.numbered(3))
    apart = wish_of(demo, 3)
    assert (apart.head, apart.status, apart.parked_reason) == (None, WishStatus.PARKED, "geen ruimte")
    demo.wishes.move(apart.id, WishStatus.TALKING)
    assert wish_of(demo, 2).status is WishStatus.PARKED


def test_when_the_head_leaves_the_next_one_leads(demo: Services) -> None:
    _join(demo, 3, 2)
    _join(demo, 4, 2)
    demo.groups.split(demo.wishes.numbered(2))
    assert (wish_of(demo, 2).members, wish_of(demo, 3).members, wish_of(demo, 4).head) == (0, 1, wish_of(demo, 3).id)


def test_who_is_split_off_and_has_nobody_to_tell_is_done(demo: Services) -> None:
    _join(demo, 3, 2)
    demo.telling.tell([NewTelling(TellReason.ENDED, "Mw. Tan", wish=demo.wishes.numbered(2))])
    demo.wishes.move(demo.wishes.numbered(2), WishStatus.DONE)
    assert wish_of(demo, 3).done_when_told
    demo.groups.split(demo.wishes.numbered(3))
    assert (wish_of(demo, 3).status, wish_of(demo, 2).status) == (WishStatus.DONE, WishStatus.NEW)


def test_undoing_each_step_gives_what_was(demo: Services) -> None:
    before = list(demo.wishes.all())
    _join(demo, 10, 2)
    joined = list(demo.wishes.all())
    demo.groups.split(demo.wishes.numbered(2))
    undo(demo)
    assert list(demo.wishes.all()) == joined
    undo(demo)
    assert list(demo.wishes.all()) == before


class Groups(RuleBasedStateMachine):
    """Joins, splits, moves, supports, takes back and undoes at random, and counts along."""

    services: Services
    wishes: list[UUID]

    def __init__(self) -> None:
        super().__init__()
        self.wishes = [write(self.services, f"Wens {at}", at) for at in range(1, 6)]
        self.asked = sum(range(1, 6))
        self.done: list[tuple[int, list[Wish]]] = []

    @rule(one=st.integers(0, 4), other=st.integers(0, 4))
    def join(self, one: int, other: int) -> None:
        self._do(lambda: self.services.groups.join(self.wishes[one], self.wishes[other]), 0)

    @rule(one=st.integers(0, 4))
    def split(self, one: int) -> None:
        self._do(lambda: self.services.groups.split(self.wishes[one]), 0)

    @rule(one=st.integers(0, 4), status=st.sampled_from([WishStatus.TALKING, WishStatus.PARKED, WishStatus.DONE]))
    def move(self, one: int, status: WishStatus) -> None:
        self._do(lambda: self.services.wishes.move(self.wishes[one], status, "daarom"), 0)

    @rule(one=st.integers(0, 4))
    def support(self, one: int) -> None:
        self._do(lambda: self.services.wishes.support(self.wishes[one]), 1)

    @rule(one=st.integers(0, 4))
    def take_back(self, one: int) -> None:
        supports = self.services.wish_lists.opened(self.wishes[one]).supports
        if supports:
            self._do(lambda: self.services.wishes.take_back(supports[-1].id), -1)

    @rule()
    def undo(self) -> None:
        if self.done:
            undo(self.services)
            more, before = self.done.pop()
            self.asked -= more
            assert self._found() == before

    @invariant()
    def heads_count_for_all(self) -> None:
        found = self._found()
        heads = [wish for wish in found if wish.head is None]
        assert sum(head.together for head in heads) == sum(wish.supporters for wish in found) == self.asked
        assert sum(head.members + 1 for head in heads) == len(found)

    @invariant()
    def members_stand_under_the_earliest_of_them_as_it_stands(self) -> None:
        found = {wish.id: wish for wish in self._found()}
        for wish in found.values():
            if wish.head is not None:
                head = found[wish.head]
                assert head.head is None
                assert head.number < wish.number
                assert (wish.status, wish.parked_reason, wish.series) == (
                    head.status,
                    head.parked_reason,
                    head.series,
                )

    def _found(self) -> list[Wish]:
        return [wish for wish in self.services.wishes.all() if wish.id in self.wishes]

    def _do(self, work: Callable[[], Change], more: int) -> None:
        before = self._found()
        try:
            change = work()
        except RefusedError:
            return
        if change:
            self.done.append((more, before))
            self.asked += more


def test_whatever_is_joined_split_supported_and_undone_everybody_counts_once(demo: Services) -> None:
    machine = type("Here", (Groups,), {"services": demo})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
    assert wish_of(demo, 41).together >= 1
