"""What may be written beside the words of a wish: who asks, when it suits, what they do, how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.terms import Prefers
from tests.qt.board_room import BoardRoom
from tests.qt.board_room import enter as enter_board
from tests.qt.today_room import Vandaag, enter
from tests.qt.wish_page import WishPage, show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    yield from enter_board(qtbot, tmp_path, clock)


@pytest.fixture
def page(room: BoardRoom) -> WishPage:
    return show(room)


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path, clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


def test_a_new_wish_keeps_who_asks_only_where_somebody_wants_to_write_that(page: WishPage) -> None:
    page.press(page.board.new)
    noted = page.board.noted
    assert not noted.asker.isVisible()
    QTest.keyClicks(noted.text, "Vliegeren op het veld")
    page.press(noted.more)
    assert noted.asker.asked_by.hasFocus()
    noted.asker.asked_by.setText("Mw. Tan")
    noted.asker.own_part.setText("Ik heb een vlieger")
    noted.asker.contact.setText("06 12345678")
    page.press(noted.keep)
    assert noted.told.text() == "Ask first whether this may be kept. Without a yes it is not."
    assert noted.asker.contact.text() == "06 12345678"
    noted.asker.may_contact.setChecked(True)
    page.press(noted.keep)
    wish = page.wish(41)
    assert (wish.asked_by, wish.own_part, wish.contact) == ("Mw. Tan", "Ik heb een vlieger", "06 12345678")
    page.press(page.board.new)
    assert not noted.asker.isVisible()
    assert noted.asker.said().asked_by == ""


def test_a_wish_at_the_desk_is_still_words_and_one_key(here: Vandaag) -> None:
    here.heard.text.setFocus()
    QTest.keyClicks(here.heard.text, "Een keer naar zee")
    assert here.heard.asker is None
    QTest.keyClick(here.heard.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.wait(lambda: here.heard.told.text() == "Wish 41 is kept")
    assert here.ask(lambda s: s.wishes.all())[-1].text == "Een keer naar zee"


def test_more_is_written_at_the_desk_where_it_is_asked_for(here: Vandaag) -> None:
    QTest.mouseClick(here.heard.more, Qt.MouseButton.LeftButton)
    asker = here.heard.asker
    assert asker is not None
    assert asker.isVisible()
    QTest.keyClicks(here.heard.text, "Een keer naar zee")
    asker.asked_by.setText("Mw. Tan")
    asker.prefers.setCurrentIndex(asker.prefers.findData(Prefers.FRIDAY_EVENING))
    QTest.mouseClick(here.heard.keep, Qt.MouseButton.LeftButton)
    here.wait(lambda: here.heard.told.text() == "Wish 41 is kept")
    wish = here.ask(lambda s: s.wishes.all())[-1]
    assert (wish.asked_by, wish.prefers) == ("Mw. Tan", Prefers.FRIDAY_EVENING)
    assert not asker.isVisible()


def test_who_asks_is_hidden_with_the_names(here: Vandaag) -> None:
    QTest.mouseClick(here.heard.more, Qt.MouseButton.LeftButton)
    assert here.heard.asker is not None
    here.page.hide_names.setChecked(True)
    assert not here.heard.asker.isVisible()
    here.page.hide_names.setChecked(False)
    assert here.heard.asker.isVisible()
