"""What an expense allowance comes to: the amounts, who is under 21, the caps that nothing passes unseen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind
from buurtkamer_app.team.allowance import foresight, rules
from buurtkamer_app.team.allowance.records import Birth, Entry, Portion, Rate, Room, Taker
from buurtkamer_app.team.allowance.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

HOST = UUID(int=1)
NL = Rate("NL", 2026, AllowanceBy.HOUR, 575, 340, 22_000, 220_000, "Belastingdienst")
BE = Rate("BE", 2026, AllowanceBy.DAY, 4148, None, None, 165_929, "FOD")
MARCH = date(2026, 3, 1)

cents = st.integers(1, 2000)
portions = st.one_of(
    cents.map(lambda c: (Portion(None, c),)),
    st.tuples(st.integers(1, 3000), cents, cents).map(lambda t: (Portion(t[0], t[1]), Portion(None, t[2]))),
)
bys = st.sampled_from(AllowanceBy)


def entry(month: date, amount: int, kind: AllowanceKind = AllowanceKind.EXPENSES) -> Entry:
    return Entry(UUID(int=2), HOST, month, month, kind, 60, amount, "", above=False, paid_on=None)


def taker(birth: Birth = Birth(1960)) -> Taker:  # noqa: B008 - a frozen record
    return Taker(HOST, "Els", wants=True, birth=birth)


def days_of(hours_a_week: float, until: date) -> dict[date, int]:
    """Give minutes on each Monday of the year up to a day."""
    mondays = (date(2026, 1, 5) + timedelta(weeks=week) for week in range(52))
    return {on: round(hours_a_week * 60) for on in mondays if on <= until}


@settings(max_examples=80)
@given(st.integers(0, 300_000), portions, bys)
def test_what_fits_does_not_cost_more_and_one_more_does(left: int, parts: Sequence[Portion], by: AllowanceBy) -> None:
    fits = rules.fitting(left, parts, by)
    assert rules.cost(fits, parts, by) <= left
    assert rules.cost(fits + 1, parts, by) >= left
    # One minute can be worth less than a cent, so that more than one can cost the same.
    assert rules.cost(fits + 60, parts, by) > left


@settings(max_examples=80)
@given(st.integers(0, 20_000), portions, bys, st.integers(0, 22_000), st.integers(0, 220_000))
def test_what_is_written_without_a_warning_never_passes_a_cap(
    amount: int, parts: Sequence[Portion], by: AllowanceBy, month: int, year: int
) -> None:
    left = Room(month, year)
    weighed = rules.weigh(amount, parts, by, left)
    assert weighed.passes is (weighed.cents > min(month, year))
    assert weighed.fits_cents <= left.left
    assert not rules.weigh(weighed.fits, parts, by, left).passes
    assert weighed.over_month == max(0, weighed.cents - month)
    assert weighed.over_year == max(0, weighed.cents - year)


@settings(max_examples=50)
@given(st.integers(0, 10_000), st.integers(0, 10_000), portions, bys)
def test_a_month_written_in_two_parts_costs_the_same_but_for_the_rounding(
    first: int, second: int, parts: Sequence[Portion], by: AllowanceBy
) -> None:
    apart = rules.cost(first, parts, by) + rules.cost(second, rules.left_of(parts, first), by)
    assert abs(apart - rules.cost(first + second, parts, by)) <= 1


@pytest.mark.parametrize(
    ("birth", "on", "lower"),
    [
        (Birth(2005), date(2026, 12, 31), True),
        (Birth(2005), date(2027, 1, 1), False),
        (Birth(2004), date(2026, 1, 1), False),
        (Birth(2005, 3, 11), date(2026, 3, 10), True),
        (Birth(2005, 3, 11), date(2026, 3, 11), False),
        (Birth(2004, 2, 29), date(2025, 2, 28), True),
        (Birth(2004, 2, 29), date(2025, 3, 1), False),
        (Birth(), date(2026, 3, 11), False),
    ],
)
def test_who_is_under_21_gets_the_lower_amount(birth: Birth, on: date, lower: bool) -> None:  # noqa: FBT001
    assert rules.under_21(birth, on) is lower


def test_who_turns_21_in_a_month_gets_the_lower_amount_for_what_was_before() -> None:
    given_days = {date(2026, 3, 4): 120, date(2026, 3, 11): 60, date(2026, 3, 18): 180}
    parts = rules.portions(given_days, MARCH, NL, Birth(2005, 3, 11))
    assert parts == (Portion(120, 340), Portion(None, 575))
    assert rules.cost(360, parts, NL.by) == 2 * 340 + 4 * 575


def test_travel_counts_under_the_caps_and_months_are_never_averaged() -> None:
    entries = [entry(date(2026, 2, 1), 1_000), entry(MARCH, 20_000), entry(MARCH, 1_500, AllowanceKind.TRAVEL)]
    left = rules.room(NL, MARCH, entries)
    assert (left.month, left.year, left.left) == (500, 220_000 - 22_500, 500)
    assert rules.weigh_travel(800, left).over_month == 300


def test_a_year_before_does_not_count() -> None:
    assert rules.room(NL, MARCH, [entry(date(2025, 12, 1), 21_000)]) == Room(22_000, 220_000)


def test_flemish_rooms_count_days_and_have_no_cap_a_month() -> None:
    given_days = {date(2026, 3, day): 90 for day in range(1, 31)} | {date(2026, 3, 31): 0}
    assert rules.counted(given_days, BE.by) == 30
    weighed = rules.weigh(41, (Portion(None, BE.cents),), BE.by, rules.room(BE, MARCH, []))
    assert (weighed.over_month, weighed.over_year, weighed.fits) == (0, 41 * 4148 - 165_929, 40)


def test_the_amounts_that_come_with_the_program_are_those_of_the_programme_and_nobody_checked_them() -> None:
    known = {(rate.country, rate.year): rate for rate in shipped()}
    nl, be = known["NL", 2025], known["BE", 2024]
    assert (nl.cents, nl.cents_under_21, nl.month_cents, nl.year_cents) == (560, 330, 21_000, 210_000)
    assert (known["NL", 2026].cents, known["NL", 2026].year_cents) == (575, 220_000)
    assert (be.by, be.cents, be.month_cents, be.year_cents) == (AllowanceBy.DAY, 4148, None, 165_929)
    assert all(rate.source and rate.confirmed_on is None for rate in shipped())
    assert all(rules.checked(rate) is rate for rate in shipped())


@pytest.mark.parametrize(
    "wrong",
    [
        Rate("NL", 2026, AllowanceBy.HOUR, 0, 340, 22_000, 220_000, "x"),
        Rate("NL", 2026, AllowanceBy.HOUR, 575, 600, 22_000, 220_000, "x"),
        Rate("NL", 2026, AllowanceBy.HOUR, 575, 340, 300_000, 220_000, "x"),
        Rate("NL", 2026, AllowanceBy.HOUR, 575, 340, 22_000, 99_999_999, "x"),
        Rate("NL", 20, AllowanceBy.HOUR, 575, 340, 22_000, 220_000, "x"),
        Rate("NL", 2026, AllowanceBy.HOUR, 575, 340, 22_000, 220_000, ""),
    ],
)
def test_amounts_that_cannot_be_are_refused(wrong: Rate) -> None:
    with pytest.raises(RefusedError):
        rules.checked(wrong)


def test_at_this_pace_the_month_in_which_the_year_is_full_is_told() -> None:
    today = date(2026, 3, 31)
    seen = foresight.foresee(taker(), NL, days_of(10, today), (), (date(2026, 1, 1), today))
    assert seen.reached == date(2026, 10, 1)
    assert (seen.given, seen.year) == (0, NL.year_cents)
    assert seen.uncapped > NL.year_cents


def test_who_gives_little_does_not_reach_it_and_the_year_is_the_pace_of_all_its_days() -> None:
    today = date(2026, 6, 30)
    seen = foresight.foresee(taker(), NL, days_of(2, today), (), (date(2026, 1, 1), today))
    assert seen.reached is None
    assert seen.year == pytest.approx(2 * 52 * 575, rel=0.03)
    assert seen.uncapped == seen.year


def test_a_month_above_its_cap_is_never_made_up_for_in_another() -> None:
    today = date(2026, 12, 31)
    days = {date(2026, 1, day): 8 * 60 for day in range(1, 31)}
    seen = foresight.foresee(taker(), NL, days, (), (date(2026, 1, 1), today))
    assert (seen.year, seen.reached) == (NL.month_cents, None)
    assert seen.uncapped == 30 * 8 * 575


def test_what_was_written_down_stands_and_is_not_foreseen_anew() -> None:
    today = date(2026, 3, 31)
    entries = [entry(date(2026, 1, 1), 10_000), entry(date(2026, 2, 1), 5_000)]
    seen = foresight.foresee(taker(), NL, {}, entries, (date(2026, 1, 1), today))
    assert (seen.given, seen.year) == (15_000, 15_000)


def test_the_cap_of_a_year_pays_for_382_hours() -> None:
    assert foresight.covered(NL) // 60 == 382
    assert foresight.covered(BE) == 40
