"""Whatever somebody brings from outside is taken or refused with a sentence, and what is refused changes nothing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.harnesses import HARNESSES, seeds, tried
from tests.fuzz.mutating import mutated

if TYPE_CHECKING:
    from collections.abc import Callable

_SLOW = {"a_backup": 6, "an_archive": 10, "a_log": 10, "a_list": 12}


@pytest.mark.parametrize("name", HARNESSES)
def test_whatever_is_brought_it_is_taken_or_refused_with_a_sentence(name: str) -> None:
    right = seeds(name)

    @settings(
        max_examples=_SLOW.get(name, 30),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.nested_given],
    )
    @given(st.binary(max_size=200) | st.randoms(use_true_random=False).map(lambda chance: mutated(right, chance)))
    def bring(content: bytes) -> None:
        assert tried(name, content) in {True, False}

    bring()


@pytest.mark.parametrize("name", sorted(set(HARNESSES) - {"a_code", "a_backup", "a_list"}))
def test_what_is_right_is_taken(name: str) -> None:
    assert all(tried(name, seed) for seed in seeds(name)[:1])


@pytest.mark.long
@pytest.mark.parametrize("name", HARNESSES)
def test_ten_thousand_files_are_taken_or_refused_with_a_sentence(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    chance, times = random.Random(name), {"a_backup": 150, "an_archive": 300, "a_log": 400}.get(name, 1000)
    record_property("tried", times)
    taken = sum(tried(name, mutated(seeds(name), chance)) for _ in range(times))
    record_property("held", times)
    assert 0 <= taken <= times
