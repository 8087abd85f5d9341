from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.privacy.held import What
from buurtkamer_app.privacy.person import rules


@pytest.mark.parametrize(
    ("typed", "text", "what", "found"),
    [
        ("Riet", "Riet de Vries", What.NAME, True),
        ("de vries", "Riet de Vries", What.NAME, True),
        ("Riet", "Margriet", What.NAME, False),
        ("Ömer Şahin", "omer sahin", What.NAME, True),
        ("Riet", "Riets fiets staat hier nog.", What.WORDS, True),
        ("Riet", "Dat is Riet's tas.", What.WORDS, True),
        ("Riet", "Het riet langs de sloot", What.WORDS, True),
        ("Riet de Vries", "Riet is in De Vries geweest", What.WORDS, False),
        ("06 12345678", "bel +31 6 1234 5678 na vijven", What.WORDS, True),
        ("06-12345678", "0612345678", What.CONTACT, True),
        ("06 12345678", "06 12345679", What.CONTACT, False),
        ("Riet", "", What.NAME, False),
        ("Riet", "Riet", What.NOBODY, False),
    ],
)
def test_somebody_is_found_as_they_are_called(typed: str, text: str, what: What, *, found: bool) -> None:
    assert rules.says(what, text, rules.asked_for(typed)) is found


def test_what_stands_around_somebody_stays() -> None:
    asked = rules.asked_for("Riet de Vries")
    assert rules.without("Gisteren zat Riet de Vries hier, met riet.", asked) == "Gisteren zat … hier, met riet."
    number = rules.asked_for("06 12345678")
    assert rules.without("Bel +31 6 12 34 56 78, niet 020 1234567.", number) == "Bel …, niet 020 1234567."


@pytest.mark.parametrize("typed", ["", "  ", "x", "?!", "1234", "a" * 201])
def test_what_is_neither_a_name_nor_a_number_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        rules.asked_for(typed)


NAMES = st.text(st.characters(categories=["L"]), min_size=2, max_size=12).filter(lambda name: len(words(name)) == 1)


@given(NAMES, st.text(max_size=60), st.text(max_size=60))
def test_whoever_is_taken_out_is_not_found_any_more(name: str, before: str, after: str) -> None:
    try:
        asked = rules.asked_for(name)
    except RefusedError:
        return
    left = rules.without(f"{before} {name} {after}", asked)
    assert not rules.says(What.WORDS, left, asked)
    assert rules.without(left, asked) == left


@given(st.text(max_size=120))
def test_a_text_without_somebody_stays_as_it_is(text: str) -> None:
    asked = rules.asked_for("Xqzw")
    assert rules.says(What.WORDS, text, asked) or rules.without(text, asked) == text
