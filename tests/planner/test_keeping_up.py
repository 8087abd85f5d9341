"""What wishes do by themselves when a day is opened: come back, run, come true; all of it can be undone."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.activities.changing.records import CallOff, Reach
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import TellReason, Theme, ToldHow, WishStatus
from tests.wishes.wished import undo, wish_of

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 18)


def _planned(demo: Services, number: int = 16, rrule: str = "", last_date: date | None = None) -> UUID:
    new = NewSeries(
        "Knutselen",
        Theme.COMMUNITY,
        "Eetkeuken",
        WEDNESDAY,
        time(15, 30),
        time(16, 30),
        rrule=rrule,
        last_date=last_date,
    )
    series = demo.activities.add_series(new).value
    demo.wishes.planned_as(demo.wishes.numbered(number), series)
    return series


def _tell_all(demo: Services) -> None:
    for line in demo.telling.tellings():
        demo.telling.told(line.id, ToldHow.PHONE)


def test_nothing_is_written_when_nothing_is_due(demo: Services) -> None:
    assert not demo.keeping_up.keep_up()
    _planned(demo)
    assert not demo.keeping_up.keep_up()


def test_a_parked_wish_comes_back_on_its_day_to_where_it_was(demo: Services, clock: SetClock) -> None:
    wish = demo.wishes.numbered(4)
    demo.wishes.move(wish, WishStatus.NEEDS_LEAD)
    demo.wishes.move(wish, WishStatus.PARKED, "geen bord", date(2026, 3, 14))
    clock.instant += timedelta(days=2)
    assert not demo.keeping_up.keep_up()
    clock.instant += timedelta(days=3)
    demo.keeping_up.keep_up()
    back = wish_of(demo, 4)
    assert (back.status, back.parked_reason, back.back_on) == (WishStatus.NEEDS_LEAD, "", date(2026, 3, 16))
    assert demo.wish_lists.moves(wish)[-1].by == ""
    assert not demo.keeping_up.keep_up()


def test_a_wish_that_was_parked_at_once_comes_back_to_be_talked_about(demo: Services, clock: SetClock) -> None:
    demo.wishes.move(demo.wishes.numbered(4), WishStatus.PARKED, "geen bord", date(2026, 3, 12))
    clock.instant += timedelta(days=1)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 4).status is WishStatus.TALKING


def test_nobody_is_called_for_a_planned_wish_while_it_is_parked(demo: Services, clock: SetClock) -> None:
    series = _planned(demo)
    assert wish_of(demo, 16).to_tell == 4
    demo.wishes.move(demo.wishes.numbered(16), WishStatus.PARKED, "geen klei", date(2026, 3, 12))
    assert wish_of(demo, 16).to_tell == 0
    clock.instant += timedelta(days=1)
    demo.keeping_up.keep_up()
    back = wish_of(demo, 16)
    assert (back.status, back.series, back.to_tell) == (WishStatus.PLANNED, series, 4)


def test_a_group_comes_back_together(demo: Services, clock: SetClock) -> None:
    demo.groups.join(demo.wishes.numbered(3), demo.wishes.numbered(2))
    demo.wishes.move(demo.wishes.numbered(3), WishStatus.PARKED, "geen bus", date(2026, 3, 12))
    clock.instant += timedelta(days=1)
    demo.keeping_up.keep_up()
    assert {wish_of(demo, number).status for number in (2, 3)} == {WishStatus.TALKING}


def test_a_planned_wish_runs_after_its_first_date(demo: Services, clock: SetClock) -> None:
    _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE")
    clock.instant += timedelta(days=7)
    assert not demo.keeping_up.keep_up()
    clock.instant += timedelta(days=1)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.RUNNING
    assert not demo.keeping_up.keep_up()


def test_a_date_that_did_not_go_on_was_not_held(demo: Services, clock: SetClock) -> None:
    series = _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE")
    demo.attendance.cancel(series, WEDNESDAY, "ziek")
    clock.instant += timedelta(days=8)
    assert not demo.keeping_up.keep_up()
    clock.instant += timedelta(days=7)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.RUNNING


def test_a_single_activity_that_was_held_makes_its_wish_done_when_its_people_know(
    demo: Services, clock: SetClock
) -> None:
    _planned(demo)
    clock.instant += timedelta(days=8)
    demo.keeping_up.keep_up()
    waiting = wish_of(demo, 16)
    assert (waiting.status, waiting.done_when_told, waiting.to_tell) == (WishStatus.PLANNED, True, 4)
    assert not demo.keeping_up.keep_up()
    _tell_all(demo)
    demo.wishes.settle(waiting.id)
    assert wish_of(demo, 16).status is WishStatus.DONE


def test_a_single_activity_that_was_cancelled_brings_its_wish_back_and_who_knew_of_it_hears(demo: Services) -> None:
    series = _planned(demo)
    (all_of_them,) = demo.telling.tellings()
    demo.telling.told(all_of_them.id, ToldHow.PHONE, 3)
    demo.attendance.cancel(series, WEDNESDAY, "ziek")
    before = list(demo.wishes.all())
    demo.keeping_up.keep_up()
    back = wish_of(demo, 16)
    assert (back.status, back.series) == (WishStatus.TALKING, None)
    (line,) = demo.telling.tellings()
    assert (line.reason, line.persons, line.about) == (TellReason.CANCELLED, 3, "Knutselen")
    assert not demo.keeping_up.keep_up()
    undo(demo)
    assert list(demo.wishes.all()) == before


def test_a_series_that_ended_before_it_began_brings_its_wish_back(demo: Services, clock: SetClock) -> None:
    series = _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE")
    demo.changing.apply(CallOff(series, WEDNESDAY, Reach.ALL, "geen trekker"))
    clock.instant += timedelta(days=1)
    demo.keeping_up.keep_up()
    assert (wish_of(demo, 16).status, wish_of(demo, 16).to_tell) == (WishStatus.TALKING, 0)


def test_a_parked_wish_whose_activity_ended_meanwhile_is_not_told_to_be_planned(
    demo: Services, clock: SetClock
) -> None:
    series = _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE")
    demo.wishes.move(demo.wishes.numbered(16), WishStatus.PARKED, "geen klei", date(2026, 3, 13))
    demo.changing.apply(CallOff(series, WEDNESDAY, Reach.ALL, "geen trekker"))
    clock.instant += timedelta(days=3)
    demo.keeping_up.keep_up()
    assert (wish_of(demo, 16).status, wish_of(demo, 16).to_tell) == (WishStatus.TALKING, 0)
    assert not demo.keeping_up.keep_up()


def test_a_wish_waits_for_closed_days_that_may_yet_be_opened(demo: Services) -> None:
    _planned(demo)
    demo.room.close_days(WEDNESDAY, WEDNESDAY, "verwarming")
    assert not demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.PLANNED


def test_a_series_past_its_last_date_makes_its_wish_done(demo: Services, clock: SetClock) -> None:
    _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE", last_date=date(2026, 4, 1))
    _tell_all(demo)
    clock.instant += timedelta(days=10)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.RUNNING
    clock.instant += timedelta(days=20)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.DONE


def test_what_somebody_moved_afterwards_stays_where_it_is(demo: Services, clock: SetClock) -> None:
    _planned(demo)
    _tell_all(demo)
    clock.instant += timedelta(days=8)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.DONE
    demo.wishes.move(demo.wishes.numbered(16), WishStatus.RUNNING)
    clock.instant += timedelta(days=8)
    assert not demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.RUNNING


def test_nobody_needs_to_be_signed_in_and_all_of_it_is_one_step_to_undo(demo: Services, clock: SetClock) -> None:
    coordinator = demo.store.actor
    _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE")
    demo.wishes.move(demo.wishes.numbered(4), WishStatus.PARKED, "geen bord", date(2026, 3, 14))
    before = list(demo.wishes.all())
    clock.instant += timedelta(days=365)  # a clock that was set wrong
    demo.sign_in.act_as(NOBODY)
    assert demo.keeping_up.keep_up().label.message == "Wishes went on by themselves"
    demo.sign_in.act_as(coordinator)
    assert list(demo.wishes.all()) != before
    undo(demo)
    assert list(demo.wishes.all()) == before


def test_a_clock_that_runs_a_year_ahead_forgets_nothing_that_was_held(demo: Services, clock: SetClock) -> None:
    _planned(demo, rrule="FREQ=WEEKLY;BYDAY=WE", last_date=date(2026, 4, 1))
    _tell_all(demo)
    clock.instant += timedelta(days=365)
    demo.keeping_up.keep_up()
    assert wish_of(demo, 16).status is WishStatus.DONE
    assert not demo.telling.tellings()
