"""Regulars who asked for it are missed when they stay away, on every store; nobody else is ever looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.base.terms import MissedResult
from buurtkamer_app.desk.missed import rules
from buurtkamer_app.desk.missed.records import Contact, Regular
from buurtkamer_app.exchange.log.content import journal_shown
from buurtkamer_app.room.records import Closure

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
WEEKLY = tuple(TODAY - timedelta(days=days) for days in range(84, 27, -7))
DAYS = st.dates(date(2025, 1, 1), date(2026, 3, 10))
VISITS = st.lists(DAYS, min_size=1, max_size=40).map(lambda days: tuple(sorted(set(days))))
CLOSED = st.lists(DAYS, max_size=20).map(lambda days: sorted(set(days)))


def noon(on: date) -> datetime:
    return datetime.combine(on, time(12), tzinfo=UTC)


def known(services: Services, name: str = "Mw. Tan") -> UUID:
    return services.people.know(name, services.room.today(), may_remember=True).value.id


def weekly_visitor(services: Services, clock: SetClock, name: str = "Mw. Tan", *, agrees: bool = True) -> UUID:
    """Let somebody come every Wednesday for nine weeks and then no more; the last visit was four weeks ago."""
    key = known(services, name)
    for on in WEEKLY:
        clock.instant = noon(on)
        services.arrivals.come_in([name])
        if agrees and on == WEEKLY[1]:
            services.missed.consent(key, "020 000 06 06", "dochter Anja")
    clock.instant = noon(TODAY)
    return key


def names(services: Services) -> list[str]:
    return [missed.name for missed in services.missed.missed()]


def test_who_asked_for_it_is_missed_after_three_times_their_own_gap(demo: Services, clock: SetClock) -> None:
    weekly_visitor(demo, clock)
    missed = demo.missed.missed()[0]
    assert (missed.name, missed.phone, missed.also_call) == ("Mw. Tan", "020 000 06 06", "dochter Anja")
    assert missed.last_seen == date(2026, 2, 11)
    clock.instant = noon(date(2026, 3, 3))
    assert names(demo) == []


def test_without_consent_nobody_is_missed(demo: Services, clock: SetClock) -> None:
    weekly_visitor(demo, clock, agrees=False)
    assert names(demo) == []


def test_withdrawing_forgets_all_of_it_and_can_be_undone(demo: Services, clock: SetClock) -> None:
    key = weekly_visitor(demo, clock)
    demo.missed.contacted(key, MissedResult.NOT_REACHED)
    change = demo.missed.withdraw(key)
    assert demo.missed.agreement(key) is None
    assert names(demo) == []
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.missed.missed()[0].tried == Contact(TODAY, MissedResult.NOT_REACHED)


def test_who_comes_again_is_missed_no_more(demo: Services, clock: SetClock) -> None:
    weekly_visitor(demo, clock)
    demo.arrivals.come_in(["Mw. Tan"])
    assert names(demo) == []


def test_after_being_spoken_with_a_regular_is_left_alone_until_the_same_time_has_passed(
    demo: Services, clock: SetClock
) -> None:
    key = weekly_visitor(demo, clock)
    demo.missed.contacted(key, MissedResult.COMES_AGAIN)
    assert names(demo) == []
    clock.instant += timedelta(days=20)
    assert names(demo) == []
    clock.instant += timedelta(days=1)
    assert names(demo) == ["Mw. Tan"]
    assert demo.missed.missed()[0].tried is None


@pytest.mark.parametrize("result", [MissedResult.NOT_REACHED, MissedResult.CONCERN])
def test_who_was_not_reached_stays_with_the_day_on_which_it_was_tried(
    demo: Services, clock: SetClock, result: MissedResult
) -> None:
    key = weekly_visitor(demo, clock)
    demo.missed.contacted(key, result)
    assert [missed.tried for missed in demo.missed.missed()] == [Contact(TODAY, result)]


def test_who_is_on_holiday_is_not_missed_until_well_after_it(demo: Services, clock: SetClock) -> None:
    key = weekly_visitor(demo, clock)
    demo.missed.away(key, TODAY + timedelta(days=10))
    assert names(demo) == []
    clock.instant += timedelta(days=30)
    assert names(demo) == []
    clock.instant += timedelta(days=1)
    assert names(demo) == ["Mw. Tan"]


def test_back_early_ends_the_holiday(demo: Services, clock: SetClock) -> None:
    key = weekly_visitor(demo, clock)
    demo.missed.away(key, TODAY + timedelta(days=10))
    demo.missed.away(key, None)
    agreement = demo.missed.agreement(key)
    assert agreement is not None
    assert agreement.away_until is None
    assert names(demo) == ["Mw. Tan"]


def test_days_on_which_the_room_was_closed_are_no_staying_away(demo: Services, clock: SetClock) -> None:
    weekly_visitor(demo, clock)
    demo.room.close_days(TODAY - timedelta(days=9), TODAY - timedelta(days=1), "verbouwing")
    assert names(demo) == []


def test_the_consent_says_who_took_it_when_and_in_which_words(demo: Services, clock: SetClock) -> None:
    host = demo.people.host_named("Ria Postma")
    demo.sign_in.act_as(Actor(host.role, host.id, host.name))
    key = known(demo)
    demo.missed.consent(key, " 020 000 06 06 ", " dochter  Anja ")
    agreement = demo.missed.agreement(key)
    assert agreement is not None
    assert (agreement.taken_by, agreement.agreed_at) == ("Ria Postma", clock.instant)
    assert (agreement.phone, agreement.also_call) == ("020 000 06 06", "dochter Anja")
    assert agreement.sentence


def test_who_wants_to_be_missed_is_remembered(demo: Services) -> None:
    visitor = demo.people.know("Buur", TODAY).value
    demo.missed.consent(visitor.id, "020 000 06 06")
    assert demo.people.visitor(visitor.id).remembered


def test_a_new_number_is_the_same_agreement(demo: Services, clock: SetClock) -> None:
    key = known(demo)
    demo.missed.consent(key, "020 000 06 06")
    demo.missed.away(key, TODAY + timedelta(days=3))
    demo.missed.consent(key, "020 000 07 07")
    agreement = demo.missed.agreement(key)
    assert agreement is not None
    assert (agreement.phone, agreement.away_until) == ("020 000 07 07", TODAY + timedelta(days=3))


def test_what_is_done_here_names_nobody(demo: Services, clock: SetClock) -> None:
    key = weekly_visitor(demo, clock)
    for change in (
        demo.missed.contacted(key, MissedResult.NOT_REACHED),
        demo.missed.away(key, TODAY),
        demo.missed.withdraw(key),
        demo.missed.consent(key, "020 000 06 06"),
    ):
        assert change.label.values == {}
    told = journal_shown(
        [("call_if_missed", "insert", 1, 9), ("missed_contact", "insert", 1, 9), ("visit", "insert", 1, 9)]
    )
    assert [action.kind for action in told] == ["visit"]


def test_names_are_for_who_is_signed_in(demo: Services, clock: SetClock) -> None:
    key = weekly_visitor(demo, clock)
    demo.sign_in.act_as(NOBODY)
    for attempt in (demo.missed.missed, lambda: demo.missed.agreement(key), lambda: demo.missed.withdraw(key)):
        with pytest.raises(NotAllowedError):
            attempt()


def test_what_cannot_be_is_refused_and_nothing_is_written(demo: Services) -> None:
    key = known(demo)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: demo.missed.consent(key, "geen"),
        lambda: demo.missed.consent(key, "020 000 06 06", "x" * 10_000),
        lambda: demo.missed.away(key, TODAY),
        lambda: demo.missed.contacted(key, MissedResult.COMES_AGAIN),
    )
    for attempt in attempts:
        with pytest.raises(RefusedError):
            attempt()
    assert demo.missed.agreement(key) is None
    demo.missed.consent(key, "020 000 06 06")
    for until in (TODAY - timedelta(days=1), date(9000, 1, 1)):
        with pytest.raises(RefusedError):
            demo.missed.away(key, until)


@given(VISITS, CLOSED)
def test_nobody_is_missed_within_two_weeks(visits: tuple[date, ...], closed: list[date]) -> None:
    assert rules.patience(visits, closed) >= 14
    last = visits[-1]
    assert not rules.is_missed(Regular(last, visits), last + timedelta(days=13), closed)


@given(VISITS, CLOSED)
def test_everybody_is_missed_at_last_and_stays_missed(visits: tuple[date, ...], closed: list[date]) -> None:
    regular = Regular(visits[0], visits)
    first = visits[-1] + timedelta(days=rules.patience(visits, closed) + len(closed))
    assert all(rules.is_missed(regular, first + timedelta(days=more), closed) for more in range(60))


@given(VISITS, st.integers(0, 400), DAYS)
def test_a_visit_an_absence_or_a_talk_never_makes_somebody_missed(
    visits: tuple[date, ...], later: int, away: date
) -> None:
    regular, today = Regular(visits[0], visits), visits[-1] + timedelta(days=later)
    spoken = Contact(away, MissedResult.COMES_AGAIN)
    if not rules.is_missed(regular, today):
        assert not rules.is_missed(replace(regular, away_until=away), today)
        assert not rules.is_missed(replace(regular, contacts=(spoken,)), today)
    assert not rules.is_missed(replace(regular, visits=(*visits, today)), today)


@given(st.integers(1, 50), st.integers(3, 20))
def test_the_usual_gap_of_somebody_regular_is_their_gap(gap: int, times: int) -> None:
    visits = tuple(TODAY - timedelta(days=gap * number) for number in reversed(range(times)))
    expected = gap if 2 * gap < 180 else 14
    assert rules.usual_gap(visits) == expected


@given(CLOSED, DAYS, DAYS)
def test_open_days_are_the_days_that_were_not_closed(closed: list[date], one: date, other: date) -> None:
    first, last = sorted((one, other))
    days = [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]
    assert rules.open_days(first, last, closed) == len([day for day in days if day not in closed])


def test_closures_that_overlap_count_each_day_once() -> None:
    closures = [Closure(TODAY, TODAY + timedelta(days=3), ""), Closure(TODAY, TODAY, "")]
    found = rules.closed_days(closures, TODAY - timedelta(days=2), TODAY + timedelta(days=1))
    assert found == [TODAY, TODAY + timedelta(days=1)]
