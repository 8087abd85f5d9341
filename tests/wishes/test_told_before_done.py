"""Whatever is planned, ended, told and undone: no wish is done before its people know, no number goes too early."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Ending, Theme, ToldHow, WishStatus
from buurtkamer_app.wishes.endings.records import Goes
from buurtkamer_app.wishes.records import NewWish
from tests.wishes.wished import undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services

ONE = st.integers(0, 2)
TODAY = date(2026, 3, 11)


class Ends(RuleBasedStateMachine):
    """Plans, ends, tells, moves, groups and undoes at random."""

    services: Services

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[UUID] = []
        for number in range(3):
            new = NewWish(
                f"Wens {number}",
                Theme.COMMUNITY,
                supporters=number + 1,
                asked_by=f"Vrager {number}",
                contact=f"06 1000000{number}",
                may_contact=True,
            )
            self.wishes.append(self.services.wishes.write(new).value)
        self.series = self.services.activities.series()[0].id
        self.steps = 0

    @rule(one=ONE)
    def plan(self, one: int) -> None:
        self._do(lambda: self.services.wishes.planned_as(self.wishes[one], self.series))

    @rule(one=ONE)
    def begin_a_match(self, one: int) -> None:
        self._do(lambda: self.services.endings.matches.begin(self.wishes[one], "Joke", "06 22222222"))

    @rule(one=ONE, asker=st.booleans())
    def say_yes(self, one: int, *, asker: bool) -> None:
        matches = self.services.endings.matches
        self._do(lambda: (matches.asker_said_yes if asker else matches.helper_said_yes)(self.wishes[one]))

    @rule(one=ONE)
    def bring_together(self, one: int) -> None:
        self.begin_a_match(one)
        self.say_yes(one, asker=True)
        self.say_yes(one, asker=False)
        self.meet(one)

    @rule(one=ONE)
    def meet(self, one: int) -> None:
        self._do(lambda: self.services.endings.matches.meet(self.wishes[one], TODAY, time(14, 30)))

    @rule(one=ONE, goes=st.sampled_from(Goes))
    def ask_how_it_goes(self, one: int, goes: Goes) -> None:
        self._do(lambda: self.services.endings.matches.asked(self.wishes[one], "", goes))

    @rule(one=ONE, reported=st.booleans())
    def give(self, one: int, *, reported: bool) -> None:
        endings = self.services.endings
        self._do(lambda: (endings.report if reported else endings.hand_on)(self.wishes[one], "De gemeente"))

    @rule(one=ONE)
    def answer(self, one: int) -> None:
        self._do(lambda: self.services.endings.answered(self.wishes[one], "Het komt in mei."))

    @rule(one=ONE)
    def exists(self, one: int) -> None:
        self._do(lambda: self.services.endings.exists(self.wishes[one], self.series))

    @rule(one=ONE)
    def take_back(self, one: int) -> None:
        self._do(lambda: self.services.endings.take_back(self.wishes[one]))

    @rule(one=ONE, status=st.sampled_from(WishStatus))
    def move(self, one: int, status: WishStatus) -> None:
        self._do(lambda: self.services.wishes.move(self.wishes[one], status, "daarom"))

    @rule(one=ONE, other=ONE)
    def join(self, one: int, other: int) -> None:
        self._do(lambda: self.services.groups.join(self.wishes[one], self.wishes[other]))

    @rule(at=st.integers(0, 9), persons=st.none() | st.just(1))
    def tell(self, at: int, persons: int | None) -> None:
        lines = self.services.telling.tellings()
        if lines:
            self._do(lambda: self.services.telling.told(lines[at % len(lines)].id, ToldHow.PHONE, persons))

    @rule(one=ONE)
    def tell_all(self, one: int) -> None:
        self._do(lambda: self.services.telling.told_all(self.wishes[one]))

    @rule()
    def undo(self) -> None:
        if self.steps:
            undo(self.services)
            self.steps -= 1

    @invariant()
    def a_done_wish_has_nobody_to_tell_and_one_that_waits_has(self) -> None:
        for wish in self.services.wishes.all():
            if wish.id in self.wishes and wish.head is None:
                assert wish.status is not WishStatus.DONE or not wish.to_tell
                assert not wish.done_when_told or (wish.to_tell and wish.status is not WishStatus.DONE)

    @invariant()
    def no_number_is_given_before_both_said_yes(self) -> None:
        for wish in self.wishes:
            found = self.services.endings.ending(wish)
            if found is not None and found.match is not None and not found.match.agreed:
                assert (found.match.asker_phone, found.match.helper_phone) == ("", "")
                assert found.match.meets_on is None
                assert all(line.name != "Joke" for line in self.services.telling.tellings() if line.wish == found.wish)

    @invariant()
    def every_match_and_no_other_ending_has_steps(self) -> None:
        for wish in self.wishes:
            found = self.services.endings.ending(wish)
            assert found is None or (found.match is not None) == (found.kind is Ending.MATCH)

    def _do(self, work: Callable[[], Change]) -> None:
        try:
            change = work()
        except RefusedError:
            return
        self.steps += bool(change)


def test_whatever_is_planned_ended_told_and_undone_nobody_is_forgotten(demo: Services) -> None:
    machine = type("Here", (Ends,), {"services": demo})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
    assert len(demo.wishes.all()) > 40
