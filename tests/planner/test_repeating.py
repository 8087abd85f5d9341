"""How often an activity comes back, and what it may be called."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities.rules import dates as dates_of
from buurtkamer_app.planner.repeating import Repeats, begins, rule, week_of_month
from buurtkamer_app.planner.slots.naming import name_of

SEWING = "Naailes. Ik heb een machine, maar ik snap hem niet."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SEWING, "Naailes"),
        ("Een kookclub waar iedereen iets uit zijn eigen land kookt.", "Kookclub"),
        ("Wandelen, niet te ver, met koffie erna.", "Wandelen"),
        ("Een", "Een"),
        ("", ""),
    ],
)
def test_a_name_is_proposed_from_the_first_words(text: str, name: str) -> None:
    assert name_of(text) == name


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(Repeats))
def test_whatever_repeats_begins_on_a_day_of_its_rule(on: date, repeats: Repeats) -> None:
    first = begins(repeats, on)
    assert dates_of(rule(repeats, first), first, first, first) == (first,)
    assert first >= on
    assert first.weekday() == on.weekday()
    if repeats not in {Repeats.FIRST, Repeats.LAST}:
        assert first == on


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_the_fifth_of_a_weekday_in_a_month_is_the_last(on: date) -> None:
    assert week_of_month(on) in {1, 2, 3, 4, -1}
    assert (week_of_month(on) == -1) == (on.day > 28)
