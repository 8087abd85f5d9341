"""Weeks begin on Monday; months end, and come so many later."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.spans import monday, month_end, months_later

DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_week_begins_on_the_monday_at_or_before_a_day(on: date) -> None:
    assert monday(on).weekday() == 0
    assert timedelta(0) <= on - monday(on) < timedelta(days=7)


@given(DAYS, st.integers(-240, 240))
def test_back_again_is_the_same_month(on: date, months: int) -> None:
    there = months_later(on.replace(day=1), months)
    assert there.day == 1
    assert months_later(there, -months) == on.replace(day=1)


@given(DAYS, st.integers(1, 120))
def test_months_later_is_the_same_day_or_the_last_of_that_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert later.day <= day.day


@given(DAYS, st.integers(0, 9))
def test_a_month_ends_and_years_pass(on: date, years: int) -> None:
    assert (month_end(on) + timedelta(days=1)).day == 1
    assert month_end(on) >= on
    later = months_later(on, 12 * years)
    assert (later.year - on.year, later.month) == (years, on.month)
    assert later.day == on.day or (on.month, on.day, later.day) == (2, 29, 28)
