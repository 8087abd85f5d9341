"""What counts of hours, whatever overlaps; team years; the pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.team.hours import rules
from buurtkamer_app.team.hours.records import HoursFrom, Span
from buurtkamer_app.team.records import Team

HOST = UUID(int=1)
BEGIN = datetime(2026, 3, 11, tzinfo=UTC)
TEAM = Team("Noord", date(2024, 2, 29), 0, 5000, 10000, 0)

spans = st.builds(
    lambda starts, long, kind: Span(
        HOST,
        (BEGIN + timedelta(minutes=starts)).date(),
        BEGIN + timedelta(minutes=starts),
        BEGIN + timedelta(minutes=starts + long),
        kind,
    ),
    st.integers(0, 2 * 24 * 60),
    st.integers(1, 600),
    st.sampled_from(HoursFrom),
)


def minutes_of(span: Span) -> set[int]:
    """Give every minute of a span, by its number."""
    first, last = (int((moment - BEGIN).total_seconds() // 60) for moment in (span.starts, span.ends))
    return set(range(first, last))


@settings(max_examples=60)
@given(st.lists(spans, max_size=8))
def test_every_minute_counts_once_however_spans_overlap(given_spans: list[Span]) -> None:
    once = set().union(*map(minutes_of, given_spans))
    assert sum(minutes for _, minutes in rules.counted(given_spans)) == len(once)
    assert sum(sum(days.values()) for days in rules.by_day(given_spans).values()) == len(once)


@settings(max_examples=40)
@given(st.lists(spans, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_neither_order_nor_writing_twice_changes_what_counts(given_spans: list[Span], random: object) -> None:
    shuffled = [*given_spans, given_spans[0]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rules.by_day(shuffled) == rules.by_day(given_spans)


@settings(max_examples=40)
@given(st.lists(spans, max_size=6))
def test_hosts_do_not_take_from_each_other(given_spans: list[Span]) -> None:
    other = UUID(int=2)
    both = [*given_spans, *(replace(span, host=other) for span in given_spans)]
    days = rules.by_day(both)
    assert days.get(HOST) == days.get(other)


@settings(max_examples=60)
@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2019, 1, 1), date(2040, 12, 31)))
def test_a_day_lies_in_its_team_year_and_the_next_begins_the_day_after(started_on: date, on: date) -> None:
    first, last = rules.team_year(started_on, on)
    assert 364 <= (last - first).days <= 366
    if on >= started_on:
        assert first <= on <= last
    following, _ = rules.team_year(started_on, last + timedelta(days=1))
    assert following == last + timedelta(days=1)


def test_a_team_that_began_on_a_leap_day_has_its_year_from_1_march() -> None:
    assert rules.team_year(date(2024, 2, 29), date(2025, 3, 1)) == (date(2025, 3, 1), date(2026, 2, 28))


@pytest.mark.parametrize(("days", "known"), [(1, False), (13, False), (14, True), (366, True)])
def test_nothing_is_foreseen_before_two_weeks_have_gone_by(days: int, known: bool) -> None:  # noqa: FBT001
    today = TEAM.started_on + timedelta(days=days - 1)
    pace = rules.pace(TEAM, today, 6000, 5)
    assert (pace.foreseen is not None) is known


def test_at_the_end_of_the_year_the_pace_is_the_target_and_what_is_foreseen_is_what_was_given() -> None:
    pace = rules.pace(TEAM, date(2025, 2, 28), 6000, 5)
    assert (pace.low_now, pace.high_now, pace.foreseen) == (pace.low, pace.high, 6000)


def test_before_the_team_began_nothing_has_to_be_there_yet() -> None:
    pace = rules.pace(TEAM, date(2024, 1, 1), 0, 5)
    assert (pace.low_now, pace.high_now, pace.foreseen) == (0, 0, None)
