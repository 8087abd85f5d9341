"""Cards go from column to column: with keys, by dragging, and the keyboard goes along."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base.terms import TellReason, Theme, WishStatus
from buurtkamer_app.wishes.records import NewWish
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.qt.wish_page import WishPage, show

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def page(room: BoardRoom) -> WishPage:
    return show(room)


def _take(page: WishPage, number: int, status: WishStatus) -> QWidget:
    column = page.board.by_status[status]
    assert column.go_to(page.wish(number).id)
    column.cards.setFocus()
    return column.cards


def _drop(page: WishPage, number: int, status: WishStatus) -> None:
    home = page.board.by_status[page.wish(number).status]
    column = page.board.by_status[status]
    assert home.go_to(page.wish(number).id)
    carried = home.model.mimeData([home.cards.currentIndex()])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(column.rect().center(), copy, carried, left, none)
    QApplication.sendEvent(column, over)
    assert over.isAccepted()
    assert column.property("target")
    QApplication.sendEvent(column, QDropEvent(QPointF(column.rect().center()), copy, carried, left, none))
    assert not column.property("target")
    page.room.settle()


def test_the_keys_are_written_where_they_work(page: WishPage) -> None:
    assert "Ctrl+→" in page.board.keys.text()
    assert page.board.keys.isVisible()


def test_a_key_brings_a_card_to_the_next_column_and_the_keyboard_goes_along(page: WishPage) -> None:
    QTest.keyClick(_take(page, 4, WishStatus.NEW), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    page.room.settle()
    column = page.board.by_status[WishStatus.TALKING]
    assert page.wish(4).status is WishStatus.TALKING
    assert column.cards.hasFocus()
    assert column.current is not None
    assert column.current.number == 4
    QTest.keyClick(column.cards, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    page.room.settle()
    assert page.wish(4).status is WishStatus.NEW


def test_a_key_brings_a_card_to_the_other_tab(page: WishPage) -> None:
    QTest.keyClick(_take(page, 23, WishStatus.PLANNED), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    page.room.settle()
    assert page.board.under_way.isChecked()
    assert page.board.by_status[WishStatus.RUNNING].cards.hasFocus()
    assert 23 in page.numbers(WishStatus.RUNNING)


def test_the_first_column_has_none_before_it(page: WishPage) -> None:
    QTest.keyClick(_take(page, 4, WishStatus.NEW), Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    page.room.settle()
    assert page.wish(4).status is WishStatus.NEW


def test_a_card_is_dragged_to_another_column_and_taken_back_with_undo(page: WishPage) -> None:
    _drop(page, 4, WishStatus.NEEDS_LEAD)
    assert page.wish(4).status is WishStatus.NEEDS_LEAD
    assert 4 in page.numbers(WishStatus.NEEDS_LEAD)
    page.undo()
    assert 4 in page.numbers(WishStatus.NEW)


def test_something_else_that_is_dragged_is_not_taken(page: WishPage) -> None:
    column, text = page.board.by_status[WishStatus.NEW], QMimeData()
    text.setText("hallo")
    over = QDragEnterEvent(
        column.rect().center(),
        Qt.DropAction.CopyAction,
        text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    over.ignore()
    QApplication.sendEvent(column, over)
    assert not over.isAccepted()


def test_dragging_to_not_possible_now_asks_why(page: WishPage) -> None:
    page.press(page.board.under_way)
    _drop(page, 28, WishStatus.PARKED)
    assert page.wish(28).status is WishStatus.RUNNING
    assert page.opened.standing.reason.isVisible()
    page.opened.standing.reason.setText("geen kok")
    page.press(page.opened.standing.move_it)
    assert (page.wish(28).status, page.wish(28).parked_reason) == (WishStatus.PARKED, "geen kok")


def test_a_card_says_what_it_waits_for(page: WishPage) -> None:
    services = page.room.services
    services.telling.tell([NewTelling(TellReason.PLANNED, "Mw. Tan", wish=services.wishes.numbered(22))])
    services.wishes.move(services.wishes.numbered(4), WishStatus.PARKED, "geen bord", date(2026, 4, 1))
    services.groups.join(services.wishes.numbered(3), services.wishes.numbered(2))
    page.board.outdate()
    page.room.settle()

    def said(number: int) -> str:
        model = page.board.by_status[page.wish(number).status].model
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return str(
            model.data(next(at for at in rows if model.record(at).number == number), Qt.ItemDataRole.DisplayRole)
        )

    assert said(22).endswith("1 person is still to be told")
    assert said(23).endswith("no date yet")
    assert said(16).endswith("waits for a lead")
    assert said(4).endswith("back on Wed 1 April")
    assert "with 1 more" in said(2)
    assert "5 residents" in said(2)


def test_a_full_column_leads_to_the_list_of_all_of_it(page: WishPage, clock: SetClock) -> None:
    services = page.room.services
    for at in range(40):
        services.wishes.write(NewWish(f"Wens {at}", Theme.HEALTH, status=WishStatus.DONE))
        clock.instant += timedelta(seconds=1)
    page.board.outdate()
    page.press(page.board.under_way)
    column = page.board.by_status[WishStatus.DONE]
    assert column.heading.text() == "Came true  43"
    assert column.earlier.text() == "and 13 earlier"
    page.press(column.earlier)
    listed = page.sections.page.parts.made("list")
    assert listed is not None
    assert listed.isVisible()
    assert listed.summary.text() == "43 wishes"  # type: ignore[attr-defined] # it is the list
