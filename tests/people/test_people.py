"""Names: kept as they are, found by their plain letters however they are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.letters import search_terms, words
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.people.rules import kept_hint, kept_name

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


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
    demo.arrivals.come_in(["Işık Yıldız"])
    assert name in [visitor.name for visitor in demo.people.find(typed)]


@pytest.mark.parametrize("typed", ["", "  ", "%", "_", '"', "NEAR(", "\\", "*", "' OR 1=1", "\x00"])
def test_signs_in_a_search_mean_nothing(demo: Services, typed: str) -> None:
    assert all(words(typed)[0] in search_terms(visitor.name) for visitor in demo.people.find(typed) if words(typed))


def test_of_two_alike_names_both_are_shown(demo: Services) -> None:
    assert [visitor.name for visitor in demo.people.find("jan d")][:2] == ["Jan de Jong", "Jan de Jonge"]


def test_a_name_is_taken_once_among_hosts(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.people.add_host(NewHost(" Ria Postma "))


NO_NAMES = [
    "",
    "   ",
    "\x00",
    "a\ud800",
    "x" * 201,
    "x" * 10_000,
    "regel\nregel",
    "\u200f\u202e",
    "\u200d",
    "\u3164",
    "\u0301",
]


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        kept_name(name)
    assert refusal.value.sentence().endswith(".")


@pytest.mark.parametrize("name", ["می\u200cخواهم", "Jo\u00adhanna", "👩\u200d🍳", "Ñáñez", "Дарья", "'t Hof"])
def test_a_name_of_any_letters_is_kept_as_it_is(demo: Services, name: str) -> None:
    visitor = demo.arrivals.come_in([name]).value[0].visitor
    assert demo.people.visitor(visitor).name == name


def test_a_name_and_a_hint_are_corrected_and_undone(demo: Services) -> None:
    visitor = demo.arrivals.come_in(["Qwertina"]).value[0].visitor
    demo.sign_in.act_as(Actor(Role.HOST))
    demo.people.set_hint(visitor, "  met de   rode fiets ")
    unit = demo.people.rename(visitor, "Ömer Qwert").unit
    kept = demo.people.find("omer q")[0]
    assert (kept.id, kept.name, kept.hint) == (visitor, "Ömer Qwert", "met de rode fiets")
    assert demo.people.find("qwertina") == []
    assert unit is not None
    demo.history.undo(unit)
    assert demo.people.visitor(visitor).name == "Qwertina"
    assert [one.id for one in demo.people.find("qwertina")] == [visitor]


def test_two_visitors_never_get_the_same_name_and_hint(demo: Services) -> None:
    first = demo.arrivals.come_in(["Jan"]).value[0].visitor
    second = demo.arrivals.come_in_new("Jan", "met de bril").value.visitor
    other = demo.arrivals.come_in(["Qwertina"]).value[0].visitor
    with pytest.raises(RefusedError, match="Jan"):
        demo.people.set_hint(second, "")
    with pytest.raises(RefusedError, match="Jan"):
        demo.people.set_hint(first, "met de bril")
    with pytest.raises(RefusedError, match="Jan"):
        demo.people.rename(other, "Jan")
    assert not demo.people.set_hint(second, "met de bril")


def test_who_may_be_remembered_is_a_hosts_to_write_down(demo: Services) -> None:
    visitor = demo.arrivals.come_in(["Qwertina"]).value[0].visitor
    assert not demo.people.visitor(visitor).remembered
    demo.sign_in.act_as(NOBODY)
    for refused in (lambda: demo.people.remember(visitor), lambda: demo.people.visitor(visitor)):
        with pytest.raises(NotAllowedError):
            refused()
    demo.sign_in.act_as(Actor(Role.HOST))
    assert demo.people.remember(visitor)
    assert not demo.people.remember(visitor)
    assert demo.people.visitor(visitor).remembered


def test_who_is_not_known_any_more_is_said(demo: Services) -> None:
    change = demo.arrivals.come_in(["Qwertina"])
    visitor = change.value[0].visitor
    assert change.change.unit is not None
    demo.history.undo(change.change.unit)
    for gone in (lambda: demo.people.remember(visitor), lambda: demo.arrivals.come_in_as(visitor)):
        with pytest.raises(RefusedError):
            gone()


@given(st.text(max_size=300))
def test_a_hint_is_short_on_one_line_or_refused(hint: str) -> None:
    try:
        kept = kept_hint(hint)
    except RefusedError:
        kept = ""
    assert len(kept) <= 200
    assert kept == " ".join(kept.split())


@given(st.text(st.characters(categories=["L", "M", "N", "Zs"]), min_size=1, max_size=60))
def test_every_word_of_a_name_is_among_the_terms_it_is_found_by(name: str) -> None:
    terms = search_terms(name).split()
    assert set(words(name)) <= set(terms)
    assert len(terms) == len(set(terms))
