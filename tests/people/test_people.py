"""Names: kept as they are, found by their plain letters however they are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import search_terms, words
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.people.rules import kept_name

if TYPE_CHECKING:
    from buurtkamer_app.startup import Services


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ome", "Ömer Şahin"),
        ("sahin", "Ömer Şahin"),
        ("omers", "Ömer Şahin"),
        ("luk", "Łukasz"),
        ("nan", "Mevrouw Ñáñez"),
        ("vanthof", "Dhr. Van ’t Hof"),
        ("van t h", "Dhr. Van ’t Hof"),
        ("hof", "Dhr. Van ’t Hof"),
        ("aic", "Aïcha B."),
        ("aichab", "Aïcha B."),
        ("ha", "Hassan A."),
        ("jansen", "Mw. De Vries-Jansen"),
        ("els van d", "Els van der Meer"),
        ("evdm", "Els van der Meer"),
        ("ÖMER", "Ömer Şahin"),
        ("isik", "Işık Yıldız"),
        ("yildiz", "Işık Yıldız"),
    ],
)
def test_a_name_is_found_by_its_plain_letters(demo: Services, typed: str, name: str) -> None:
    demo.desk.come_in(["Işık Yıldız"])
    assert name in [visitor.name for visitor in demo.people.find(typed)]


@pytest.mark.parametrize("typed", ["", "  ", "%", "_", '"', "NEAR(", "\\", "*", "' OR 1=1", "\x00"])
def test_signs_in_a_search_mean_nothing(demo: Services, typed: str) -> None:
    assert all(words(typed)[0] in search_terms(visitor.name) for visitor in demo.people.find(typed) if words(typed))


def test_of_two_alike_names_both_are_shown(demo: Services) -> None:
    assert [visitor.name for visitor in demo.people.find("jan d")][:2] == ["Jan de Jong", "Jan de Jonge"]


def test_a_name_is_taken_once_among_hosts(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.people.add_host(NewHost(" Ria Postma "))


@pytest.mark.parametrize("name", ["", "   ", "\x00", "a\ud800", "x" * 201, "regel\nregel"])
def test_what_is_no_name_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        kept_name(name)
    assert refusal.value.sentence().endswith(".")


@given(st.text(st.characters(categories=["L", "M", "N", "Zs"]), min_size=1, max_size=60))
def test_every_word_of_a_name_is_among_the_terms_it_is_found_by(name: str) -> None:
    terms = search_terms(name).split()
    assert set(words(name)) <= set(terms)
    assert len(terms) == len(set(terms))
