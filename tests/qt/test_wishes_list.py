"""All wishes in a list: searched, filtered, sorted, walked with keys, one opened beside it, more while one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from buurtkamer_app.base.i18n import speak
from buurtkamer_app.base.terms import TellReason, Theme, WishStatus
from buurtkamer_app.qt.wishes.listed import WishListPanel
from buurtkamer_app.wishes.records import NewWish, Sort
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.qt.wish_page import WishPage, show

if TYPE_CHECKING:
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def page(room: BoardRoom) -> WishPage:
    return show(room)


@pytest.fixture
def listed(page: WishPage) -> WishListPanel:
    panel = page.sections.page.show_section("list")
    assert isinstance(panel, WishListPanel)
    page.room.settle()
    return panel


def _numbers(panel: WishListPanel) -> list[int]:
    model = panel.model
    return [model.record(model.index(row, 0)).number for row in range(model.rowCount())]


def test_all_wishes_stand_in_the_list_the_oldest_first(listed: WishListPanel) -> None:
    assert len(_numbers(listed)) == 40
    assert _numbers(listed)[:2] == [3, 10]
    assert listed.summary.text() == "40 wishes"


def test_what_is_typed_is_searched_when_one_stops_typing(listed: WishListPanel, room: BoardRoom) -> None:
    QTest.keyClicks(listed.words, "NAAI")
    room.wait(lambda: _numbers(listed) == [17])
    assert listed.summary.text() == "1 wish"
    QTest.keyClicks(listed.words, "xyz")
    room.wait(lambda: not _numbers(listed))
    assert listed.empty.isVisible()


def test_the_list_is_filtered_and_sorted(listed: WishListPanel, room: BoardRoom) -> None:
    listed.status.setCurrentIndex(listed.status.findData(WishStatus.NEW))
    room.settle()
    assert sorted(_numbers(listed)) == list(range(1, 10))
    listed.theme.setCurrentIndex(listed.theme.findData(Theme.COMMUNITY))
    room.settle()
    assert sorted(_numbers(listed)) == [2, 4, 8]
    listed.status.setCurrentIndex(0)
    listed.theme.setCurrentIndex(0)
    listed.sort.setCurrentIndex(listed.sort.findData(Sort.MOST_PEOPLE))
    room.settle()
    assert _numbers(listed)[:2] == [28, 34]


def test_who_is_still_to_be_told_and_what_stands_still_are_one_tick_away(
    listed: WishListPanel, room: BoardRoom
) -> None:
    wish = room.services.wishes.numbered(22)
    room.services.telling.tell([NewTelling(TellReason.PLANNED, "Mw. Tan", wish=wish)])
    listed.to_tell.setChecked(True)
    room.settle()
    assert _numbers(listed) == [22]
    model = listed.model
    assert model.data(model.index(0, 1)) == "Planned · still to tell: 1"
    listed.to_tell.setChecked(False)
    listed.still.setChecked(True)
    room.settle()
    assert 1 in _numbers(listed)
    assert 9 not in _numbers(listed)


def test_enter_opens_the_wish_beside_the_list_and_escape_goes_back(listed: WishListPanel, room: BoardRoom) -> None:
    listed.rows.setFocus()
    listed.rows.setCurrentIndex(listed.model.index(1, 0))
    QTest.keyClick(listed.rows, Qt.Key.Key_Return)
    room.settle()
    assert listed.opened.isVisible()
    assert listed.opened.quote.text() == "“Een kookclub waar iedereen iets uit zijn eigen land kookt.”"
    assert listed.opened.plan.hasFocus()
    QTest.keyClick(listed.opened.plan, Qt.Key.Key_Escape)
    assert not listed.opened.isVisible()
    assert listed.rows.hasFocus()


def test_one_click_opens_a_wish_and_from_there_it_is_planned(page: WishPage, listed: WishListPanel) -> None:
    place = listed.rows.visualRect(listed.model.index(0, 0)).center()
    QTest.mouseClick(listed.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page.room.settle()
    page.press(listed.opened.plan)
    assert page.sections.plan.isVisible()


def test_a_change_is_seen_in_the_list(listed: WishListPanel, room: BoardRoom) -> None:
    listed.status.setCurrentIndex(listed.status.findData(WishStatus.RUNNING))
    room.settle()
    wish = room.services.wishes.numbered(1)
    room.tasks.write(lambda s: s.wishes.move(wish, WishStatus.RUNNING), lambda _: None)
    room.settle()
    assert 1 in _numbers(listed)


def test_what_does_not_fit_the_first_part_is_read_when_somebody_scrolls_to_it(
    listed: WishListPanel, room: BoardRoom
) -> None:
    for at in range(190):
        room.services.wishes.write(NewWish(f"Wens {at}", Theme.HEALTH))
    listed.outdate()
    room.settle()
    model = listed.model
    assert model.rowCount() == 200
    assert model.canFetchMore(QModelIndex())
    listed.rows.scrollToBottom()
    room.wait(lambda: model.rowCount() == 230)
    assert not model.canFetchMore(QModelIndex())
    assert listed.summary.text() == "230 wishes"
    assert len(set(_numbers(listed))) == 230


def test_the_list_is_a_sound_model(listed: WishListPanel) -> None:
    tester = QAbstractItemModelTester(listed.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is listed.model


def test_the_language_can_change_while_the_list_is_shown(listed: WishListPanel) -> None:
    speak("nl")
    listed.say()
    assert listed.model.data(listed.model.index(0, 4)) == "7 jan 2026"


def test_every_section_of_the_page_can_be_shown(page: WishPage) -> None:
    for name in ("telling", "proposal", "list", "board"):
        assert page.sections.page.show_section(name).isVisible()
        page.room.settle()
    assert not page.room.troubles
