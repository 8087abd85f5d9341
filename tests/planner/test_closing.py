"""Closing the house moves or cancels activities, shifts and bookings together, and all of it comes back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, TellReason, ToldHow
from buurtkamer_app.planner.closing.records import ClosingPlan, MovedActivity, MovedShift, Preview
from buurtkamer_app.room.records import NewClosure
from tests.planner.closing_room import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    busy,
    closing_of,
    kept,
    left_over,
    series,
)

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

CLOSED = NewClosure(FRIDAY, FRIDAY, "Verwarming kapot")


def lines(services: Services) -> list[tuple[str, str, str, int]]:
    return [(line.reason.value, line.about, line.name, line.persons) for line in services.telling.tellings()]


def undo(services: Services) -> None:
    last = services.history.last()
    assert last is not None
    services.history.undo(last.unit)


def test_a_preview_says_what_a_closed_day_touches_and_changes_nothing(demo: Services) -> None:
    busy(demo)
    before = kept(demo)
    seen = closing_of(demo).preview(CLOSED)
    assert [(entry.occurrence.series.name, entry.persons) for entry in seen.activities] == [
        ("Koffie-inloop", 0),
        ("Eettafel", 6),
    ]
    assert [(entry.shift.part, [place.host_name for place in entry.shift.places]) for entry in seen.shifts] == [
        (DayPart.AFTERNOON, ["Ria Postma"]),
        (DayPart.EVENING, ["Kees Vos"]),
    ]
    assert kept(demo) == before


def test_the_day_proposed_instead_is_the_nearest_open_one_on_which_space_and_lead_are_free(demo: Services) -> None:
    first = closing_of(demo).preview(NewClosure(TUESDAY, TUESDAY, "Studiedag")).activities
    proposed = {entry.occurrence.series.name: entry.proposed for entry in first}
    # On Wednesday the Atelier is taken by the tablet help, on Monday it is free at that time.
    assert proposed["Zitgym op muziek"] == MONDAY
    # Coffee is there on every open day already.
    assert proposed["Koffie-inloop"] is None


def test_what_falls_on_a_closed_day_is_seen_as_cancelled_with_its_reason(demo: Services) -> None:
    busy(demo)
    done = closing_of(demo).close(ClosingPlan(CLOSED))
    assert (done.value.cancelled, done.value.moved, done.value.shifts) == (2, 0, 2)
    off = demo.activities.occurrences(FRIDAY, FRIDAY)
    assert [(entry.series.name, entry.cancelled, entry.closed) for entry in off] == [
        ("Koffie-inloop", "Verwarming kapot", True),
        ("Eettafel", "Verwarming kapot", True),
    ]
    assert demo.rota.shifts(FRIDAY, FRIDAY) == []


def test_who_signed_up_and_who_was_on_a_shift_are_to_be_told(demo: Services) -> None:
    busy(demo)
    told = closing_of(demo).close(ClosingPlan(CLOSED)).value
    assert told.to_tell == 8
    assert sorted(lines(demo)) == [
        ("cancelled", "", "Kees Vos", 1),
        ("cancelled", "", "Ria Postma", 1),
        ("cancelled", "Eettafel", "", 3),
        ("cancelled", "Eettafel", "Dhr. Bakker", 1),
        ("cancelled", "Eettafel", "Mw. De Vries-Jansen", 2),
    ]


def test_an_activity_moves_with_all_who_signed_up(demo: Services) -> None:
    busy(demo)
    table = series(demo, "Eettafel")
    thursday = FRIDAY - timedelta(days=1)
    closing_of(demo).close(ClosingPlan(CLOSED, (MovedActivity(table, FRIDAY, thursday),)))
    moved = demo.activities.occurrence(table, thursday)
    assert (moved.signed_up, moved.changed, moved.rule_date, moved.goes_on) == (6, True, FRIDAY, True)
    assert all(entry.series.id != table for entry in demo.activities.occurrences(FRIDAY, FRIDAY))
    assert {line.moved_to for line in demo.telling.tellings() if line.reason is TellReason.MOVED} == {thursday}


def test_one_undo_takes_all_of_it_back(demo: Services) -> None:
    busy(demo)
    before = kept(demo)
    thursday = FRIDAY - timedelta(days=1)
    plan = ClosingPlan(
        CLOSED,
        (MovedActivity(series(demo, "Eettafel"), FRIDAY, thursday),),
        (MovedShift(FRIDAY, DayPart.AFTERNOON, MONDAY),),
    )
    closing_of(demo).close(plan)
    assert kept(demo) != before
    undo(demo)
    assert kept(demo) == before
    assert left_over(demo) == 0


def test_hosts_move_along_to_a_shift_with_free_places(demo: Services) -> None:
    busy(demo)
    seen = closing_of(demo).preview(CLOSED)
    afternoon = seen.shifts[0]
    assert afternoon.proposed == MONDAY - timedelta(days=4)
    closing_of(demo).close(ClosingPlan(CLOSED, (), (MovedShift(FRIDAY, DayPart.AFTERNOON, MONDAY),)))
    on = next(shift for shift in demo.rota.shifts(MONDAY, MONDAY) if shift.part is DayPart.AFTERNOON)
    assert [place.host_name for place in on.places] == ["Ria Postma"]
    news = next(line for line in demo.telling.tellings() if line.name == "Ria Postma")
    assert (news.reason, news.on, news.moved_to, news.part) == (
        TellReason.MOVED,
        FRIDAY,
        MONDAY,
        DayPart.AFTERNOON,
    )


def test_opening_again_brings_everything_back_and_nobody_is_called_for_nothing(demo: Services) -> None:
    busy(demo)
    before = kept(demo)
    closed = closing_of(demo).close(ClosingPlan(CLOSED, (MovedActivity(series(demo, "Eettafel"), FRIDAY, MONDAY),)))
    opened = closing_of(demo).reopen(closed.value.closure).value
    assert (opened.back, opened.left, opened.to_tell) == (1, 0, 0)
    assert kept(demo) == before
    assert left_over(demo) == 0


def test_who_was_told_that_it_does_not_go_on_hears_that_it_does(demo: Services) -> None:
    busy(demo)
    closed = closing_of(demo).close(ClosingPlan(CLOSED)).value
    for line in demo.telling.tellings():
        if line.name in {"Dhr. Bakker", "Kees Vos"}:
            demo.telling.told(line.id, ToldHow.PHONE)
    closing_of(demo).reopen(closed.closure)
    assert sorted(lines(demo)) == [("goes_on", "", "Kees Vos", 1), ("goes_on", "Eettafel", "Dhr. Bakker", 1)]


def test_who_signed_up_for_the_new_day_hears_that_it_is_back(demo: Services) -> None:
    busy(demo)
    table = series(demo, "Eettafel")
    closed = closing_of(demo).close(ClosingPlan(CLOSED, (MovedActivity(table, FRIDAY, MONDAY),))).value
    demo.activities.sign_up(table, MONDAY, "Nieuwe buur", 1, "06 33333333")
    closing_of(demo).reopen(closed.closure)
    left = [line for line in demo.telling.tellings() if line.reason is TellReason.MOVED]
    assert [(line.name, line.on, line.moved_to) for line in left] == [("Nieuwe buur", MONDAY, FRIDAY)]
    assert demo.activities.occurrence(table, FRIDAY).signed_up == 7


def test_half_way_only_the_days_to_come_are_opened(demo: Services, clock: SetClock) -> None:
    busy(demo)
    closed = closing_of(demo).close(ClosingPlan(NewClosure(FRIDAY, TUESDAY, "Vloer in de was"))).value
    clock.instant += timedelta(days=5)
    closing_of(demo).reopen(closed.closure)
    assert [closure.last for closure in demo.room.closures(FRIDAY, TUESDAY)] == [FRIDAY + timedelta(days=2)]
    assert all(entry.goes_on for entry in demo.activities.occurrences(MONDAY, TUESDAY))
    assert not any(entry.goes_on for entry in demo.activities.occurrences(FRIDAY, FRIDAY))
    clock.instant += timedelta(days=3)
    with pytest.raises(RefusedError):
        closing_of(demo).reopen(closed.closure)


def test_one_space_closes_and_what_was_in_it_goes_to_another(demo: Services) -> None:
    busy(demo)
    before = kept(demo)
    heating = NewClosure(TUESDAY, TUESDAY, "Verwarming kapot", space="Atelier")
    seen = closing_of(demo).preview(heating)
    assert [entry.occurrence.series.name for entry in seen.activities] == ["Zitgym op muziek"]
    assert seen.shifts == ()
    assert seen.activities[0].other_space == "Eetkeuken"
    gym = series(demo, "Zitgym op muziek")
    closed = closing_of(demo).close(ClosingPlan(heating, (MovedActivity(gym, TUESDAY, TUESDAY, "Eetkeuken"),)))
    there = demo.activities.occurrence(gym, TUESDAY)
    assert (there.series.space, there.goes_on, there.signed_up) == ("Eetkeuken", True, 1)
    assert demo.rota.shifts(TUESDAY, TUESDAY)
    closing_of(demo).reopen(closed.value.closure)
    assert kept(demo) == before


def test_half_a_day_closes_only_what_is_on_then(demo: Services) -> None:
    busy(demo)
    evening = NewClosure(FRIDAY, FRIDAY, "Storm", time(17), time(22))
    seen = closing_of(demo).preview(evening)
    assert [entry.occurrence.series.name for entry in seen.activities] == ["Eettafel"]
    assert [entry.shift.part for entry in seen.shifts] == [DayPart.EVENING]
    closing_of(demo).close(ClosingPlan(evening))
    assert [entry.goes_on for entry in demo.activities.occurrences(FRIDAY, FRIDAY)] == [True, False]
    assert [shift.part for shift in demo.rota.shifts(FRIDAY, FRIDAY)] == [DayPart.MORNING, DayPart.AFTERNOON]
    assert demo.activities.week(FRIDAY).days[4].closure is None
    assert [closure.reason for closure in demo.activities.week(FRIDAY).days[4].partly] == ["Storm"]


def test_something_may_go_on_although_the_house_is_closed(demo: Services) -> None:
    busy(demo)
    table = series(demo, "Eettafel")
    closing_of(demo).close(ClosingPlan(CLOSED, all_the_same=((table, FRIDAY),)))
    assert demo.activities.occurrence(table, FRIDAY).goes_on
    assert not any(line.about == "Eettafel" for line in demo.telling.tellings())


def test_a_booking_is_off_while_the_house_is_closed_and_its_contact_is_told(demo: Services) -> None:
    choir = NewBooking("Koor De Merels", "Atelier", FRIDAY, time(13), time(15), "06 44444444", "FREQ=WEEKLY;BYDAY=FR")
    demo.bookings.book(choir)
    closed = closing_of(demo).close(ClosingPlan(CLOSED)).value
    assert closed.bookings == 1
    assert [(entry.on, entry.off) for entry in demo.bookings.booked(FRIDAY, FRIDAY + timedelta(days=7))] == [
        (FRIDAY, "Verwarming kapot"),
        (FRIDAY + timedelta(days=7), None),
    ]
    assert [(line.name, line.contact, line.on) for line in demo.telling.tellings()] == [
        ("Koor De Merels", "06 44444444", FRIDAY)
    ]


def test_a_move_to_where_the_space_is_taken_is_refused_and_nothing_is_closed(demo: Services) -> None:
    busy(demo)
    before = kept(demo)
    gym = series(demo, "Zitgym op muziek")
    taken = ClosingPlan(
        NewClosure(TUESDAY, TUESDAY, "Studiedag"), (MovedActivity(gym, TUESDAY, TUESDAY + timedelta(days=1)),)
    )
    with pytest.raises(RefusedError, match="Telefoon- en tablethulp"):
        closing_of(demo).close(taken)
    assert kept(demo) == before
    assert left_over(demo) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        NewClosure(FRIDAY, WEDNESDAY, "Andersom"),
        NewClosure(FRIDAY, FRIDAY, "Tijden", time(15), time(13)),
        NewClosure(FRIDAY, FRIDAY, "Half", time(15)),
        NewClosure(FRIDAY, FRIDAY, "Zolder", space="Zolder"),
        NewClosure(FRIDAY, FRIDAY + timedelta(days=800), "Voorgoed"),
        NewClosure(FRIDAY, FRIDAY, "x" * 10_000),
    ],
)
def test_days_that_cannot_be_closed_are_refused_in_a_sentence(demo: Services, wrong: NewClosure) -> None:
    with pytest.raises(RefusedError):
        closing_of(demo).close(ClosingPlan(wrong))
    assert left_over(demo) == 0


def test_a_host_closes_today_and_the_coordinator_any_day(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    closing_of(demo).close(ClosingPlan(NewClosure(WEDNESDAY, WEDNESDAY, "Verwarming kapot")))
    yesterday = WEDNESDAY - timedelta(days=1)
    for new in (CLOSED, NewClosure(yesterday, yesterday, "Verwarming kapot")):
        with pytest.raises(NotAllowedError):
            closing_of(demo).close(ClosingPlan(new))


def test_places_that_came_free_while_it_was_closed_go_to_who_waits_when_it_opens(demo: Services) -> None:
    table = series(demo, "Eettafel")
    full = demo.activities.sign_up(table, FRIDAY, "Mw. Tan", 24).value
    demo.activities.sign_up(table, FRIDAY, "Dhr. Bakker", 2)
    closed = closing_of(demo).close(ClosingPlan(CLOSED)).value
    demo.activities.withdraw(table, FRIDAY, full.id)
    assert [party.waiting for party in demo.activities.parties(table, FRIDAY)] == [True]
    closing_of(demo).reopen(closed.closure)
    assert [party.waiting for party in demo.activities.parties(table, FRIDAY)] == [False]
    assert [(line.reason, line.name) for line in demo.telling.tellings()] == [(TellReason.PLACE, "Dhr. Bakker")]


def test_what_was_counted_before_the_room_closed_that_day_was_there(demo: Services) -> None:
    walk_in = demo.activities.occurrences(WEDNESDAY, WEDNESDAY)[0].series.id
    demo.activities.count_heads(walk_in, WEDNESDAY, 8)
    closing_of(demo).close(ClosingPlan(NewClosure(WEDNESDAY, WEDNESDAY, "Verwarming kapot")))
    entry = demo.activities.occurrence(walk_in, WEDNESDAY)
    assert (entry.goes_on, entry.headcount) == (True, 8)


def test_holidays_of_the_coming_year_are_offered_on_days_that_are_usually_open(demo: Services) -> None:
    offered = {offer.name: (offer.first, offer.closed) for offer in closing_of(demo).offers()}
    assert offered["Tweede paasdag"] == (date(2026, 4, 6), False)
    assert offered["Bevrijdingsdag"] == (date(2026, 5, 5), False)
    # Easter itself is a Sunday, on which nobody is there anyway.
    assert "Eerste paasdag" not in offered
    demo.room.close_days(date(2026, 4, 6), date(2026, 4, 6), "Pasen")
    assert {offer.name: offer.closed for offer in closing_of(demo).offers()}["Tweede paasdag"]


def test_school_holidays_are_offered_once_the_region_is_known(demo: Services) -> None:
    assert closing_of(demo).school_holidays(WEDNESDAY, WEDNESDAY + timedelta(days=100)) == []
    closing_of(demo).choose_region("noord")
    offered = {offer.name: (offer.first, offer.last) for offer in closing_of(demo).offers()}
    assert offered["Meivakantie"] == (date(2026, 4, 25), date(2026, 5, 3))
    with pytest.raises(RefusedError):
        closing_of(demo).choose_region("oost")


def _decided(seen: Preview, picks: list[int]) -> ClosingPlan:
    """Decide for each activity and shift by a number: not on, moved where proposed, or on all the same."""
    moved, same = [], []
    for entry, pick in zip(seen.activities, picks, strict=False):
        key, on = entry.key
        if pick == 1 and entry.other_space:
            moved.append(MovedActivity(key, on, on, entry.other_space))
        elif pick == 1 and entry.proposed is not None:
            moved.append(MovedActivity(key, on, entry.proposed))
        elif pick == 2:
            same.append((key, on))
    shifts = [
        MovedShift(entry.shift.on, entry.shift.part, entry.proposed, entry.shift.task)
        for entry, pick in zip(seen.shifts, reversed(picks), strict=False)
        if pick and entry.proposed is not None
    ]
    return ClosingPlan(seen.closure, tuple(moved), tuple(shifts), tuple(same))


@st.composite
def _closures(draw: st.DrawFn) -> NewClosure:
    first = WEDNESDAY + timedelta(days=draw(st.integers(0, 12)))
    last = first + timedelta(days=draw(st.integers(0, 9)))
    times: tuple[time | None, time | None] = draw(
        st.sampled_from([(None, None), (None, None), (time(13), time(18)), (time(9), time(12))])
    )
    return NewClosure(
        first, last, "Dicht", *times, draw(st.sampled_from(["", "", "Atelier", "Eetkeuken", "Huiskamer"]))
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_closures(), st.lists(st.integers(0, 2), min_size=60, max_size=60), st.sampled_from(["undo", "reopen"]))
def test_whatever_closes_and_opens_again_everybody_is_where_they_were(
    demo: Services, new: NewClosure, picks: list[int], how: str
) -> None:
    if not demo.activities.parties(series(demo, "Eettafel"), FRIDAY):
        busy(demo)
    before = kept(demo)
    plan = _decided(closing_of(demo).preview(new), picks)
    closed = closing_of(demo).close(plan).value
    assert len(kept(demo).sign_ups) == len(before.sign_ups)
    assert len(kept(demo).places) == len(before.places)
    assert closed.moved == len(plan.moved)
    if how == "undo":
        undo(demo)
    else:
        assert closing_of(demo).reopen(closed.closure).value.left == 0
    assert kept(demo) == before
    assert left_over(demo) == 0
