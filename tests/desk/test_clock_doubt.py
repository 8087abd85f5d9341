"""A clock that jumps never moves a visit to another day unsaid; days on which the clock changes sum right."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.clock import instant, local
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.clock_watch import ClockDoubt, clock_doubt
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.rules import check_moment

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
WEDNESDAY = date(2026, 3, 11)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
STEPS = st.timedeltas(timedelta(0), timedelta(days=31))


@given(st.lists(STEPS, max_size=20), st.sampled_from([None, WEDNESDAY]))
def test_a_clock_that_went_on_as_clocks_do_is_never_doubted(steps: list[timedelta], opened: date | None) -> None:
    done = [NOON - sum(steps[: place + 1], timedelta(0)) for place in range(len(steps))]
    assert clock_doubt(NOON, done, opened, NOON, AMSTERDAM) is None


@given(st.lists(STEPS, max_size=19), st.timedeltas(2 * MINUTE + timedelta(seconds=1), timedelta(days=4000)))
def test_a_clock_before_what_was_done_last_is_doubted_however_much_is_done_on_it(
    steps: list[timedelta], back: timedelta
) -> None:
    wrong = [NOON - back - sum(steps[: place + 1], timedelta(0)) for place in range(len(steps))]
    assert clock_doubt(NOON - back, [*wrong, NOON], None, None, AMSTERDAM) is ClockDoubt.BACK


@given(st.timedeltas(timedelta(days=31, seconds=1), timedelta(days=4000)))
def test_a_clock_over_a_month_after_what_was_done_last_is_doubted(ahead: timedelta) -> None:
    assert clock_doubt(NOON + ahead, [NOON], None, None, AMSTERDAM) is ClockDoubt.FAR_AHEAD
    assert clock_doubt(NOON + ahead + MINUTE, [NOON + ahead, NOON], None, None, AMSTERDAM) is ClockDoubt.FAR_AHEAD


@pytest.mark.parametrize("aside", [-2 * MINUTE, timedelta(0), timedelta(days=31)])
def test_a_clock_that_sets_itself_by_a_little_is_trusted(aside: timedelta) -> None:
    assert clock_doubt(NOON + aside, [NOON], None, None, AMSTERDAM) is None


def test_another_date_than_the_day_that_is_open_is_doubted() -> None:
    midnight = datetime(2026, 3, 11, 23, 0, tzinfo=UTC)
    assert clock_doubt(midnight - MINUTE, [], WEDNESDAY, None, AMSTERDAM) is None
    assert clock_doubt(midnight, [], WEDNESDAY, None, AMSTERDAM) is ClockDoubt.OTHER_DAY


def test_a_date_that_came_without_its_time_going_by_is_doubted() -> None:
    assert clock_doubt(NOON + DAY, [NOON], None, NOON + MINUTE, AMSTERDAM) is ClockDoubt.OTHER_DAY
    assert clock_doubt(NOON + DAY, [NOON], None, NOON + DAY, AMSTERDAM) is None


def test_the_hour_that_comes_twice_is_no_clock_that_went_back() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert local(first, AMSTERDAM).time() == local(first + timedelta(hours=1), AMSTERDAM).time() == time(2, 30)
    sunday = date(2026, 10, 25)
    assert clock_doubt(first + timedelta(hours=1), [first], sunday, first + timedelta(hours=1), AMSTERDAM) is None


def test_the_desk_doubts_a_wrong_year_while_it_counts_on_it_and_after(demo: Services, clock: SetClock) -> None:
    demo.desk.tally(Tally(1))
    assert demo.desk.clock_doubt().doubt is None
    clock.instant -= timedelta(days=365)
    demo.desk.tally(Tally(1))
    state = demo.desk.clock_doubt()
    assert (state.doubt, state.here.date()) == (ClockDoubt.BACK, date(2025, 3, 11))
    clock.instant += timedelta(days=365)
    assert demo.desk.clock_doubt().doubt is not None


def test_the_desk_says_so_when_the_day_that_is_open_is_another(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    clock.instant += timedelta(hours=5)
    assert demo.desk.clock_doubt().doubt is None
    clock.instant += timedelta(hours=7)
    assert demo.desk.clock_doubt().doubt is ClockDoubt.OTHER_DAY
    clock.instant -= timedelta(hours=7)
    demo.days.close()
    clock.instant += timedelta(hours=7)
    assert demo.desk.clock_doubt().doubt is None


@pytest.mark.parametrize(("on", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 11), 24)])
def test_every_hour_of_a_day_on_which_the_clock_changes_is_on_that_day(
    demo: Services, clock: SetClock, on: date, hours: int
) -> None:
    begin = instant(on, time(), AMSTERDAM)
    for hour in range(-1, hours + 1):
        clock.instant = begin + timedelta(hours=hour, minutes=30)
        demo.desk.tally(Tally(1))
        demo.desk.ask_help()
    found = demo.desk.figures(on, on)
    assert found.visits == sum(found.by_hour.values()) == hours
    assert sum(demo.desk.help_asked(on, on).values()) == hours
    twice = {hour: count for hour, count in found.by_hour.items() if count == 2}
    assert twice == ({2: 2} if hours == 25 else {})
    assert (2 in found.by_hour) is (hours != 23)


@given(st.timedeltas(timedelta(0), timedelta(days=999)), st.integers(-9999, 9999))
def test_a_moment_that_has_not_come_is_refused(later: timedelta, seconds: int) -> None:
    now = NOON + later
    at = now + timedelta(seconds=seconds)
    if seconds <= 120:
        check_moment(at, now)
    else:
        with pytest.raises(RefusedError):
            check_moment(at, now)


def test_a_tally_of_an_hour_that_has_not_come_is_refused_and_changes_nothing(demo: Services, clock: SetClock) -> None:
    with pytest.raises(RefusedError):
        demo.desk.tally(Tally(1), clock.instant + timedelta(hours=1))
    assert demo.desk.figures(WEDNESDAY, WEDNESDAY).visits == 0
