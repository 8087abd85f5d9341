"""Periods that one looks back on, their parts, the year before, and how long wishes took."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import given as examples
from hypothesis import strategies as st

from buurtkamer_app.evaluation.looking import rules
from buurtkamer_app.evaluation.looking.given import Sources, given
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.team.hours.records import HoursFrom, Span
from buurtkamer_app.team.hours.rules import by_day

if TYPE_CHECKING:
    from collections.abc import Sequence

ZONE = ZoneInfo("Europe/Amsterdam")
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
moving = st.sampled_from([length for length in Length if length is not Length.ALL])
kinds = st.sampled_from([kind for kind in HoursFrom if kind is not HoursFrom.SHIFT])


@examples(moving, days)
def test_every_day_is_in_one_period_and_periods_follow_each_other(length: Length, on: date) -> None:
    first, last = rules.period(length, on, on)
    assert first <= on <= last
    after, before = last + timedelta(days=1), first - timedelta(days=1)
    assert rules.period(length, after, on) == rules.period(length, rules.beside(length, first, 1), on)
    assert rules.period(length, before, on) == rules.period(length, rules.beside(length, first, -1), on)


@examples(days, st.integers(0, 4000))
def test_the_parts_of_a_period_cover_it_once(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    _, parts = rules.stretches(first, last)
    assert (parts[0].first, parts[-1].last) == (first, last)
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(parts))
    assert len(parts) <= 30


@examples(moving, days)
def test_a_year_before_is_the_same_kind_of_period(length: Length, on: date) -> None:
    first, last = rules.period(length, on, on)
    then = rules.year_before(first, last)
    assert then == rules.period(length, then[0], on)
    assert 363 <= (first - then[0]).days <= 366


def test_a_period_of_ones_own_is_the_same_days_a_year_before() -> None:
    assert rules.year_before(date(2024, 2, 29), date(2024, 3, 11)) == (date(2023, 2, 28), date(2023, 3, 11))
    assert rules.period(Length.ALL, date(2026, 3, 11), date(2024, 5, 1)) == (date(2024, 5, 1), date(2026, 3, 11))


@examples(st.lists(st.integers(0, 500), min_size=1, max_size=40))
def test_at_least_half_of_the_wishes_took_no_longer_than_is_said(lengths: Sequence[int]) -> None:
    took = rules.took(lengths)
    assert took is not None
    for part, said in ((1, took.quarter), (2, took.half), (3, took.three_quarters)):
        assert said in lengths
        assert 4 * sum(length <= said for length in lengths) >= part * len(lengths)
    assert rules.took([]) is None


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a time that one of two hosts gave, within three days, sometimes past midnight."""
    start = datetime(2026, 3, 27, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 3 * 24 * 60)))
    end = start + timedelta(minutes=draw(st.integers(1, 600)))
    host = UUID(int=draw(st.integers(1, 2)))
    return Span(host, start.astimezone(ZONE).date(), start, end, draw(st.sampled_from(HoursFrom)))


@examples(st.lists(spans(), max_size=12))
def test_hours_are_counted_once_whatever_mixture_there_was(every: list[Span]) -> None:
    signed = [
        (str(span.host), span.starts.isoformat(), span.ends.isoformat(), None, None, None)
        for span in every
        if span.kind is HoursFrom.SHIFT
    ]
    besides = [span for span in every if span.kind is not HoursFrom.SHIFT]
    over = (date(2026, 3, 28), date(2026, 3, 31))
    found = given(Sources(msgspec.json.encode(signed), (), besides, ()), over, {UUID(int=1)}, ZONE)
    wanted = by_day(every, over[0])
    days_of: Counter[date] = Counter()
    for theirs in wanted.values():
        days_of.update({on: many for on, many in theirs.items() if on <= over[1]})
    sums: Counter[date] = Counter()
    for (on, _), many in found.minutes.items():
        sums[on] += many
    assert +sums == +days_of
    one = wanted.get(UUID(int=1), {})
    assert found.team == sum(many for on, many in one.items() if on <= over[1])
