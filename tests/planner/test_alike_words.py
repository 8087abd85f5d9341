"""Words of the field as residents write them: inflected, compound, in two parts, by ear, half typed; and learning."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.cli import buurtkamer
from buurtkamer_app.planner.alike import thesaurus
from buurtkamer_app.planner.alike.library import Library
from buurtkamer_app.planner.alike.ranking import terms
from buurtkamer_app.planner.alike.records import Text
from buurtkamer_app.planner.alike.words import sound, stem

if TYPE_CHECKING:
    from pathlib import Path


def senses(text: str) -> set[str]:
    return {sense for term in terms(text, thesaurus.dutch()) for sense in (*term.senses, *term.hints)}


def text(number: int, said: str) -> Text:
    return Text("wish", UUID(int=number), 1, number, said, "", Theme.COMMUNITY)


def learnt(*said: str) -> Library:
    library = Library(thesaurus.dutch, lambda: None)
    library.take(text(number, one) for number, one in enumerate(said, 1))
    while library.learn():
        continue
    return library


@pytest.mark.parametrize("word", ["naait", "naaien", "naai", "genaaid"])
def test_inflections_have_one_stem(word: str) -> None:
    assert stem(word) == stem("naaien")


@pytest.mark.parametrize(
    ("said", "sense"),
    [
        ("naaiclub", "naaien"),
        ("moestuinbak", "moestuin"),
        ("wie past er op mijn kat", "oppas"),
        ("wie hangt mijn lamp op", "klussen"),
        ("stoelgymnastiek", "zittend bewegen"),
        ("kleding verstellen", "naaien"),
        ("fietstochtje", "fietsen"),
    ],
)
def test_a_compound_or_a_verb_in_two_parts_means_what_it_says(said: str, sense: str) -> None:
    assert sense in senses(said)


@pytest.mark.parametrize(("written", "right"), [("breijen", "breien"), ("fiest", "fist"), ("kadoo", "cado")])
def test_who_writes_by_ear_is_understood(written: str, right: str) -> None:
    assert sound(written) == sound(right)


@pytest.mark.parametrize("typed", ["accordion", "acordeon", "accord", "accordeons"])
def test_a_word_of_the_room_itself_is_found_misspelled_or_half_typed(typed: str) -> None:
    assert learnt("Ik heb een accordeon", "Wandelen met koffie").find(typed, 1)[0].number == 1


def test_a_text_that_is_gone_leaves_no_word_behind() -> None:
    library = learnt("Mevrouw Zwaluwstaart wil vliegeren", "Wandelen met koffie")
    library.take([], [UUID(int=1)])
    assert library.find("zwaluwstaart", 3) == []
    library.take([text(1, "Vliegeren op het dak")])
    while library.learn():
        continue
    assert library.find("zwaluwstaart", 3) == []
    assert [entry.number for entry in library.find("vliegeren", 3)] == [1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8), st.text(max_size=200))
def test_whatever_is_typed_the_best_comes_first_and_nothing_twice(said: list[str], typed: str) -> None:
    found = learnt(*said).find(typed, 5)
    assert len(found) <= 5
    assert len({entry.key for entry in found}) == len(found)
    assert [entry.score for entry in found] == sorted((entry.score for entry in found), reverse=True)
    assert all(0 < entry.score <= 100 for entry in found)


def test_a_very_long_text_is_compared_by_its_beginning() -> None:
    assert learnt("Schaken op dinsdag").find("schaken " + "woord " * 2_000, 1)[0].number == 1


def test_a_thesaurus_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nl.ini"
    for broken in ("[naaien]\nwoorden = naald\n", "naald", "[a]\nthema = leren\nwoorden = b\nverwant = c\n"):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(FileRefusedError):
            thesaurus.read(path)


def test_the_command_prints_what_is_alike() -> None:
    told = CliRunner().invoke(buurtkamer, ["alike", "leren appen", "--json"])
    found = json.loads(told.output)
    assert {"kind": "activity", "id": 5, "name": "Telefoon- en tablethulp"}.items() <= found[1].items()
    assert len(found) <= 5
    assert CliRunner().invoke(buurtkamer, ["alike", "xyzzy plugh", "--json"]).output.strip() == "[]"
    assert "Schaken!" in CliRunner().invoke(buurtkamer, ["alike", "schaken"]).output


def test_two_threads_at_once_find_the_stems_that_one_finds() -> None:
    words = [
        f"{start}{end}"
        for start in ("wandel", "brei", "kook", "fiets", "naai") * 40
        for end in ("ingen", "ster", "jes")
    ]
    alone = [stem.__wrapped__(word) for word in words]
    was = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(4)))
    finally:
        sys.setswitchinterval(was)
    assert together == [alone] * 4
