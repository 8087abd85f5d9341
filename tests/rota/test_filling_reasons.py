"""The reasons of filling: kind words for who is put on, for what stays open and for whom one could ask."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.cards.records import Proofs
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.rota.filling import reasons
from buurtkamer_app.rota.filling.answering import agreements_without_shift, gaps
from buurtkamer_app.rota.filling.standing import Standing, Why
from buurtkamer_app.rota.fixed.records import Agreed
from buurtkamer_app.rota.records import ShiftKey, Turns
from tests.rota.filling_question import MONDAY, WEDNESDAY, hand, on, question, shift

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.rota.filling.records import Asked, Hand


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.speak("en")


def said(labels: Iterable[Label]) -> list[str]:
    return [label.say() for label in labels]


def why(els: Hand, asked: Asked, *others: Hand, has_room: bool = True, **more: object) -> list[str]:
    """Say why Els is put on a shift."""
    posed = question([asked], [els, *others], **more)
    standing = Standing(posed)
    for one in (els, *others):
        if one.id not in asked.held:
            standing.put(one.id, asked.key)
    return said(reasons.of_place(posed, els, asked, standing, has_room=has_room))


EVERY_WEDNESDAY = Agreed(2, DayPart.MORNING, MONDAY)


@pytest.mark.parametrize(
    ("els", "words"),
    [
        (hand(1, "Els", on(2)), "Els can come on Wednesday and has room."),
        (hand(1, "Els", on(2), fixed=(EVERY_WEDNESDAY,)), "Els does this every Wednesday."),
        (hand(1, "Els", on(2), fixed=(Agreed(2, DayPart.MORNING, MONDAY, every=2),)), "Els does this on fixed days."),
        (
            hand(1, "Els", on(2), offers=frozenset({ShiftKey(WEDNESDAY, DayPart.MORNING)})),
            "Els offered to do this shift.",
        ),
        (
            hand(1, "Els", on(2, willing=Willing.LAST_RESORT)),
            "Els steps in, so that this place is not left open.",
        ),
        (
            hand(1, "Els", on(2, willing=Willing.RATHER_NOT)),
            "Els can come on Wednesday, but likes another time better.",
        ),
        (
            hand(1, "Els", otherwise=(Days(WEDNESDAY, WEDNESDAY, extra=True),)),
            "Els comes extra on this day.",
        ),
    ],
)
def test_each_way_to_come_on_has_its_own_words(els: Hand, words: str) -> None:
    assert why(els, shift()) == [words]


def test_who_has_more_than_a_fair_share_is_not_said_to_have_room() -> None:
    assert why(hand(1, "Els", on(2)), shift(), has_room=False) == ["Els can come on Wednesday."]


def test_who_comes_in_a_week_of_another_group_steps_in() -> None:
    told = why(hand(1, "Els", on(2), group=2), shift(), turns=Turns(2, MONDAY))
    assert told == ["Els steps in, so that this place is not left open."]


def test_a_certificate_and_knowing_the_house_are_said_besides() -> None:
    els = hand(1, "Els", on(2), experienced=True, proofs=Proofs(None, (("EHBO", None),)))
    joop = hand(2, "Joop", on(2))
    assert why(els, shift(experienced=1, asks="EHBO"), joop) == [
        "Els can come on Wednesday and has room.",
        "Els has the certificate EHBO.",
        "With Els there is somebody who knows the house well.",
    ]
    assert len(why(joop, shift(experienced=1), els)) == 1


def gap(asked: Asked, hands: Iterable[Hand], *others: Asked, **more: object) -> list[str]:
    """Say why a shift stays open, and whom one could ask."""
    posed = question([asked, *others], hands, **more)
    return said(next(one for one in gaps(posed, Standing(posed)) if one.key == asked.key).reasons)


def test_when_nobody_is_available_that_is_said() -> None:
    assert gap(shift(), [hand(1, "Els", on(0))]) == ["Nobody is available on Wednesday morning."]
    assert gap(shift(), []) == ["There is nobody yet who can be put on."]
    els = hand(1, "Els", on(2))
    assert gap(shift(held=(els.id,)), [els]) == ["Nobody else is available on Wednesday morning."]


def test_who_is_away_full_on_another_shift_or_too_tired_is_named() -> None:
    away = hand(1, "Anil", on(2), otherwise=(Days(WEDNESDAY, WEDNESDAY),))
    full = hand(2, "Els", on(2), most_a_week=1)
    there = hand(3, "Joop", on(2))
    late = hand(4, "Kees", on(2))
    learns = hand(5, "Nadia", on(2), trainee=True)
    others = [
        shift(MONDAY, hosts=1, held=(full.id,)),
        shift(part=DayPart.AFTERNOON, hosts=1, held=(there.id,)),
        shift(date(2026, 3, 3), DayPart.EVENING, hosts=1, held=(late.id,)),
    ]
    assert gap(shift(), [away, full, there, late, learns], *others) == [
        "Away then: Anil.",
        "Has enough shifts that week: Els.",
        "On another shift that day: Joop.",
        "Needs rest between two shifts: Kees.",
        "Is still learning: Nadia.",
        "You can ask Els, who has a shift that week already.",
        "You can ask Joop, who is there that day on another shift.",
    ]


def test_two_shifts_that_week_and_another_part_of_the_day_are_said() -> None:
    joop = hand(1, "Joop", on(2))
    els = hand(2, "Els", on(2, DayPart.AFTERNOON))
    others = [shift(MONDAY, hosts=1, held=(joop.id,)), shift(date(2026, 3, 6), hosts=1, held=(joop.id,))]
    assert gap(shift(), [joop, els], *others)[1:] == [
        "You can ask Joop, who has 2 shifts that week already.",
        "You can ask Els, who can come on Wednesday afternoon.",
    ]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (shift(asks_vog=True), "No VOG was seen yet: Els."),
        (shift(asks="EHBO"), "Has no certificate EHBO yet: Els."),
        (shift(asks="EHBO", asks_vog=True), "Cannot show EHBO or a VOG yet: Els."),
    ],
)
def test_what_a_task_asks_and_nobody_shows_is_said_and_nobody_is_asked(asked: Asked, words: str) -> None:
    assert gap(asked, [hand(1, "Els", on(2)), hand(2, "Joop", on(2, DayPart.EVENING))]) == [words]


def test_a_shift_outside_the_period_counts_for_rest_and_for_the_week() -> None:
    els = hand(1, "Els", on(0), most_a_week=1)
    sunday = (els.id, ShiftKey(date(2026, 3, 1), DayPart.EVENING), time(19), time(23))
    posed = question([shift(MONDAY)], [els], held_around=(sunday,))
    assert Standing(posed).why_not(els, posed.shifts[0]) is Why.NO_REST


def test_every_hindrance_has_words_for_one_person() -> None:
    els = hand(1, "Els", on(2))
    posed = question([shift(held=(els.id,))], [els])
    label = reasons.hindrance(els, posed.shifts[0], Standing(posed))
    assert label is not None
    assert label.say() == "Els is on this shift already."
    free = question([shift()], [els])
    assert reasons.hindrance(els, free.shifts[0], Standing(free)) is None


def test_an_agreement_about_no_shift_names_the_host_and_the_day() -> None:
    els = hand(1, "Els", on(6), fixed=(Agreed(6, DayPart.EVENING, MONDAY),))
    over = hand(2, "Joop", fixed=(Agreed(6, DayPart.EVENING, MONDAY, last=MONDAY),))
    told = said(agreements_without_shift(question([shift()], [els, over]), {(2, DayPart.MORNING, "")}))
    assert told[0] == "Els agreed to Sunday evening, but there is no such shift."
