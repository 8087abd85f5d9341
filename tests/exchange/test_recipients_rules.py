"""Which days the next log is about, and how a period joins those before."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.exchange.recipients.records import Before, Beside, Joining
from buurtkamer_app.exchange.recipients.rules import joining, last_month, proposed

TODAY = date(2026, 3, 11)
FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
PERIODS = st.tuples(DAYS, st.integers(0, 60)).map(lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1])))


def test_the_first_log_is_about_last_month() -> None:
    assert proposed(Before(TODAY)) == FEBRUARY
    assert last_month(date(2026, 1, 31)) == (date(2025, 12, 1), date(2025, 12, 31))


def test_the_next_log_goes_on_to_the_end_of_last_month() -> None:
    january = (date(2026, 1, 1), date(2026, 1, 20))
    assert proposed(Before(TODAY, (january,))) == (date(2026, 1, 21), date(2026, 2, 28))


def test_after_last_month_the_next_log_goes_on_to_yesterday() -> None:
    assert proposed(Before(TODAY, (FEBRUARY,))) == (date(2026, 3, 1), date(2026, 3, 10))


def test_when_all_went_out_the_next_log_is_about_today() -> None:
    assert proposed(Before(TODAY, ((date(2026, 3, 1), date(2026, 3, 10)),))) == (TODAY, TODAY)
    assert proposed(Before(TODAY, ((date(2026, 3, 1), date(2026, 3, 31)),))) == (TODAY, TODAY)


def test_a_gap_and_days_that_went_out_before_are_told() -> None:
    assert joining(*FEBRUARY, ()) == Joining(Beside.FIRST)
    assert joining(date(2026, 3, 1), TODAY, (FEBRUARY,)) == Joining(Beside.NEXT)
    gap = Joining(Beside.GAP, date(2026, 3, 1), date(2026, 3, 4))
    assert joining(date(2026, 3, 5), TODAY, (FEBRUARY,)) == gap
    again = Joining(Beside.AGAIN, date(2026, 2, 20), date(2026, 2, 28))
    assert joining(date(2026, 2, 20), TODAY, (FEBRUARY,)) == again
    earlier = Joining(Beside.GAP, date(2026, 1, 11), date(2026, 1, 31))
    assert joining(date(2026, 1, 1), date(2026, 1, 10), (FEBRUARY,)) == earlier


@settings(max_examples=40)
@given(DAYS, st.lists(PERIODS, max_size=4).map(lambda found: tuple(sorted(found))))
def test_what_is_proposed_tells_no_day_twice_and_leaves_none_out(
    today: date, periods: tuple[tuple[date, date], ...]
) -> None:
    first, last = proposed(Before(today, periods))
    assert first <= last <= max(today, first)
    found = joining(first, last, periods)
    if all(ended < today for _, ended in periods):
        assert found.how in {Beside.FIRST, Beside.NEXT}


@settings(max_examples=40)
@given(PERIODS, st.lists(PERIODS, max_size=4))
def test_days_that_are_told_of_lie_where_they_belong(
    period: tuple[date, date], periods: list[tuple[date, date]]
) -> None:
    found = joining(*period, periods)
    if found.first is None or found.last is None:
        return
    assert found.first <= found.last
    if found.how is Beside.AGAIN:
        assert period[0] <= found.first
        assert found.last <= period[1]
    else:
        assert not any(begun <= found.last and found.first <= ended for begun, ended in [period, *periods])
