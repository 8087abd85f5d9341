"""The call guide, on every store: open to everybody, 112 on top, what the room agreed, where things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import HousePlaceKind
from buurtkamer_app.neighbourhood import rules
from buurtkamer_app.neighbourhood.records import CallLine, HousePlace
from buurtkamer_app.room.records import DeskSettings

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

FALL = CallLine("Iemand is gevallen", "Laat liggen.", "Huisarts", "020 000 02 01")
NOISE = CallLine("Er is herrie", "", "Beheerder", "020 000 02 02")


def situations(services: Services) -> list[str]:
    return [agreement.line.situation for agreement in services.neighbourhood.agreements()]


def numbers(services: Services) -> list[str]:
    return [line.phone for line in services.neighbourhood.call_guide().lines]


def test_nobody_has_to_sign_in_to_read_the_guide(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    guide = demo.neighbourhood.call_guide()
    assert guide.lines[0].phone == "112"
    assert {spot.kind for spot in guide.places} == set(HousePlaceKind)


def test_the_rooms_own_agreements_come_before_the_national_numbers(demo: Services) -> None:
    lines = demo.neighbourhood.call_guide().lines
    assert [line.national for line in lines] == [True, *[False] * 5, *[True] * 3]
    assert "0800 2000" in numbers(demo)


def test_a_fresh_room_has_the_national_numbers_and_says_which_one_is_missing(demo: Services) -> None:
    demo.neighbourhood.fill(rules.DOCTOR, "")
    missing = [line for line in demo.neighbourhood.call_guide().lines if not line.phone]
    assert [line.key for line in missing] == [rules.DOCTOR]


def test_belgium_has_its_own_numbers() -> None:
    guide = rules.guide("BE", (), {}, (), ())
    assert [line.phone for line in guide.lines] == ["112", "1733", "1712", "1813", "106"]


def test_the_number_of_the_doctor_on_duty_is_filled_in_once_and_can_be_undone(demo: Services) -> None:
    demo.neighbourhood.fill(rules.DOCTOR, " 020 000 03 03 ")
    assert "020 000 03 03" in numbers(demo)
    change = demo.neighbourhood.fill(rules.DOCTOR, "020 000 04 04")
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert "020 000 03 03" in numbers(demo)
    assert len(situations(demo)) == 5


def test_the_confidant_stands_in_the_guide_when_the_room_named_one(demo: Services) -> None:
    demo.room.set_desk(DeskSettings(confidant="Mevrouw Tuin", confidant_phone="020 000 05 05"))
    assert [line.who for line in demo.neighbourhood.call_guide().lines if line.phone == "020 000 05 05"] == [
        "Mevrouw Tuin"
    ]


def test_an_agreement_is_written_changed_moved_taken_away_and_each_is_undone(demo: Services) -> None:
    before = situations(demo)
    made = demo.neighbourhood.agree(FALL)
    demo.neighbourhood.agree(NOISE)
    changed = demo.neighbourhood.agree(CallLine("Iemand ligt", "", "", "112"), made.value)
    assert situations(demo) == [*before, "Iemand ligt", "Er is herrie"]
    moved = demo.neighbourhood.move_agreement(made.value, -1)
    assert situations(demo) == [*before[:-1], "Iemand ligt", before[-1], "Er is herrie"]
    ended = demo.neighbourhood.end_agreement(made.value)
    assert "Iemand ligt" not in situations(demo)
    for change in (ended, moved, changed.change, made.change):
        assert change.unit is not None
        demo.history.undo(change.unit)
    assert situations(demo) == [*before, "Er is herrie"]


def test_nothing_moves_past_the_ends_of_the_list(demo: Services) -> None:
    first, *_, last = demo.neighbourhood.agreements()
    assert not demo.neighbourhood.move_agreement(first.id, -1)
    assert not demo.neighbourhood.move_agreement(last.id, 1)


def test_a_place_is_written_changed_moved_taken_away_and_undone(demo: Services) -> None:
    before = demo.neighbourhood.places()
    made = demo.neighbourhood.put_place(HousePlace(HousePlaceKind.OTHER, "Zaklamp", "Balie, onderste la"))
    demo.neighbourhood.put_place(HousePlace(HousePlaceKind.OTHER, "Zaklamp", "Berging"), made.value)
    demo.neighbourhood.move_place(made.value, -1)
    assert [known.spot.place for known in demo.neighbourhood.places()][-2] == "Berging"
    ended = demo.neighbourhood.end_place(made.value)
    assert demo.neighbourhood.places() == before
    assert ended.unit is not None
    demo.history.undo(ended.unit)
    assert made.value in {known.id for known in demo.neighbourhood.places()}


def test_what_is_gone_cannot_be_changed(demo: Services) -> None:
    made = demo.neighbourhood.agree(FALL).value
    demo.neighbourhood.end_agreement(made)
    with pytest.raises(RefusedError):
        demo.neighbourhood.agree(NOISE, made)


@pytest.mark.parametrize(
    "line",
    [
        CallLine("", "", "", "112"),
        CallLine("Brand", "", "", ""),
        CallLine("Brand", "", "", "geen nummer"),
        CallLine("x" * 10_000, "", "", "112"),
        CallLine("Brand", "x" * 10_000, "", "112"),
        CallLine("Brand\u202e", "", "", "112"),
    ],
)
def test_what_is_no_agreement_is_refused_with_a_sentence(demo: Services, line: CallLine) -> None:
    before = situations(demo)
    with pytest.raises(RefusedError):
        demo.neighbourhood.agree(line)
    assert situations(demo) == before


def test_a_place_without_a_place_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.neighbourhood.put_place(HousePlace(HousePlaceKind.AED, "", " "))
    assert len(demo.neighbourhood.places()) == 5


def test_only_the_coordinator_writes_agreements(demo: Services) -> None:
    place = demo.neighbourhood.places()[0].id
    demo.sign_in.act_as(Actor(Role.HOST))
    for attempt in (
        lambda: demo.neighbourhood.agree(FALL),
        lambda: demo.neighbourhood.fill(rules.DOCTOR, "112"),
        lambda: demo.neighbourhood.end_place(place),
    ):
        with pytest.raises(NotAllowedError):
            attempt()
    assert len(demo.neighbourhood.places()) == 5


@given(st.text(max_size=80))
def test_a_line_that_is_kept_is_readable_and_stays_as_it_is(typed: str) -> None:
    try:
        kept = one_line(typed)
    except RefusedError:
        return
    assert kept == one_line(kept)
    assert "\n" not in kept


@given(st.text(alphabet="0123456789 +-()", max_size=60))
def test_a_phone_number_has_three_digits_or_is_refused(typed: str) -> None:
    if sum(char.isdigit() for char in typed) >= 3:
        assert phone_number(typed) == " ".join(typed.split())
    else:
        with pytest.raises(RefusedError):
            phone_number(typed)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 5))
def test_the_first_letters_of_every_word_find_a_line(text: str, word: int, letters: int) -> None:
    assert rules.fits("", text)
    known = words(text)
    if known:
        assert rules.fits(known[word % len(known)][:letters], text)
    assert not rules.fits("nietsvandatalles", text)
