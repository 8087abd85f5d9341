"""No wrong clock ever takes something away: set back, set ahead, for a day or for long; and the sums of periods."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.privacy.retention import rules
from buurtkamer_app.privacy.retention.records import Per
from buurtkamer_app.storage.sure_day import LONGEST_CLOSED, believed
from tests.privacy.filled import open_days, standing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

DAYS = st.dates(date(1990, 1, 1), date(2199, 12, 31))
PERIODS = st.tuples(st.integers(0, 120), st.sampled_from(list(Per)))


@given(since=DAYS, sure=DAYS, period=PERIODS)
def test_a_thing_may_go_on_exactly_the_days_that_the_clock_says(
    since: date, sure: date, period: tuple[int, Per]
) -> None:
    amount, per = period
    may_go = since <= rules.until(sure, amount, per, {})
    assert may_go == (rules.goes_on(since, amount, per) <= sure + timedelta(days=1))


@given(sure=DAYS, period=PERIODS, longer=st.integers(0, 50))
def test_a_longer_period_or_an_earlier_day_never_lets_more_go(sure: date, period: tuple[int, Per], longer: int) -> None:
    amount, per = period
    last = rules.until(sure, amount, per, {})
    assert rules.until(sure, amount + longer, per, {}) <= last <= sure
    assert rules.until(sure - timedelta(days=longer), amount, per, {}) <= last


@given(sure=DAYS, period=PERIODS, doubtful=st.dictionaries(DAYS, DAYS, max_size=4))
def test_what_was_written_while_the_clock_was_set_back_waits_its_whole_period(
    sure: date, period: tuple[int, Per], doubtful: dict[date, date]
) -> None:
    amount, per = period
    last, usual = rules.until(sure, amount, per, doubtful), rules.until(sure, amount, per, {})
    assert last <= usual
    assert all(last < said for said, before in doubtful.items() if said <= usual < before)


@given(order=st.lists(DAYS, max_size=12))
def test_a_day_is_doubtful_when_a_later_one_had_been_already(order: list[date]) -> None:
    found = rules.set_back(order)
    assert found.keys() == {day for place, day in enumerate(order) if any(other > day for other in order[:place])}
    assert all(day < before for day, before in found.items())
    assert rules.set_back(sorted(order)) == {}


@given(gaps=st.lists(st.integers(1, 45), min_size=1, max_size=7), start=DAYS)
def test_an_ordinary_week_or_summer_is_believed_at_once(gaps: list[int], start: date) -> None:
    days = [start]
    for gap in gaps:
        days.insert(0, days[0] + timedelta(days=gap))
    assert believed(days) == days[0]
    jumped = [days[0] + LONGEST_CLOSED + timedelta(days=1), *days]
    assert believed(jumped) == days[0]


def test_no_opened_day_is_no_sure_day() -> None:
    assert believed([]) is None


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(jump=st.integers(-4000, 4000).filter(lambda days: abs(days) > 50), opened=st.integers(1, 5))
def test_a_clock_that_jumps_takes_nobody_away_while_it_is_wrong_nor_when_it_is_right_again(
    demo_once: tuple[Services, SetClock], jump: int, opened: int
) -> None:
    demo, clock = demo_once
    right = clock.instant
    names = {visitor.name for visitor in demo.people.find("Blijft")} | {"Blijft"}
    clock.instant += timedelta(days=jump)
    for _ in range(opened):
        open_days(demo, clock, 1)
        demo.arrivals.come_in(["Blijft"])
        assert "visitors" not in demo.retention.run().value.gone
    clock.instant = right + timedelta(days=1)
    for _ in range(3):
        open_days(demo, clock, 1)
        assert demo.retention.run().value.gone.keys() <= {"meals"}
    assert {visitor.name for visitor in demo.people.find("Blijft")} == names


@pytest.fixture
def demo_once(demo: Services, clock: SetClock) -> tuple[Services, SetClock]:
    """Give the practice room after some days on which it was opened, with somebody whose name may stay."""
    demo.days.open()
    demo.people.remember(demo.arrivals.come_in(["Blijft"]).value[0].visitor)
    open_days(demo, clock, 2)
    demo.arrivals.come_in(["Blijft"])
    return demo, clock


def test_who_is_written_down_under_a_clock_that_was_set_back_a_year_stays_when_it_is_right_again(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    demo.days.open()
    right = clock.instant
    clock.instant -= timedelta(days=400)
    open_days(demo, clock, 1)
    demo.people.remember(demo.arrivals.come_in(["Nieuweling"]).value[0].visitor)
    clock.instant = right
    open_days(demo, clock, 20)
    assert "visitors" not in demo.retention.run().value.gone
    assert standing(demo_engine, "Nieuweling") != set()
    for _ in range(12):
        clock.instant += timedelta(days=30)
        open_days(demo, clock, 1)
    open_days(demo, clock, 20)
    assert demo.retention.run().value.gone["visitors"] >= 1
    assert standing(demo_engine, "Nieuweling") == set()


def test_a_clock_that_stands_before_what_was_done_last_lets_nothing_go_and_says_so(
    demo: Services, clock: SetClock
) -> None:
    open_days(demo, clock, 3)
    clock.instant -= timedelta(days=365)
    demo.retention.run()
    last = demo.retention.last_run()
    assert last is not None
    assert last.sure_on is None
    assert last.gone == {}
