from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.base.i18n import speak
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import Prefers, Theme, WishStatus
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.pages.wishes import WishesPage
from buurtkamer_app.qt.planner.plan import PlanPanel
from buurtkamer_app.qt.wishes.board import WishesPanel

if TYPE_CHECKING:
    from buurtkamer_app.wishes.records import Wish
    from tests.qt.board_room import BoardRoom

SEWING = "Naailes. Ik heb een machine, maar ik snap hem niet."


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Wensen:
    """The page as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.board, self.plan = WishesPanel(room.tasks), PlanPanel(room.tasks)
        self.page = WishesPage([Section("board", "Board", "note-sticky", lambda: self.board)], self.plan)
        self.board.plan_asked.connect(self.plan.begin)
        self.board.plan_asked.connect(self.page.show_planning)
        self.plan.left.connect(self.page.show_page)
        self.window = room.show(self.page)
        room.settle()

    def wishes(self, status: WishStatus) -> list[Wish]:
        model = self.board.by_status[status].model
        return [model.record(model.index(row, 0)) for row in range(model.rowCount())]

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def press_card(self, status: WishStatus, text: str) -> None:
        cards = self.board.by_status[status].cards
        row = next(row for row, wish in enumerate(self.wishes(status)) if wish.text == text)
        index = cards.model().index(row, 0)
        cards.scrollTo(index)
        middle = cards.visualRect(index).center()
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def saved(self, text: str) -> Wish:
        return next(wish for wish in self.room.services.wishes.all() if wish.text == text)


@pytest.fixture
def wensen(room: BoardRoom) -> Wensen:
    room.sit(Role.HOST)
    return Wensen(room)


def test_the_board_shows_every_wish_in_its_column_with_the_count(wensen: Wensen) -> None:
    counts = {status: len(wensen.wishes(status)) for status in WishStatus}
    assert counts == {
        WishStatus.NEW: 9,
        WishStatus.TALKING: 6,
        WishStatus.NEEDS_LEAD: 6,
        WishStatus.PLANNED: 6,
        WishStatus.RUNNING: 5,
        WishStatus.DONE: 3,
        WishStatus.PARKED: 3,
        WishStatus.SELF_RUN: 2,
    }
    assert wensen.board.summary.text() == "40 wishes"
    assert wensen.board.by_status[WishStatus.NEW].heading.text() == "New  9"
    assert wensen.board.to_do.text() == "To do  27"
    assert wensen.board.under_way.text() == "Running and done  13"


def test_a_card_says_aloud_all_that_stands_on_it(wensen: Wensen) -> None:
    model = wensen.board.by_status[WishStatus.PARKED].model
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    quote = "“Een biljart, net als in het oude buurthuis.”"
    assert said == f"{quote}, Together, 5 residents, 19 days, geen ruimte"


def test_four_columns_fit_beside_each_other_at_the_normal_size(wensen: Wensen) -> None:
    assert wensen.page.width() <= wensen.window.viewport().width()
    assert not wensen.board.area.horizontalScrollBar().isVisible()
    shown = [status for status, column in wensen.board.by_status.items() if column.isVisible()]
    assert shown == [WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PLANNED]
    wensen.press(wensen.board.under_way)
    assert [column.isVisible() for column in wensen.board.by_status.values()] == [False] * 4 + [True] * 4


def test_the_columns_hold_sound_models(wensen: Wensen) -> None:
    QAbstractItemModelTester(
        wensen.board.by_status[WishStatus.NEW].model, QAbstractItemModelTester.FailureReportingMode.Warning
    )


def test_one_more_resident_wants_it(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEW, "Schaken! Ik ken hier niemand die schaakt.")
    assert wensen.board.opened.facts.text().startswith("1 resident wants this.")
    wensen.press(wensen.board.opened.supporting.support)
    assert wensen.board.opened.facts.text().startswith("2 residents want this.")


def test_parking_a_wish_asks_for_the_reason(wensen: Wensen) -> None:
    text = "Schaken! Ik ken hier niemand die schaakt."
    wensen.press_card(WishStatus.NEW, text)
    opened = wensen.board.opened
    assert not opened.standing.reason.isVisible()
    opened.standing.to.setCurrentIndex(opened.standing.to.findData(WishStatus.PARKED))
    assert opened.standing.reason.isVisible()
    wensen.press(opened.standing.move_it)
    assert opened.standing.told.text() == "Say why it cannot be now."
    opened.standing.reason.setText("geen bord")
    wensen.press(opened.standing.move_it)
    wish = wensen.saved(text)
    assert (wish.status, wish.parked_reason) == (WishStatus.PARKED, "geen bord")
    assert not opened.standing.told.isVisible()


def test_a_new_wish_takes_one_click_and_its_text(wensen: Wensen) -> None:
    wensen.press(wensen.board.new)
    noted = wensen.board.noted
    assert noted.text.hasFocus()
    QTest.keyClicks(noted.text, "Een keer naar zee")
    noted.prefers.setCurrentIndex(noted.prefers.findData(Prefers.FRIDAY_EVENING))
    wensen.press(noted.keep)
    wish = wensen.saved("Een keer naar zee")
    assert (wish.status, wish.prefers) == (WishStatus.NEW, Prefers.FRIDAY_EVENING)
    assert len(wensen.wishes(WishStatus.NEW)) == 10
    assert not noted.isVisible()
    assert noted.text.toPlainText() == ""


def test_an_empty_wish_is_refused_and_the_form_stays(wensen: Wensen) -> None:
    wensen.press(wensen.board.new)
    wensen.press(wensen.board.noted.keep)
    assert wensen.board.noted.told.text() == "Write something first."
    assert wensen.board.noted.isVisible()


def test_what_is_alike_becomes_support_and_its_theme_is_guessed(wensen: Wensen) -> None:
    wensen.press(wensen.board.new)
    noted = wensen.board.noted
    QTest.keyClicks(noted.text, "Ik wil leren naaien met een naaimachine")
    wensen.room.wait(noted.alike.isVisible)
    assert noted.theme.currentData() == Theme.PERSONAL_DEVELOPMENT
    button = next(one for one in noted.alike.findChildren(QPushButton) if SEWING in one.accessibleName())
    wensen.press(button)
    assert wensen.saved(SEWING).supporters == 7
    assert len(wensen.room.services.wishes.all()) == 40
    assert not noted.isVisible()


def test_a_theme_that_somebody_chose_is_not_guessed_over(wensen: Wensen) -> None:
    wensen.press(wensen.board.new)
    noted = wensen.board.noted
    noted.theme.setCurrentIndex(noted.theme.findData(Theme.HEALTH))
    noted.theme.activated.emit(noted.theme.currentIndex())
    QTest.keyClicks(noted.text, "Ik wil leren naaien met een naaimachine")
    wensen.room.wait(noted.alike.isVisible)
    assert noted.theme.currentData() == Theme.HEALTH


def test_the_keyboard_goes_back_to_the_card_when_a_wish_is_closed(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.press(wensen.board.opened.shut)
    assert not wensen.board.opened.isVisible()
    assert wensen.board.by_status[WishStatus.NEEDS_LEAD].cards.hasFocus()


def test_nobody_at_the_desk_is_told_to_sign_in(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.room.services.sign_in.act_as(NOBODY)
    wensen.press(wensen.board.opened.supporting.support)
    assert wensen.board.opened.supporting.told.text() == "Sign in first."


def test_a_change_elsewhere_is_seen_on_the_board(wensen: Wensen) -> None:
    wish = wensen.saved(SEWING)
    wensen.room.tasks.write(lambda s: s.wishes.move(wish.id, WishStatus.RUNNING), lambda _: None)
    wensen.room.settle()
    assert len(wensen.wishes(WishStatus.RUNNING)) == 6


def test_the_language_can_change_while_a_wish_is_open(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    speak("nl")
    for part in (wensen.board, wensen.board.opened, wensen.board.noted, wensen.plan):
        part.say()
    assert "27 januari 2026" in wensen.board.opened.facts.text()
    assert wensen.board.opened.quote.text() == f"“{SEWING}”"
