"""What an agreement, a result and hours of a professional can be; how far an agreement should be by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.evaluation.agreed import rules
from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours
from buurtkamer_app.evaluation.records import Result

TODAY = date(2026, 3, 11)
AGREED = Agreement("Gemeente", "Ontmoetingen op straat", "avonden", 12, date(2026, 1, 1), date(2026, 12, 31))
RESULT = Result(TODAY, "Plantenbakken geverfd", "bakken", 12, Theme.NEIGHBOURHOOD)
HOURS = ProfessionalHours(date(2026, 3, 11), "Welzijn Noord", 600)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(AGREED, financier="  "),
        replace(AGREED, what=""),
        replace(AGREED, many=0),
        replace(AGREED, by_date=date(2025, 12, 31)),
        replace(AGREED, unit="x" * 201),
        replace(AGREED, many=2**31),
        replace(AGREED, first=date.min),
        replace(AGREED, by_date=date.max),
        replace(AGREED, counts="visits\x00"),
    ],
)
def test_an_agreement_names_who_what_and_how_many(wrong: Agreement) -> None:
    with pytest.raises(RefusedError):
        rules.kept_agreement(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(RESULT, what=" "),
        replace(RESULT, many=0),
        replace(RESULT, many=2**31),
        replace(RESULT, on_date=TODAY + timedelta(days=1)),
        replace(RESULT, on_date=date.min),
    ],
)
def test_a_result_is_something_that_is_there(wrong: Result) -> None:
    with pytest.raises(RefusedError):
        rules.kept_result(wrong, TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HOURS, organisation=""),
        replace(HOURS, minutes=0),
        replace(HOURS, minutes=10_000_000),
        replace(HOURS, month=date(2026, 4, 1)),
        replace(HOURS, month=date.min),
    ],
)
def test_hours_of_a_professional_can_be(wrong: ProfessionalHours) -> None:
    with pytest.raises(RefusedError):
        rules.kept_hours(wrong, TODAY)


def test_hours_are_kept_for_their_month() -> None:
    assert rules.kept_hours(HOURS, TODAY).month == date(2026, 3, 1)


@given(
    st.integers(1, 100_000),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 2000),
    st.integers(-500, 3000),
)
def test_what_is_expected_grows_from_nothing_to_all(many: int, first: date, days: int, after: int) -> None:
    agreement = replace(AGREED, many=many, first=first, by_date=first + timedelta(days=days))
    day = first + timedelta(days=after)
    now, later = (rules.expected(agreement, each) for each in (day, day + timedelta(days=1)))
    assert 0 <= now <= later <= many
    assert rules.expected(agreement, agreement.by_date) == many
    assert rules.expected(agreement, first - timedelta(days=1)) == 0
