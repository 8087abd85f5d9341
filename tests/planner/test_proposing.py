"""The proposal: solved as one, never two in one place, proven best or with its gap; taken over whole or in part."""

from __future__ import annotations

import functools
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.conflicts import HOSTS, Day, Use, conflicts
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart, Theme, WishStatus
from buurtkamer_app.planner.proposing import rules, solving
from buurtkamer_app.planner.proposing.child import Child
from buurtkamer_app.planner.proposing.records import How, Planned
from buurtkamer_app.planner.slots.table import Table
from tests.planner import broken_children
from tests.planner.situations import SLOWLY, situations, wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.planner.slots.records import Asked, Situation, Slot
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 18)


def in_nobodys_way(plans: Sequence[tuple[Asked, Slot]], here: Situation) -> bool:
    """Put the plans on their days one after the other, and look each time whether anything stands in the way."""
    days, spaces = {day.on: day for day in here.days}, {space.name: space for space in here.spaces}
    for asked, slot in plans:
        use = Use(asked.name, slot.space, slot.moment.starts, slot.moment.ends, slot.limit, slot.lead)
        day = days[slot.moment.on]
        if conflicts(use, day, spaces[slot.space]):
            return False
        days[day.on] = Day(day.on, day.opening, day.closure, (*day.uses, use), day.partly)
    return True


def hosts_are_in_one_place(plans: Sequence[tuple[Asked, Slot]], here: Situation) -> bool:
    """Count at each time of each day what hosts lead, new and old, beside how many of them are on duty."""
    table = Table(here)
    led = [slot.moment for _asked, slot in plans if slot.lead == HOSTS]
    return all(
        sum(one.on == moment.on and one.starts <= at < one.ends for one in led) <= table.hosts_free(moment.on, at)
        for moment in led
        for at in {other.starts for other in led if moment.starts <= other.starts < moment.ends}
    )


@SLOWLY
@given(situations(), st.data())
def test_no_plan_puts_two_in_one_place_whatever_goes_on(here: Situation, data: st.DataObject) -> None:
    every = [data.draw(wishes(number)) for number in range(1, data.draw(st.integers(1, 8)))]
    table = Table(here)
    found = rules.options(every, table)
    puzzle = rules.puzzle(every, found, table)
    start = rules.greedy(puzzle)
    solved = solving.solve(puzzle, start, 10, lambda _: None) if found else start
    for solution in (start, solved):
        plans = [(every[place], slot) for place, slot in (found[piece] for piece in solution.chosen)]
        assert len({asked.number for asked, _slot in plans}) == len(plans)
        assert in_nobodys_way(plans, here)
        assert hosts_are_in_one_place(plans, here)
        days = [slot.moment.on for _asked, slot in plans]
        assert all(days.count(on) <= rules.MOST_A_DAY for on in days)
    assert rules.value(puzzle, solved.chosen) >= rules.value(puzzle, start.chosen)


@SLOWLY
@given(situations(), st.data())
def test_the_days_as_they_would_be_hold_what_is_there_and_what_is_new(here: Situation, data: st.DataObject) -> None:
    every = [data.draw(wishes(number)) for number in range(1, 5)]
    table = Table(here)
    found = rules.options(every, table)
    chosen = rules.greedy(rules.puzzle(every, found, table)).chosen
    plans = [Planned(every[place], slot) for place, slot in (found[piece] for piece in chosen)]
    days = rules.as_it_would_be(here.running, plans)
    assert {day.on for day in days} == {plan.slot.moment.on for plan in plans}
    assert sum(entry.new for day in days for entry in day.entries) == len(plans)
    for day in days:
        assert [entry.starts for entry in day.entries] == sorted(entry.starts for entry in day.entries)
        assert sum(not entry.new for entry in day.entries) == sum(one.on == day.on for one in here.running)


def test_who_waits_longer_and_who_are_more_go_first() -> None:
    found = {}
    for name, persons, waited in (("one", 1, 0), ("waits", 1, 60), ("many", 12, 0)):
        asked = wishes_of(persons, waited)
        found[name] = rules.worth(asked, a_slot())
    assert found["waits"] > found["one"] < found["many"]


def wishes_of(persons: int, waited: int) -> Asked:
    from buurtkamer_app.planner.slots.records import Asked

    return Asked(None, 1, "Iets", ("Iets",), Theme.HEALTH, persons, (), waited)


def a_slot() -> Slot:
    from buurtkamer_app.planner.slots.moments import moment
    from buurtkamer_app.planner.slots.records import Slot

    return Slot(moment(WEDNESDAY, time(14), time(16)), "Atelier", 16, HOSTS, 40, ())


def test_all_open_wishes_get_a_moment_or_a_reason_and_others_another_ending(demo: Services) -> None:
    heard = list[int]()
    proposal = demo.proposing.propose(heard=heard.append)
    assert (proposal.how, proposal.gap) == (How.BEST, 0)
    every = [row.asked for rows in (proposal.plans, proposal.left, proposal.endings) for row in rows]
    numbers = [asked.number for asked in every]
    assert sorted(numbers) == list(range(1, 28))
    assert {11, 14} <= {row.asked.number for row in proposal.endings}
    assert all(left.reasons for left in proposal.left)
    assert [plan.slot.moment.on for plan in proposal.plans] == sorted(plan.slot.moment.on for plan in proposal.plans)
    assert in_nobodys_way([(plan.asked, plan.slot) for plan in proposal.plans], demo.slots.situation())


