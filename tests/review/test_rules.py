"""How long a wrong passphrase waits, and in which order passphrases are tried."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.waiting import WAITS
from buurtkamer_app.review.rules import MOST_OF_RING, order_of_tries, seconds_left
from tests.conftest import NOON

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=8)


@given(st.integers(0, 40), st.integers(-10_000, 10_000))
def test_nobody_waits_longer_than_the_wait_nor_forever(wrong: int, seconds: int) -> None:
    left = seconds_left(wrong, NOON, NOON + timedelta(seconds=seconds))
    assert 0 <= left <= WAITS[-1]
    assert seconds_left(wrong, NOON, NOON + timedelta(seconds=60)) == 0
    assert seconds_left(wrong + 1, NOON, NOON) >= seconds_left(wrong, NOON, NOON)


@given(WORDS, WORDS, st.sampled_from(["a", "z", None]), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3)))
def test_every_typed_passphrase_is_tried_once_and_that_of_the_room_first(
    typed: list[str], ring: list[str], known: str | None, opened: dict[str, int]
) -> None:
    tries = order_of_tries(known, typed, ring, opened, len(typed) // 2)
    assert len(tries) == len(set(tries))
    assert set(tries) == {*typed, *ring, *([known] if known else [])}
    assert known is None or tries[0] == known


def test_what_opened_several_rooms_comes_first_and_what_opened_one_comes_last() -> None:
    assert order_of_tries(None, ["a", "b", "c"], [], {"c": 2, "a": 1}, 0) == ["c", "b", "a"]
    assert order_of_tries(None, ["a", "b", "c"], [], {}, 1) == ["b", "c", "a"]
    assert order_of_tries(None, ["a"], ["x", "y"], {"x": 1, "y": 1}, 0) == ["a", "y", "x"]


def test_of_the_ring_only_the_newest_are_tried_on_a_room_that_nobody_knows() -> None:
    ring = [f"words {number}" for number in range(200)]
    tries = order_of_tries(None, [], ring, dict.fromkeys(ring, 1), 0)
    assert tries == ring[: -MOST_OF_RING - 1 : -1]
