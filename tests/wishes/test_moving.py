"""The columns of the board: who moved a wish and when, parked until a day, done only when its people know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import TellReason, ToldHow, WishStatus
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.wishes.wished import sit, undo, wish_of, write

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)


def test_who_moved_a_wish_and_when_is_told(demo: Services, clock: SetClock) -> None:
    sit(demo)
    made = write(demo, "Vliegeren op het veld")
    written = clock.instant
    clock.instant += timedelta(days=1)
    sit(demo, "Bram Jansen")
    demo.wishes.move(made, WishStatus.PARKED, "geen wind")
    assert [(move.at, move.status, move.reason, move.by) for move in demo.wish_lists.moves(made)] == [
        (written, WishStatus.NEW, "", "Ria Postma"),
        (clock.instant, WishStatus.PARKED, "geen wind", "Bram Jansen"),
    ]
    assert demo.wish_lists.opened(made).moves == tuple(demo.wish_lists.moves(made))


def test_a_wish_that_stays_where_it_is_has_no_new_move(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.wishes.move(wish, WishStatus.NEEDS_LEAD)
    assert demo.wish_lists.moves(wish) == []


def test_another_reason_is_kept_as_a_move(demo: Services) -> None:
    wish = demo.wishes.numbered(16)
    demo.wishes.move(wish, WishStatus.PARKED, "geen ruimte")
    demo.wishes.move(wish, WishStatus.PARKED, "geen geld")
    assert [move.reason for move in demo.wish_lists.moves(wish)] == ["geen ruimte", "geen geld"]


@pytest.mark.parametrize("back_on", [TODAY, TODAY - timedelta(days=1), date.min])
def test_a_day_that_has_come_is_no_day_to_come_back_on(demo: Services, back_on: date) -> None:
    with pytest.raises(RefusedError):
        demo.wishes.move(demo.wishes.numbered(16), WishStatus.PARKED, "geen ruimte", back_on)
    assert wish_of(demo, 16).status is WishStatus.NEEDS_LEAD


def test_the_day_to_come_back_goes_with_the_next_move_and_comes_back_with_undo(demo: Services) -> None:
    wish, later = demo.wishes.numbered(16), TODAY + timedelta(days=20)
    demo.wishes.move(wish, WishStatus.PARKED, "geen ruimte", later)
    parked = wish_of(demo, 16)
    assert (parked.status, parked.parked_reason, parked.back_on) == (WishStatus.PARKED, "geen ruimte", later)
    demo.wishes.move(wish, WishStatus.TALKING)
    assert wish_of(demo, 16).back_on is None
    undo(demo)
    assert wish_of(demo, 16) == parked


def test_a_wish_is_done_at_once_when_nobody_is_to_be_told(demo: Services) -> None:
    demo.wishes.move(demo.wishes.numbered(28), WishStatus.DONE)
    wish = wish_of(demo, 28)
    assert (wish.status, wish.done_when_told) == (WishStatus.DONE, False)


def test_a_wish_is_done_only_when_the_last_one_was_told(demo: Services) -> None:
    wish = demo.wishes.numbered(28)
    demo.telling.tell([NewTelling(TellReason.PLANNED, name, wish=wish) for name in ("Mw. Tan", "Dhr. Bos")])
    change = demo.wishes.move(wish, WishStatus.DONE)
    assert change.label.message == "This wish is done when its people know"
    waiting = wish_of(demo, 28)
    assert (waiting.status, waiting.done_when_told, waiting.to_tell) == (WishStatus.RUNNING, True, 2)

    first, second = demo.telling.tellings()
    demo.telling.told(first.id, ToldHow.PHONE)
    demo.wishes.settle(wish)
    assert wish_of(demo, 28).status is WishStatus.RUNNING
    demo.telling.told(second.id, ToldHow.PHONE)
    demo.wishes.settle(wish)
    done = wish_of(demo, 28)
    assert (done.status, done.done_when_told, done.to_tell) == (WishStatus.DONE, False, 0)


def test_settling_a_wish_that_waits_for_nothing_changes_nothing(demo: Services) -> None:
    before = wish_of(demo, 28)
    assert not demo.wishes.settle(before.id)
    assert wish_of(demo, 28) == before


def test_a_wish_that_is_moved_elsewhere_does_not_become_done_later(demo: Services) -> None:
    wish = demo.wishes.numbered(28)
    demo.telling.tell([NewTelling(TellReason.PLANNED, "Mw. Tan", wish=wish)])
    demo.wishes.move(wish, WishStatus.DONE)
    demo.wishes.move(wish, WishStatus.SELF_RUN)
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    demo.wishes.settle(wish)
    assert wish_of(demo, 28).status is WishStatus.SELF_RUN


def test_a_planned_wish_that_is_brought_back_has_no_activity_and_nobody_is_called_for_it(demo: Services) -> None:
    wish, series = demo.wishes.numbered(16), demo.activities.series()[0].id
    before = wish_of(demo, 16)
    demo.wishes.planned_as(wish, series)
    planned = wish_of(demo, 16)
    assert (planned.status, planned.series, planned.to_tell) == (WishStatus.PLANNED, series, 4)
    demo.wishes.move(wish, WishStatus.TALKING)
    back = wish_of(demo, 16)
    assert (back.status, back.series, back.to_tell) == (WishStatus.TALKING, None, 0)
    undo(demo)
    assert wish_of(demo, 16) == planned
    undo(demo)
    assert wish_of(demo, 16) == before
