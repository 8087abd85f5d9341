"""For what residents say, what means the same is among the first three: nine times in ten, far more than full text."""

from __future__ import annotations

import functools

import pytest

from tests.planner.sentence_room import (
    SentenceRoom,
    encoder_alone,
    full_text,
    learnt,
    missed,
    rooms,
    together,
    words_alone,
)

NAMES = ["De Wilgenhof", "De Pleinkamer", "Het Dorpshuis", "De Kastanje"]


@functools.cache
def room(name: str) -> SentenceRoom:
    return next(one for one in rooms() if one.name == name)


def share(look: object, half: object) -> float:
    return 1 - len(missed(look, half)) / len(half)  # type: ignore[arg-type]


def test_there_are_sixty_sentences_in_each_half() -> None:
    wilgenhof = room("De Wilgenhof")
    assert len(wilgenhof.tuned) == len(wilgenhof.apart) == 60
    assert not {one.text for one in wilgenhof.tuned} & {one.text for one in wilgenhof.apart}


def test_every_right_answer_is_in_the_room() -> None:
    for name in NAMES:
        there = {f"{text.kind} {text.number}" for text in room(name).texts}
        assert all(one.right <= there for one in (*room(name).tuned, *room(name).apart))


@pytest.mark.parametrize("half", ["tuned", "apart"])
@pytest.mark.parametrize("name", NAMES)
def test_nine_times_in_ten_what_means_the_same_is_among_the_first_three(name: str, half: str) -> None:
    assert share(together(room(name)), getattr(room(name), half)) >= 0.9


@pytest.mark.parametrize("half", ["tuned", "apart"])
def test_words_and_meaning_together_do_far_better_than_either_way_of_old(half: str) -> None:
    wilgenhof = room("De Wilgenhof")
    sentences = getattr(wilgenhof, half)
    mine = share(together(wilgenhof), sentences)
    assert mine >= share(full_text(wilgenhof), sentences) + 0.5
    assert mine >= share(encoder_alone(wilgenhof), sentences) + 0.15
    assert share(words_alone(wilgenhof), sentences) >= 0.85


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("leren appen", "Telefoon- en tablethulp"),
        ("bewegen op een stoel", "Zitgym op muziek"),
        ("iets met wol", "Haak- en breicafé"),
        ("ik eet altijd alleen", "Eettafel"),
    ],
)
def test_the_examples_of_the_field_come_up(typed: str, like: str) -> None:
    assert like in [entry.name for entry in learnt(room("De Wilgenhof")).find(typed, 5)]


@pytest.mark.parametrize(
    "typed",
    ["naailes", "naaien", "naaicafé", "kleding verstellen", "NAAILESSEN!", "nailes", "naajmachine", "genaaid", "naai"],
)
def test_sewing_is_found_however_it_is_said(typed: str) -> None:
    assert learnt(room("De Wilgenhof")).find(typed, 1)[0].name.startswith("Naailes.")


@pytest.mark.parametrize("typed", ["xyzzy plugh", "Julius Caesar stak de Rubicon over", "?!", "x", "123", "\x00"])
def test_what_is_like_nothing_brings_nothing(typed: str) -> None:
    assert learnt(room("De Wilgenhof")).find(typed, 5) == []


def test_half_a_sign_in_what_is_typed_changes_nothing() -> None:
    found = learnt(room("De Wilgenhof"))
    assert found.find("ik eet altijd \ud800alleen", 5) == found.find("ik eet altijd alleen", 5)
