"""Wishes as they are looked at: full columns show the last ones, the list finds, filters and sorts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import TellReason, Theme, WishStatus
from buurtkamer_app.wishes.lists import rules
from buurtkamer_app.wishes.records import NewWish, Sort, Sought
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.wishes.wished import write

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def _numbers(demo: Services, sought: Sought) -> list[int]:
    return [line.number for line in demo.wish_lists.listed(sought).lines]


def test_the_board_holds_every_wish_once(demo: Services) -> None:
    board = demo.wish_lists.board()
    assert {status: column.count for status, column in board.items()} == {
        WishStatus.NEW: 9,
        WishStatus.TALKING: 6,
        WishStatus.NEEDS_LEAD: 6,
        WishStatus.PLANNED: 6,
        WishStatus.RUNNING: 5,
        WishStatus.DONE: 3,
        WishStatus.PARKED: 3,
        WishStatus.SELF_RUN: 2,
    }
    assert [wish.number for wish in board[WishStatus.NEW].wishes] == list(range(1, 10))


def test_a_full_column_shows_those_that_moved_last_and_tells_how_many_came_before(
    demo: Services, clock: SetClock
) -> None:
    wishes = [write(demo, f"Wens {at}") for at in range(40)]
    for wish in wishes:
        clock.instant += timedelta(minutes=1)
        demo.wishes.move(wish, WishStatus.DONE)
    column = demo.wish_lists.board()[WishStatus.DONE]
    assert [wish.id for wish in column.wishes] == wishes[:-31:-1]
    assert (column.earlier, column.count) == (13, 43)


def test_the_list_finds_words_however_they_are_spelled(demo: Services) -> None:
    demo.wishes.write(NewWish("Crème brûlée bakken", Theme.COMMUNITY, asked_by="Ömer Şahin"))
    assert _numbers(demo, Sought("BRULEE creme")) == [41]
    assert _numbers(demo, Sought("omer")) == [41]
    assert _numbers(demo, Sought("naai")) == [17]
    assert _numbers(demo, Sought("  ")) == [*_numbers(demo, Sought())]
    assert _numbers(demo, Sought("% _ ' \" NEAR(")) == []


def test_the_list_filters_by_status_and_theme(demo: Services) -> None:
    assert sorted(_numbers(demo, Sought(status=WishStatus.PARKED))) == [36, 37, 38]
    assert sorted(_numbers(demo, Sought(status=WishStatus.NEW, theme=Theme.COMMUNITY))) == [2, 4, 8]


def test_the_list_shows_of_whom_somebody_is_to_be_told(demo: Services) -> None:
    demo.telling.tell([NewTelling(TellReason.PLANNED, "Mw. Tan", wish=demo.wishes.numbered(22))])
    assert _numbers(demo, Sought(to_tell=True)) == [22]


def test_the_list_shows_what_stood_still_for_thirty_days(demo: Services) -> None:
    still = _numbers(demo, Sought(still=True))
    assert 1 in still  # written down 50 days ago
    assert 9 not in still  # written down 16 days ago
    assert not {28, 33, 39} & set(still)  # it runs, or came to its end
    demo.wishes.move(demo.wishes.numbered(1), WishStatus.TALKING)
    assert 1 not in _numbers(demo, Sought(still=True))


def test_the_list_is_sorted_as_is_asked(demo: Services) -> None:
    assert _numbers(demo, Sought())[:2] == [3, 10]
    assert _numbers(demo, Sought(sort=Sort.MOST_PEOPLE))[:2] == [28, 34]
    demo.wishes.move(demo.wishes.numbered(5), WishStatus.TALKING)
    assert _numbers(demo, Sought(sort=Sort.LAST_MOVED))[0] == 5


def test_the_head_of_a_group_is_listed_with_all_its_people(demo: Services) -> None:
    demo.groups.join(demo.wishes.numbered(10), demo.wishes.numbered(2))
    lines = {line.number: line for line in demo.wish_lists.listed(Sought()).lines}
    assert (lines[2].supporters, lines[2].members, lines[2].grouped) == (9, 1, False)
    assert (lines[10].supporters, lines[10].members, lines[10].grouped) == (6, 0, True)


def test_nobody_who_did_not_sign_in_looks_at_wishes(demo: Services) -> None:
    wish = demo.wishes.numbered(1)
    demo.sign_in.act_as(NOBODY)
    for look in (
        demo.wish_lists.board,
        lambda: demo.wish_lists.listed(Sought()),
        lambda: demo.wish_lists.opened(wish),
        lambda: demo.wish_lists.moves(wish),
    ):
        with pytest.raises(NotAllowedError):
            look()


@given(st.text(), st.text())
def test_a_text_is_found_by_any_part_of_a_word_of_its_own(before: str, after: str) -> None:
    assert rules.finder("naaien")(f"{before} naaien {after}")
    assert rules.finder("")(before)


def test_the_list_is_given_in_parts(demo: Services) -> None:
    whole = demo.wish_lists.listed(Sought(sort=Sort.MOST_PEOPLE))
    parts = [demo.wish_lists.listed(Sought(sort=Sort.MOST_PEOPLE), first, 15) for first in (0, 15, 30)]
    assert [len(part.lines) for part in parts] == [15, 15, 10]
    assert tuple(line for part in parts for line in part.lines) == whole.lines
    assert {part.total for part in parts} == {40}
