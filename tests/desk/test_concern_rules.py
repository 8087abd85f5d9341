"""What a concern and an incident can be: citizen numbers are found, days and times must fit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.concerns import rules

WEDNESDAY = date(2026, 3, 11)


def _eleven(digits: list[int]) -> int:
    return sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11


nine = st.lists(st.integers(0, 9), min_size=9, max_size=9).filter(any)
letters = st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="\x00 .-\u00a0"), max_size=20)


@given(nine, letters, letters, st.sampled_from(["", " ", ".", "-"]), st.sampled_from([(3, 3, 3), (4, 2, 3), (2, 3, 4)]))
def test_a_citizen_number_is_found_exactly_when_it_passes_the_eleven_test(
    digits: list[int], before: str, after: str, between: str, parts: tuple[int, int, int]
) -> None:
    plain = "".join(map(str, digits))
    first, second = parts[0], parts[0] + parts[1]
    written = between.join((plain[:first], plain[first:second], plain[second:]))
    text = f"{before}{written}{after}"
    found = _eleven(digits) == 0
    assert rules.holds_citizen_number(text) is found
    assert rules.without_citizen_numbers(text) == (f"{before}{after}" if found else text)


@given(st.text(max_size=60))
def test_what_is_left_of_a_text_holds_no_citizen_number_unless_leaving_one_out_made_another(text: str) -> None:
    left = rules.without_citizen_numbers(text)
    assert len(left) <= len(text)
    assert (left == text) is not rules.holds_citizen_number(text)


@given(st.text("0123456789", min_size=10, max_size=30))
def test_a_longer_number_is_no_citizen_number(digits: str) -> None:
    assert not rules.holds_citizen_number(digits)


def test_phone_numbers_as_people_write_them_are_no_citizen_numbers() -> None:
    for number in ("06 12 34 56 78", "06-12345678", "0612 345 678", "0223 111 222", "+31 6 12345678"):
        assert not rules.holds_citizen_number(number)


def test_a_text_of_nothing_but_numbers_is_looked_through_at_once() -> None:
    assert not rules.holds_citizen_number("1 " * 5_000)


@given(st.integers(-800, 800))
def test_looking_again_is_today_or_within_a_year(days: int) -> None:
    day = WEDNESDAY + timedelta(days=days)
    if 0 <= days <= 366:
        rules.check_review(WEDNESDAY, day)
    else:
        with pytest.raises(RefusedError):
            rules.check_review(WEDNESDAY, day)


@given(st.integers(0, 2_000_000), st.timedeltas(timedelta(-400), timedelta(400)))
def test_an_incident_happened_by_now(minutes: int, away: timedelta) -> None:
    now = datetime.combine(WEDNESDAY, time()) + timedelta(minutes=minutes)
    then = now + away
    if then <= now:
        rules.check_moment(now, then.date(), then.time())
    else:
        with pytest.raises(RefusedError):
            rules.check_moment(now, then.date(), then.time())


def test_whom_to_call_differs_by_country() -> None:
    assert [entry.number for entry in rules.urgent_numbers("NL")] == ["112", "0800 2000", "113", ""]
    assert [entry.number for entry in rules.urgent_numbers("BE")] == ["112", "1712", "1813"]
