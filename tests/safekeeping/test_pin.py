from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.waiting import wait_after
from buurtkamer_app.safekeeping.pin import acceptable, pin_hash, pin_matches

pins = st.text("0123456789", min_size=6, max_size=6)


@settings(max_examples=8, deadline=None)
@given(pins, pins)
def test_only_the_pin_itself_matches_its_hash(pin: str, other: str) -> None:
    kept = pin_hash(pin)
    assert pin_matches(kept, pin)
    assert pin_matches(kept, other) is (pin == other)
    assert not pin_matches(kept, pin[:-1])


def test_two_hosts_with_the_same_pin_have_different_hashes_of_the_agreed_strength() -> None:
    first, second = pin_hash("271828"), pin_hash("271828")
    assert first != second
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "271828" not in first


def test_a_strange_keyboard_is_a_wrong_pin_and_no_fault() -> None:
    assert not pin_matches(pin_hash("271828"), "\ud800é\u0662")


def test_wrong_tries_wait_0_0_5_30_and_60_seconds_and_stay_at_60() -> None:
    seconds = [wait_after(tries) / timedelta(seconds=1) for tries in range(9)]
    assert seconds == [0, 0, 0, 5, 30, 60, 60, 60, 60]


@given(st.integers(0, 10_000))
def test_waiting_never_gets_shorter(tries: int) -> None:
    assert timedelta(0) <= wait_after(tries) <= wait_after(tries + 1) <= timedelta(seconds=60)


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "12345a", "27 828", "\u0662\u0667\u0661\u0668\u0662\u0668", "271828\n", "-71828"]
)
@pytest.mark.parametrize("practice", [True, False])
def test_a_pin_is_six_plain_digits_everywhere(pin: str, practice: bool) -> None:  # noqa: FBT001 - a parameter
    with pytest.raises(RefusedError):
        acceptable(pin, practice=practice)


@pytest.mark.parametrize("pin", ["123456", "654321", *(digit * 6 for digit in "0123456789")])
def test_the_first_pins_anybody_tries_are_refused_in_a_real_room_and_fine_for_practice(pin: str) -> None:
    with pytest.raises(RefusedError):
        acceptable(pin, practice=False)
    acceptable(pin, practice=True)


@given(pins)
def test_nearly_every_pin_is_accepted(pin: str) -> None:
    easy = len(set(pin)) == 1 or pin in {"123456", "654321"}
    if easy:
        with pytest.raises(RefusedError):
            acceptable(pin, practice=False)
    else:
        acceptable(pin, practice=False)
