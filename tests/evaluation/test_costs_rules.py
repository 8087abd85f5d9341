"""What a unit value can be, and how cost and benefit add up."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.evaluation.costs import rules
from buurtkamer_app.evaluation.costs.records import Range, Spent, UnitValue

KEY = UUID(int=1)
VALUE = UnitValue("Een uur inzet", "resident_hours", Bearer.MUNICIPALITY, "zorg", 500, 1500, "Eigen raming", 2025)
SPENT = Spent(2026, Bearer.MUNICIPALITY, "Huur", 1_200_000)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(VALUE, name=""),
        replace(VALUE, source="  "),
        replace(VALUE, year=1),
        replace(VALUE, low_cents=1500),
        replace(VALUE, low_cents=1600),
        replace(VALUE, source="x" * 301),
        replace(VALUE, low_cents=-1),
        replace(VALUE, high_cents=2**31),
        replace(VALUE, counts="\ud800"),
    ],
)
def test_a_value_has_a_source_a_year_and_a_range(wrong: UnitValue) -> None:
    with pytest.raises(RefusedError):
        rules.kept_value(wrong)


def test_a_value_is_kept_in_one_line() -> None:
    assert rules.kept_value(replace(VALUE, source=" Eigen\n raming ")).source == "Eigen raming"


@pytest.mark.parametrize(
    "wrong", [replace(SPENT, what=""), replace(SPENT, cents=0), replace(SPENT, cents=2**31), replace(SPENT, year=1)]
)
def test_what_was_spent_has_words_and_an_amount(wrong: Spent) -> None:
    with pytest.raises(RefusedError):
        rules.kept_spent(wrong)


_VALUES = st.builds(
    UnitValue,
    st.just("x"),
    st.sampled_from(["a", "b", "nothing"]),
    st.sampled_from(Bearer),
    st.just(""),
    st.integers(0, 1000),
    st.integers(1001, 5000),
    st.just("y"),
    st.just(2025),
)
_SPENT = st.builds(Spent, st.just(2026), st.sampled_from(Bearer), st.just("x"), st.integers(1, 10_000))


@given(st.lists(_VALUES, max_size=6), st.lists(_SPENT, max_size=6), st.integers(0, 999), st.integers(0, 999))
def test_every_euro_stands_under_its_bearer_once(values: list[UnitValue], spent: list[Spent], a: int, b: int) -> None:
    known = [Known(KEY, 1, each) for each in values]
    found = rules.cost_benefit(2026, [Known(KEY, 1, one) for one in spent], known, {"a": a, "b": b}, (0, 0))
    assert sum(each.spent for each in found.bearers) == found.cents == sum(one.cents for one in spent)
    assert sum((each.brings for each in found.bearers), start=Range()) == found.brings
    assert found.brings.low <= found.brings.high
    assert all(each.brings.high == each.many * each.value.it.high_cents for each in found.benefits)
