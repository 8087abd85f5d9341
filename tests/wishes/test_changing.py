"""Everything of a wish can be written and changed afterwards; what says who somebody is needs their yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.terms import Prefers, Theme
from buurtkamer_app.wishes.records import NewWish, Said
from tests.wishes.wished import undo, wish_of, write

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

ALL = Said(
    "Leren fietsen, op een driewieler.",
    Theme.HEALTH,
    Prefers.WEEKDAY_MORNING,
    "Mw. Tan",
    "Ik neem koek mee",
    "06 12345678",
    may_contact=True,
)


def test_a_wish_is_written_with_all_that_was_said(demo: Services) -> None:
    new = NewWish(
        "Leren fietsen",
        Theme.HEALTH,
        asked_by=" Mw. Tan ",
        prefers=Prefers.WEEKDAY_MORNING,
        own_part="Ik neem  koek mee",
        contact=" 06 12345678",
        may_contact=True,
    )
    made = demo.wishes.write(new).value
    wish = wish_of(demo, 41)
    assert (wish.id, wish.asked_by, wish.own_part, wish.contact) == (made, "Mw. Tan", "Ik neem koek mee", "06 12345678")
    assert demo.wish_lists.opened(made).may_contact_since == demo.store.clock.now()


def test_everything_of_a_wish_can_be_changed_and_undone(demo: Services) -> None:
    before = wish_of(demo, 16)
    demo.wishes.change(before.id, ALL)
    after = wish_of(demo, 16)
    assert (after.text, after.theme, after.prefers, after.asked_by, after.own_part, after.contact) == (
        ALL.text,
        ALL.theme,
        ALL.prefers,
        ALL.asked_by,
        ALL.own_part,
        ALL.contact,
    )
    assert (after.status, after.supporters) == (before.status, before.supporters)
    undo(demo)
    assert wish_of(demo, 16).text == before.text
    assert demo.wish_lists.opened(before.id).may_contact_since is None


def test_without_a_yes_how_to_reach_somebody_is_refused_and_nothing_is_kept(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.wishes.write(NewWish("Leren fietsen", Theme.HEALTH, contact="06 12345678"))
    with pytest.raises(RefusedError):
        demo.wishes.support(demo.wishes.numbered(16), "Mw. Tan", "06 12345678")
    with pytest.raises(RefusedError):
        demo.wishes.change(demo.wishes.numbered(16), Said("Knutselen", Theme.COMMUNITY, contact="06 12345678"))
    assert len(demo.wishes.all()) == 40
    assert wish_of(demo, 16).supporters == 4
    assert wish_of(demo, 16).contact == ""


def test_a_yes_that_is_taken_back_empties_how_to_reach_them(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.wishes.change(wish, ALL)
    demo.wishes.change(wish, Said(ALL.text, ALL.theme, contact=ALL.contact, may_contact=False))
    assert wish_of(demo, 16).contact == ""
    assert demo.wish_lists.opened(wish).may_contact_since is None


def test_what_was_changed_since_it_was_shown_is_not_written_over(demo: Services) -> None:
    shown = wish_of(demo, 16)
    demo.wishes.change(shown.id, Said("Knutselen, elke week", Theme.COMMUNITY, version=shown.version))
    with pytest.raises(ClashError):
        demo.wishes.change(shown.id, Said("Knutselen met klei", Theme.COMMUNITY, version=shown.version))
    assert wish_of(demo, 16).text == "Knutselen, elke week"


@pytest.mark.parametrize(
    "said",
    [
        Said("", Theme.HEALTH),
        Said("x" * 10_001, Theme.HEALTH),
        Said("Fietsen", Theme.HEALTH, asked_by="x" * 201),
        Said("Fietsen", Theme.HEALTH, asked_by="a\x00b"),
        Said("Fietsen", Theme.HEALTH, own_part="x" * 10_000),
        Said("Fietsen", Theme.HEALTH, contact="x" * 10_000, may_contact=True),
    ],
)
def test_what_cannot_be_kept_of_a_wish_is_refused(demo: Services, said: Said) -> None:
    before = wish_of(demo, 16)
    with pytest.raises(RefusedError):
        demo.wishes.change(before.id, said)
    assert wish_of(demo, 16) == before


def test_support_with_a_name_is_kept_and_can_be_taken_back(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.wishes.support(wish)
    demo.wishes.support(wish, "Mw. Tan", "06 12345678", may_contact=True)
    supports = demo.wish_lists.opened(wish).supports
    assert [(one.name, one.contact) for one in supports] == [("", ""), ("Mw. Tan", "06 12345678")]
    assert wish_of(demo, 16).supporters == 6
    demo.wishes.take_back(supports[1].id)
    assert wish_of(demo, 16).supporters == 5
    with pytest.raises(RefusedError):
        demo.wishes.take_back(supports[1].id)
    undo(demo)
    assert demo.wish_lists.opened(wish).supports == supports


def test_a_wish_that_is_gone_is_said_to_be_gone(demo: Services) -> None:
    made = write(demo, "Vliegeren")
    undo(demo)
    with pytest.raises(RefusedError):
        demo.wishes.change(made, ALL)
    with pytest.raises(RefusedError):
        demo.wish_lists.opened(made)
