"""Periods at a glance: which days they have, their bars, and the years put together from weeks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Purpose, Theme
from buurtkamer_app.desk.counts.records import Sums, Visitors, WeekFigures
from buurtkamer_app.evaluation import rules
from buurtkamer_app.evaluation.records import Span, WishChoice
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
spans = st.sampled_from(Span)


@given(spans, days)
def test_every_day_is_in_exactly_one_period_and_periods_follow_each_other(span: Span, on: date) -> None:
    first, last = rules.period(span, on)
    assert first <= on <= last
    assert rules.period(span, last + timedelta(days=1)) == rules.period(span, rules.beside(span, first, 1))
    assert rules.period(span, first - timedelta(days=1)) == rules.period(span, rules.beside(span, first, -1))


@given(days, st.dictionaries(st.integers(0, 30), st.integers(1, 50), max_size=9))
def test_the_bars_of_a_month_cover_its_days_once_and_hold_all_visits(on: date, counts: dict[int, int]) -> None:
    first, last = rules.period(Span.MONTH, on)
    by_day = {first + timedelta(days=step): Sums(anonymous=count) for step, count in counts.items()}
    by_day = {day: sums for day, sums in by_day.items() if day <= last}
    bars = rules.weeks(first, last, by_day)
    assert bars[0].first == first
    assert bars[-1].last == last
    assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(bars))
    assert rules.total(bar.sums for bar in bars) == rules.total(by_day.values())


def test_a_quiet_hour_in_between_keeps_its_place() -> None:
    bars = rules.hours(WEDNESDAY, {9: Sums(named=1), 12: Sums(anonymous=2)})
    assert [(bar.hour, bar.sums.visits) for bar in bars] == [(9, 1), (10, 0), (11, 0), (12, 2)]
    assert rules.hours(WEDNESDAY, {}) == ()


def test_weeks_belong_to_their_iso_year() -> None:
    weeks = [
        WeekFigures(date(2024, 12, 30), Purpose.HELP, 2, 0, 0, 0),
        WeekFigures(date(2024, 12, 30), Purpose.WALK_IN, 5, 1, 2, 3),
        WeekFigures(date(2025, 12, 29), Purpose.WALK_IN, 4, 4, 0, 0),
    ]
    later, earlier = rules.years(weeks)
    assert (earlier.year, later.year) == (2025, 2026)
    assert (earlier.sums, dict(earlier.by_purpose)) == (Sums(1, 6, 2, 3), {Purpose.HELP: 2, Purpose.WALK_IN: 5})
    assert [week.sums.visits for week in later.weeks] == [4]


@pytest.mark.parametrize("span", Span)
def test_a_glance_is_the_sum_of_its_bars_and_of_the_figures(demo: Services, span: Span) -> None:
    for back in (0, 1, 2, 6, 20, 400):
        demo.counts.add(WEDNESDAY - timedelta(days=back), Visitors(10 + back % 3, 3, Purpose.WALK_IN, 1, 2))
    glance = demo.evaluation.glance(span)
    assert glance.ongoing
    assert rules.total(bar.sums for bar in glance.bars) == glance.sums
    figures = demo.evaluation.figures(glance.first, glance.last)
    assert (figures.visits.visits, figures.wishes_new) == (glance.sums.visits, glance.wishes_new)
    assert (figures.visits.children, figures.wish_supports) == (glance.sums.children, glance.wish_supports)
    before = demo.evaluation.glance(span, glance.first - timedelta(days=1))
    assert not before.ongoing


def test_the_years_end_with_this_week(demo: Services) -> None:
    for on in (date(2015, 6, 1), date(2017, 1, 2), WEDNESDAY):
        demo.counts.add(on, Visitors(10, 1))
    assert [(year.year, year.sums.visits) for year in demo.evaluation.years()] == [(2026, 1), (2017, 1)]
    assert demo.evaluation.weeks(date(2017, 1, 1), date(2017, 1, 8))[0].persons == 1


def test_wishes_behind_a_figure_are_for_who_is_signed_in(demo: Services) -> None:
    wish = demo.wishes.write(NewWish("Samen soep eten", Theme.COMMUNITY)).value
    demo.wishes.support(wish)
    demo.wishes.support(wish)
    new = demo.evaluation.wish_rows(WishChoice(WEDNESDAY, WEDNESDAY))
    assert (new.total, [line.text for line in new.lines], new.after) == (1, ["Samen soep eten"], None)
    page = demo.evaluation.wish_rows(WishChoice(WEDNESDAY, WEDNESDAY, supports=True), most=1)
    assert (page.total, page.after) == (2, 1)
    rest = demo.evaluation.wish_rows(WishChoice(WEDNESDAY, WEDNESDAY, supports=True), 1, most=1)
    assert (len(rest.lines), rest.after) == (1, None)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.evaluation.wish_rows(WishChoice(WEDNESDAY, WEDNESDAY))