def test_taking_over_some_is_one_undo_step(demo: Services) -> None:
    proposal = demo.proposing.propose(lambda: True)
    before = [wish for wish in demo.wishes.all() if wish.status is WishStatus.PLANNED and wish.series]
    chosen = proposal.plans[:3]
    done = demo.proposing.take_over(chosen).value
    assert [asked.number for asked, _series in done.made] == [plan.asked.number for plan in chosen]
    assert done.refused == ()
    planned = {wish.number: wish for wish in demo.wishes.all() if wish.series and wish.status is WishStatus.PLANNED}
    assert len(planned) == len(before) + 3
    series = {one.id: one for one in demo.activities.series()}
    for plan in chosen:
        made = series[planned[plan.asked.number].series]  # type: ignore[index] # it has one, see above
        assert (made.first_date, made.starts, made.space) == (
            plan.slot.moment.on,
            plan.slot.moment.starts,
            plan.slot.space,
        )
        assert (made.about, made.theme, made.capacity) == ("", plan.asked.theme, plan.slot.limit)
    demo.history.undo(demo.history.last().unit)  # type: ignore[union-attr]
    assert [wish for wish in demo.wishes.all() if wish.status is WishStatus.PLANNED and wish.series] == before


def test_what_was_taken_meanwhile_gets_its_sentence_and_the_rest_is_taken_over(demo: Services) -> None:
    plans = demo.proposing.propose().plans
    free = next(plan for plan in plans if plan.slot.space != "Huiskamer")
    moment = free.slot.moment
    demo.bookings.book(NewBooking("Zangkoor", free.slot.space, moment.on, moment.starts, moment.ends))
    other = next(plan for plan in plans if plan.slot.moment.on != moment.on)
    demo.planner.plan_wish(
        other.asked.wish,  # type: ignore[arg-type] # it is a wish
        NewSeries("Eerder", Theme.HEALTH, "Eetkeuken", date(2026, 6, 3), time(10), time(11)),
    )
    done = demo.proposing.take_over(plans).value
    why = {entry.asked.number: entry.why.message for entry in done.refused}
    assert why == {
        free.asked.number: "{space} is taken by {name}. Choose another time or space.",
        other.asked.number: "This wish became an activity already.",
    }
    assert len(done.made) == len(plans) - 2


def test_taking_over_nothing_changes_nothing(demo: Services) -> None:
    outcome = demo.proposing.take_over(())
    assert not outcome.change
    assert outcome.value.made == ()


def test_a_lead_who_got_a_shift_meanwhile_is_not_in_two_places(demo: Services) -> None:
    plan = next(plan for plan in demo.proposing.propose(lambda: True).plans if plan.slot.host is not None)
    demo.rota.put_on(plan.slot.host, plan.slot.moment.on, plan.slot.moment.part)  # type: ignore[arg-type] # it is a host
    [refused] = demo.proposing.take_over([plan]).value.refused
    assert refused.why.message == "{lead} has a shift at that time. Choose another time or lead."


def test_outside_the_opening_hours_only_when_somebody_asks_for_it(demo: Services) -> None:
    late = NewSeries("Sterren kijken", Theme.HEALTH, "Eetkeuken", WEDNESDAY, time(20), time(22))
    with pytest.raises(RefusedError, match="17.00"):
        demo.planner.check(late)
    demo.planner.check(late, any_hours=True)
    wish = demo.wishes.numbered(16)
    with pytest.raises(RefusedError):
        demo.planner.plan_wish(wish, late)
    assert demo.planner.plan_wish(wish, late, any_hours=True).value
    with pytest.raises(RefusedError, match="Sterren"):
        demo.planner.plan_new(late, any_hours=True)


def test_something_new_is_planned_in_one_step_and_refused_as_a_wish_is(demo: Services) -> None:
    new = NewSeries("Quiz", Theme.COMMUNITY, "Eetkeuken", WEDNESDAY, time(10), time(12), lead="Kees Vos")
    made = demo.planner.plan_new(new)
    assert made.change.label.say() != ""
    demo.rota.put_on(demo.people.host_named("Joop Kramer").id, WEDNESDAY + timedelta(days=7), DayPart.MORNING)
    again = NewSeries(
        "Nog een", Theme.COMMUNITY, "Atelier", WEDNESDAY + timedelta(days=7), time(12), time(13), lead="Joop Kramer"
    )
    with pytest.raises(RefusedError, match="Joop Kramer"):
        demo.planner.plan_new(again)


def test_nobody_at_the_desk_gets_no_proposal(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.proposing.propose()
    with pytest.raises(NotAllowedError):
        demo.proposing.take_over(())


def test_a_room_without_wishes_or_spaces_has_an_empty_proposal(demo: Services) -> None:
    for wish in demo.wishes.all():
        demo.wishes.move(wish.id, WishStatus.PARKED, "zomer")
    proposal = demo.proposing.propose()
    assert (proposal.plans, proposal.left, proposal.endings, proposal.gap) == ((), (), (), 0)


def test_a_child_that_hangs_does_not_keep_the_proposal(demo: Services) -> None:
    proposal = demo.proposing.propose(start=functools.partial(Child, broken_children.hangs, 0.3, 1.0))
    assert proposal.how is How.ALONE
    assert proposal.plans
