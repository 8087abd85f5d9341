"""Which backups stay, and when the next one is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.safekeeping.backups.rules import (
    DAILY,
    MONTHLY,
    TRY_OUT_DAYS,
    WEEKLY,
    days_lost,
    days_since,
    is_due,
    is_late,
    is_to_be_tried,
    kept,
)

START = datetime(2024, 12, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 500 * 1440).map(lambda minutes: START + timedelta(minutes=minutes))
NOON = datetime(2026, 3, 11, 13, 0, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@settings(max_examples=60)
@given(made=st.sets(MOMENTS, max_size=40))
def test_what_stays_are_seven_days_four_weeks_and_three_months(made: set[datetime]) -> None:
    stay = kept(made)
    assert stay <= made
    days = sorted({one.date() for one in made}, reverse=True)
    assert {one.date() for one in stay} >= set(days[:DAILY])
    assert len(stay) <= DAILY + WEEKLY + MONTHLY
    if made:
        assert max(made) in stay
    weeks = {one.isocalendar()[:2] for one in stay}
    assert len(weeks) >= min(WEEKLY, len({one.isocalendar()[:2] for one in made}))
    months = {(one.year, one.month) for one in stay}
    assert len(months) >= min(MONTHLY, len({(one.year, one.month) for one in made}))


@settings(max_examples=40)
@given(made=st.sets(MOMENTS, max_size=30), later=MOMENTS)
def test_what_went_never_comes_back_and_letting_go_twice_changes_nothing(made: set[datetime], later: datetime) -> None:
    stay = kept(made)
    assert kept(stay) == stay
    if later >= max(made, default=START):
        assert kept(stay | {later}) == kept(made | {later})


def test_a_year_of_closing_days_leaves_at_most_fourteen() -> None:
    stay: frozenset[datetime] = frozenset()
    for day in range(365):
        stay = kept(stay | {START + timedelta(days=day, hours=17)})
    assert 12 <= len(stay) <= 14
    assert (max(stay) - min(stay)).days >= 59


def test_a_backup_is_due_when_the_day_is_closed_and_something_changed() -> None:
    assert is_due(at(11, 9), at(11, 16), at(11, 17), closed=True)
    assert not is_due(at(11, 9), at(11, 16), at(11, 17), closed=False)
    assert not is_due(at(11, 17), at(11, 16), at(11, 18), closed=True)


def test_a_missed_one_is_made_at_the_next_opening_and_one_not_closed_in_the_evening() -> None:
    assert is_due(at(10, 17), at(10, 18), at(11, 9), closed=False)
    assert is_due(None, at(11, 9), at(11, 9, 5), closed=False)
    assert not is_due(None, None, at(11, 9), closed=True)
    assert is_due(at(11, 9), at(11, 16), at(11, 20), closed=False)
    assert not is_due(at(11, 20, 5), at(11, 20, 20), at(11, 20, 30), closed=False)


def test_a_clock_that_was_ahead_keeps_no_backup_away() -> None:
    assert is_due(at(11, 9) + timedelta(days=400), at(11, 12), at(11, 13), closed=False)


def test_people_hear_of_an_old_backup_and_of_one_that_nobody_tried_out() -> None:
    assert is_late(None)
    assert not is_late(days_since(NOON - timedelta(days=9), NOON))
    assert is_late(days_since(NOON - timedelta(days=10), NOON))
    assert days_since(NOON + timedelta(days=3), NOON) == 0
    assert not is_to_be_tried(None, None, NOON)
    assert is_to_be_tried(None, NOON - timedelta(days=TRY_OUT_DAYS), NOON)
    assert not is_to_be_tried(NOON - timedelta(days=5), NOON - timedelta(days=300), NOON)


def test_days_lost_are_from_the_last_visit_in_the_backup_to_the_last_one_now() -> None:
    assert days_lost(at(1, 0).date(), at(13, 0).date()) == 12
    assert days_lost(at(13, 0).date(), at(1, 0).date()) == 0
    assert days_lost(None, at(1, 0).date()) == 0
