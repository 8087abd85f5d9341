from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.activities.rules import dates as dates_of
from buurtkamer_app.base.i18n import speak
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import Prefers, Theme, WishStatus
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.pages.wishes import WishesPage
from buurtkamer_app.qt.planner.plan import PlanPanel
from buurtkamer_app.qt.planner.price import PriceBox
from buurtkamer_app.qt.planner.proposal import SUITS, Repeats, name_of, rule
from buurtkamer_app.qt.wishes.board import WishesPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.wishes.records import Wish

SEWING = "Naailes. Ik heb een machine, maar ik snap hem niet."


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> Iterator[BoardRoom]:
    yield from enter(qtbot, tmp_path, clock, demo_file)


class Wensen:
    """The page as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.board, self.plan = WishesPanel(room.tasks), PlanPanel(room.tasks)
        self.page = WishesPage(self.board, self.plan)
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


def test_a_wish_becomes_a_planned_activity_in_three_clicks(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.press(wensen.board.opened.plan)
    assert wensen.plan.isVisible()
    assert wensen.plan.name.text() == "Naailes"
    assert wensen.plan.name.hasFocus()
    wensen.press(wensen.plan.keep)

    wish = wensen.saved(SEWING)
    assert (wish.status, wish.activity) == (WishStatus.PLANNED, "Naailes")
    series = next(one for one in wensen.room.services.activities.series() if one.id == wish.series)
    # It asked for a weekday morning; the first one from tomorrow on is Thursday.
    assert (series.first_date, series.starts, series.ends) == (date(2026, 3, 12), time(10), time(12))
    assert (series.space, series.lead, series.theme) == ("Huiskamer", "hosts", Theme.PERSONAL_DEVELOPMENT)
    assert (series.capacity, series.price_cents, series.sign_up, series.rrule) == (None, 0, False, "")
    assert wensen.board.isVisible()
    assert SEWING in [wish.text for wish in wensen.wishes(WishStatus.PLANNED)]
    assert len(wensen.wishes(WishStatus.NEEDS_LEAD)) == 5


def test_the_keyboard_alone_opens_a_wish_and_plans_it(wensen: Wensen) -> None:
    board = wensen.board
    cards = board.by_status[WishStatus.NEW].cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert board.by_status[WishStatus.TALKING].cards.hasFocus()
    QTest.keyClick(_focused(), Qt.Key.Key_Right)
    cards = board.by_status[WishStatus.NEEDS_LEAD].cards
    assert cards.hasFocus()
    QTest.keyClick(cards, Qt.Key.Key_Home)
    QTest.keyClick(cards, Qt.Key.Key_Down)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert board.opened.quote.text() == f"“{SEWING}”"
    assert board.opened.plan.hasFocus()
    QTest.keyClick(board.opened.plan, Qt.Key.Key_Space)
    wensen.room.settle()
    wensen.plan.keep.setFocus()
    QTest.keyClick(wensen.plan.keep, Qt.Key.Key_Space)
    wensen.room.settle()
    assert wensen.saved(SEWING).status is WishStatus.PLANNED


def test_a_taken_space_is_refused_beside_the_button_and_nothing_typed_is_lost(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.press(wensen.board.opened.plan)
    plan = wensen.plan
    plan.name.setText("Naaiclub")
    show_day(plan.on, date(2026, 3, 18))
    plan.space.setCurrentText("Atelier")
    plan.repeats.setCurrentIndex(plan.repeats.findData(Repeats.WEEKLY))
    plan.lead.setEditText("Mw. Tan")
    plan.places.setValue(8)
    plan.price.setValue(150)
    plan.sign_up.setChecked(True)
    wensen.press(plan.keep)
    assert plan.told.text() == "Atelier is taken by Telefoon- en tablethulp. Choose another time or space."
    assert (plan.name.text(), plan.lead.currentText(), plan.places.value()) == ("Naaiclub", "Mw. Tan", 8)
    assert wensen.saved(SEWING).status is WishStatus.NEEDS_LEAD

    plan.space.setCurrentText("Eetkeuken")
    wensen.press(plan.keep)
    wish = wensen.saved(SEWING)
    series = next(one for one in wensen.room.services.activities.series() if one.id == wish.series)
    assert (series.name, series.space, series.rrule) == ("Naaiclub", "Eetkeuken", "FREQ=WEEKLY;BYDAY=WE")
    assert (series.lead, series.capacity, series.price_cents, series.sign_up) == ("Mw. Tan", 8, 150, True)
    assert not series.lead_on_paper


def test_a_busy_lead_and_a_closed_day_are_refused_in_a_sentence(wensen: Wensen) -> None:
    wensen.room.sit(Role.COORDINATOR)
    wensen.room.services.room.close_days(date(2026, 4, 6), date(2026, 4, 6), "Pasen")
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.press(wensen.board.opened.plan)
    plan = wensen.plan
    show_day(plan.on, date(2026, 3, 18))
    plan.lead.setCurrentText("Bram Jansen")
    wensen.press(plan.keep)
    assert plan.told.text() == "Bram Jansen leads Telefoon- en tablethulp at that time. Choose another time or lead."
    show_day(plan.on, date(2026, 4, 6))
    wensen.press(plan.keep)
    assert plan.told.text() == "The room is closed that day."


def test_what_was_typed_in_the_planning_form_is_there_when_one_comes_back(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEEDS_LEAD, SEWING)
    wensen.press(wensen.board.opened.plan)
    wensen.plan.name.setText("Naaiclub")
    wensen.press(wensen.plan.back)
    assert wensen.board.isVisible()
    wensen.press(wensen.board.opened.plan)
    assert wensen.plan.name.text() == "Naaiclub"


def test_one_more_resident_wants_it(wensen: Wensen) -> None:
    wensen.press_card(WishStatus.NEW, "Schaken! Ik ken hier niemand die schaakt.")
    assert wensen.board.opened.facts.text().startswith("1 resident wants this.")
    wensen.press(wensen.board.opened.support)
    assert wensen.board.opened.facts.text().startswith("2 residents want this.")


def test_parking_a_wish_asks_for_the_reason(wensen: Wensen) -> None:
    text = "Schaken! Ik ken hier niemand die schaakt."
    wensen.press_card(WishStatus.NEW, text)
    opened = wensen.board.opened
    assert not opened.reason.isVisible()
    opened.to.setCurrentIndex(opened.to.findData(WishStatus.PARKED))
    assert opened.reason.isVisible()
    wensen.press(opened.move_it)
    assert opened.told.text() == "Say why it cannot be now."
    opened.reason.setText("geen bord")
    wensen.press(opened.move_it)
    wish = wensen.saved(text)
    assert (wish.status, wish.parked_reason) == (WishStatus.PARKED, "geen bord")
    assert not opened.told.isVisible()


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
    wensen.press(wensen.board.opened.support)
    assert wensen.board.opened.told.text() == "Sign in first."


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SEWING, "Naailes"),
        ("Een kookclub waar iedereen iets uit zijn eigen land kookt.", "Kookclub waar iedereen iets"),
        ("Wandelen, niet te ver, met koffie erna.", "Wandelen"),
        ("Een", "Een"),
        ("", ""),
    ],
)
def test_a_name_is_proposed_from_the_first_words(text: str, name: str) -> None:
    assert name_of(text) == name


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(Repeats))
def test_whatever_repeats_begins_on_the_day_that_was_chosen(on: date, repeats: Repeats) -> None:
    given_rule = rule(repeats, on)
    assert dates_of(given_rule, on, on, on) == (on,) or (repeats is Repeats.MONTHLY and on.day > 28)


@pytest.mark.parametrize("prefers", list(Prefers))
def test_every_preference_has_a_time_that_suits(prefers: Prefers) -> None:
    weekdays, starts, ends = SUITS[prefers]
    assert weekdays
    assert starts < ends


def test_a_price_is_typed_in_euros_and_kept_in_cents(qtbot: QtBot, qapp: QApplication) -> None:
    box = PriceBox()
    qtbot.addWidget(box)
    speak("nl")
    box.say()
    box.selectAll()
    QTest.keyClicks(box, "2,5")
    assert box.value() == 250
    box.setValue(1205)
    assert box.text() == "€ 12,05"
    speak("en")
    box.say()
    assert box.textFromValue(1205) == "12.05"
    assert box.valueFromText("€ 3.4") == 340
    box.selectAll()
    QTest.keyClicks(box, "x")
    assert box.value() == 1205
