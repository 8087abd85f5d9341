"""A proposal as it is changed before it is taken over: open places given by hand, lines unticked and ticked again."""

from __future__ import annotations

from datetime import time

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.rota.filling.answering import gaps
from buurtkamer_app.rota.filling.draft import Draft, Kind
from buurtkamer_app.rota.filling.proposed import Chosen, Proposed
from buurtkamer_app.rota.filling.records import Filled, Given
from buurtkamer_app.rota.filling.standing import Standing
from buurtkamer_app.rota.records import ShiftKey
from tests.rota.filling_question import MONDAY, WEDNESDAY, hand, on, question, shift

MORNING = ShiftKey(WEDNESDAY, DayPart.MORNING)
ELS = hand(1, "Els", on(2), most_a_week=1)
JOOP = hand(2, "Joop", on(2), most_a_week=0)
KEES = hand(3, "Kees", on(2))


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.speak("en")


@pytest.fixture
def draft() -> Draft:
    """Els is put on Wednesday, two places stay open, and Kees would come off."""
    monday = ShiftKey(MONDAY, DayPart.EVENING), time(19), time(23)
    asked = question([shift(hosts=3)], [ELS, JOOP, KEES], held_around=((JOOP.id, *monday),))
    standing = Standing(asked)
    standing.put(ELS.id, MORNING)
    filled = Filled(
        asked.first,
        asked.last,
        (Given(MORNING, ELS.id, "Els"),),
        gaps(asked, standing),
        missing_experienced=0,
        cost=0,
        bound=0,
        proven=True,
        seconds=0.0,
    )
    return Draft(Proposed(asked, filled, (Chosen(MORNING, KEES.id, "Kees", off=True),), ()))


def test_lines_of_a_shift_stand_in_order_and_all_but_open_places_are_chosen(draft: Draft) -> None:
    assert [(line.kind, line.name, line.places) for line in draft.lines] == [
        (Kind.OFF, "Kees", 0),
        (Kind.ON, "Els", 0),
        (Kind.OPEN, "", 2),
    ]
    assert draft.chosen() == [Chosen(MORNING, KEES.id, "Kees", off=True), Chosen(MORNING, ELS.id, "Els")]


def test_who_stays_is_not_offered_again(draft: Draft) -> None:
    assert [one.name for one, _why in draft.others(2)] == ["Kees", "Joop"]
    draft.tick(0, wanted=False)
    assert [one.name for one, _why in draft.others(2)] == ["Joop"]
    assert draft.others(0) == []
    draft.tick(0, wanted=True)
    assert [one.name for one, _why in draft.others(1)] == ["Kees"]


def test_open_places_are_given_by_hand_one_by_one_and_what_speaks_against_it_is_said(draft: Draft) -> None:
    draft.tick(2, wanted=False)
    assert draft.lines[2].ticked
    where = draft.give(2, JOOP.id)
    joop = draft.lines[where]
    assert [label.say() for label in joop.reasons] == ["You chose Joop.", "Joop has enough shifts that week."]
    assert [line.places for line in draft.lines if line.kind is Kind.OPEN] == [1]
    draft.give(len(draft.lines) - 1, KEES.id)
    assert all(line.kind is not Kind.OPEN for line in draft.lines)
    assert [one.name for one in draft.chosen() if one.by_hand] == ["Joop", "Kees"]
