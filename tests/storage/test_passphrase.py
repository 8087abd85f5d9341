from __future__ import annotations

import math
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.storage.passphrase import acceptable, as_compared, draw, word_list


def test_the_list_has_over_2048_plain_words_that_their_first_four_letters_tell_apart() -> None:
    words = word_list()
    assert len(words) >= 2048
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    assert len({word[:4] for word in words}) == len(words)
    assert list(words) == sorted(words)


def test_five_words_are_drawn_with_at_least_55_bits_of_chance() -> None:
    drawn = draw().split(" ")
    assert len(drawn) == 5
    assert set(drawn) <= set(word_list())
    assert 5 * math.log2(len(word_list())) >= 55


def test_no_two_draws_are_alike() -> None:
    drawn = [draw() for _ in range(200)]
    assert len(set(drawn)) == 200
    # 1,000 draws from 2,247 words give some 800 different ones; a stuck generator gives few.
    assert len({word for words in drawn for word in words.split()}) > 600


def test_what_is_drawn_is_acceptable() -> None:
    for _ in range(50):
        acceptable(draw())


@pytest.mark.parametrize(
    "typed", ["geheim", "aaaaaaaaaaaaaaaa", "ababababababab", "appel  boom", "1111 1111 2222 2222"]
)
def test_an_own_passphrase_that_is_short_or_hardly_varies_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        acceptable(typed)


@given(st.lists(st.sampled_from(word_list()), min_size=5, max_size=5), st.data())
def test_case_and_extra_blanks_never_matter(words: list[str], data: st.DataObject) -> None:
    blanks = st.sampled_from([" ", "  ", "\t", "\n", "\u00a0"])
    sloppy = "".join(
        data.draw(st.sampled_from([word, word.upper(), word.capitalize()])) + data.draw(blanks) for word in words
    )
    assert as_compared(data.draw(blanks) + sloppy) == as_compared(" ".join(words))


@given(st.text(min_size=1).filter(lambda text: text.split()))
def test_accents_typed_whole_or_in_parts_are_the_same(text: str) -> None:
    parts, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert as_compared(parts) == as_compared(whole)


@given(st.text(min_size=1).filter(lambda text: text.split()))
def test_what_counts_of_a_passphrase_counts_the_same_once_more(text: str) -> None:
    once = as_compared(text)
    assert as_compared(once.decode("utf-8", "surrogatepass")) == once


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u00a0"])
def test_nothing_is_no_passphrase(typed: str) -> None:
    with pytest.raises(RefusedError):
        as_compared(typed)


def test_different_words_and_different_orders_stay_different() -> None:
    spelled = {as_compared(text) for text in ("appel boom", "boom appel", "appelboom", "appel bomen", "äppel boom")}
    assert len(spelled) == 5
