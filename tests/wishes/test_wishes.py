"""Wishes, support and questions for the professional, on every store."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Theme, WishStatus
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def test_a_wish_is_kept_in_its_own_words_and_gets_the_next_number(demo: Services) -> None:
    made = demo.wishes.write(NewWish("  Ik wil zo graag weer leren fietsen. ", Theme.HEALTH)).value
    wish = next(entry for entry in demo.wishes.all() if entry.id == made)
    assert (wish.number, wish.text, wish.status, wish.supporters) == (
        41,
        "Ik wil zo graag weer leren fietsen.",
        WishStatus.NEW,
        1,
    )


def test_support_adds_one_and_is_undone(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.wishes.support(wish)
    assert next(entry for entry in demo.wishes.all() if entry.id == wish).supporters == 5
    demo.history.undo_last_count()
    assert next(entry for entry in demo.wishes.all() if entry.id == wish).supporters == 4


def test_without_consent_a_question_is_refused_and_nothing_is_kept(demo: Services) -> None:
    wish = demo.wishes.numbered(5)
    with pytest.raises(RefusedError):
        demo.wishes.ask_advice(wish, "Wie kan helpen?", consent=False)
    assert demo.wishes.questions() == []
    demo.wishes.ask_advice(wish, "Wie kan helpen?", consent=True)
    assert demo.wishes.questions() == [(5, "Wie kan helpen?")]


def test_parking_a_wish_needs_a_reason(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    with pytest.raises(RefusedError):
        demo.wishes.move(wish, WishStatus.PARKED, "  ")
    demo.wishes.move(wish, WishStatus.PARKED, "geen ruimte")
    moved = next(entry for entry in demo.wishes.all() if entry.id == wish)
    assert (moved.status, moved.parked_reason) == (WishStatus.PARKED, "geen ruimte")


@pytest.mark.parametrize("text", ["", "  \n ", "a\x00b", "a\ud800", "x" * 10_001])
def test_what_cannot_be_kept_is_refused(demo: Services, text: str) -> None:
    with pytest.raises(RefusedError):
        demo.wishes.write(NewWish(text, Theme.HEALTH))
    assert len(demo.wishes.all()) == 40


def test_what_was_written_with_every_sign_comes_back_as_it_was(demo: Services) -> None:
    text = "«Ça» 🌷 \u202eabc\u202c ﷽ שלום Ṩ <b>&amp;</b> {x} % _ \\ \" '"
    made = demo.wishes.write(NewWish(text, Theme.HEALTH)).value
    assert next(entry for entry in demo.wishes.all() if entry.id == made).text == unicodedata.normalize("NFC", text)
