"""The planning form: three moments with their reasons, everything else below; four clicks from wish to activity."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import speak
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme, WishStatus
from buurtkamer_app.planner.repeating import Repeats
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.pages.wishes import WishesPage
from buurtkamer_app.qt.planner.plan import PlanPanel
from buurtkamer_app.qt.wishes.board import WishesPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.wishes.records import Wish
    from tests.qt.board_room import BoardRoom

SEWING = "Naailes. Ik heb een machine, maar ik snap hem niet."
CRAFTS = "Knutselen op woensdagmiddag voor mijn meiden."


class Planning:
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

    def press(self, button: QWidget) -> None:
        self.window.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def press_card(self, text: str) -> None:
        wish = self.saved(text)
        cards = self.board.by_status[wish.status].cards
        model = self.board.by_status[wish.status].model
        every = (model.index(row, 0) for row in range(model.rowCount()))
        index = next(index for index in every if model.record(index).number == wish.number)
        cards.scrollTo(index)
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.visualRect(index).center())
        self.room.settle()

    def begin(self, text: str) -> PlanPanel:
        self.press_card(text)
        self.press(self.board.opened.plan)
        self.room.wait(lambda: self.plan.choices.cards)
        return self.plan

    def saved(self, text: str) -> Wish:
        return next(wish for wish in self.room.services.wishes.all() if wish.text == text)

    def series(self, text: str) -> Series:
        wish = self.saved(text)
        return next(one for one in self.room.services.activities.series() if one.id == wish.series)


@pytest.fixture
def wensen(room: BoardRoom) -> Planning:
    room.sit(Role.HOST)
    return Planning(room)


def test_wish_16_is_planned_on_a_wednesday_in_four_clicks(wensen: Planning) -> None:
    wensen.press_card(CRAFTS)  # 1
    wensen.press(wensen.board.opened.plan)  # 2
    wensen.room.wait(lambda: len(wensen.plan.choices.cards) == 3)
    wensen.press(wensen.plan.choices.cards[1])  # 3
    assert wensen.plan.choices.cards[1].choice.isChecked()
    wensen.press(wensen.plan.keep)  # 4
    made = wensen.series(CRAFTS)
    assert (made.first_date, made.starts, made.ends) == (date(2026, 3, 25), time(14), time(16))
    assert (made.lead, made.space, made.capacity, made.theme) == ("Precious Mensah", "Eetkeuken", 24, Theme.COMMUNITY)
    assert wensen.saved(CRAFTS).status is WishStatus.PLANNED
    assert wensen.board.isVisible()


def test_the_best_moment_is_chosen_already_and_says_why(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    best = plan.choices.cards[0]
    assert best.choice.isChecked()
    assert best.choice.text() == "Wednesday 18 March, 14.00–16.00"
    assert best.where.text() == "Eetkeuken · Precious Mensah"
    assert "All 4 can come then." in best.good.text()
    assert "Precious can lead this: knutselen met kinderen." in best.good.text()
    assert best.mind.text().startswith("Mind: Nobody is on the rota for that time yet.")
    assert best.good.text() in best.choice.accessibleName()


def test_the_keyboard_alone_opens_a_wish_chooses_a_moment_and_plans_it(wensen: Planning) -> None:
    cards = wensen.board.by_status[WishStatus.NEEDS_LEAD].cards
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Home)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    wensen.room.settle()
    wensen.board.opened.plan.setFocus()
    QTest.keyClick(wensen.board.opened.plan, Qt.Key.Key_Space)
    wensen.room.wait(lambda: wensen.plan.choices.cards)
    first, second = (card.choice for card in wensen.plan.choices.cards[:2])
    wensen.room.wait(lambda: second.mapToGlobal(second.pos()).x() > first.mapToGlobal(first.pos()).x())
    wensen.room.wait(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    wensen.room.wait(second.isChecked)
    wensen.plan.keep.setFocus()
    QTest.keyClick(wensen.plan.keep, Qt.Key.Key_Space)
    wensen.room.settle()
    assert wensen.saved(CRAFTS).status is WishStatus.PLANNED


def test_another_moment_by_hand_leaves_no_slot_chosen_and_says_what_is_in_the_way(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    assert not plan.look.isVisible()
    show_day(plan.on, date(2026, 3, 21))
    wensen.room.settle()
    assert not any(card.choice.isChecked() for card in plan.choices.cards)
    assert plan.look.text() == "The room is usually closed on that day."
    show_day(plan.on, date(2026, 3, 18))
    wensen.room.settle()
    assert plan.look.text() == "A space and somebody to lead are free then."


def test_the_hours_give_way_to_who_asks_for_it(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    plan.ends.setTime(QTime(22, 0))
    plan.starts.setTime(QTime(20, 0))
    assert not plan.further.any_hours.isVisible()
    wensen.press(plan.keep)
    assert plan.told.text() == "The room is open from 10.00 to 17.00 that day."
    wensen.press(plan.further.any_hours)
    wensen.press(plan.keep)
    assert wensen.series(CRAFTS).starts == time(20)


def test_a_taken_space_is_refused_beside_the_button_and_nothing_typed_is_lost(wensen: Planning) -> None:
    plan = wensen.begin(SEWING)
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
    assert plan.repeats.currentData() is Repeats.WEEKLY
    assert wensen.saved(SEWING).status is WishStatus.NEEDS_LEAD

    plan.space.setCurrentText("Eetkeuken")
    wensen.press(plan.keep)
    series = wensen.series(SEWING)
    assert (series.name, series.space, series.rrule) == ("Naaiclub", "Eetkeuken", "FREQ=WEEKLY;BYDAY=WE")
    assert (series.lead, series.capacity, series.price_cents, series.sign_up) == ("Mw. Tan", 8, 150, True)
    assert not series.lead_on_paper


def test_what_is_seldom_needed_is_folded_away_and_kept(wensen: Planning) -> None:
    plan = wensen.begin(SEWING)
    assert not plan.further.isVisible()
    wensen.press(plan.more)
    further = plan.further
    assert further.isVisible()
    further.minimum.setValue(4)
    QTest.keyClicks(further.bring, "Stof en garen")
    further.meal.setChecked(True)
    plan.price.setValue(500)
    further.reduced.setValue(250)
    wensen.press(plan.keep)
    series = wensen.series(SEWING)
    assert (series.minimum, series.bring, series.meal, series.reduced_cents) == (4, "Stof en garen", True, 250)


def test_a_series_names_its_first_days_and_may_have_an_end(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    assert not plan.last_date_cell.isVisible()
    labels = [plan.repeats.itemText(row) for row in range(plan.repeats.count())]
    assert labels == [
        "Once",
        "Every week",
        "Every two weeks",
        "Every third Wednesday of the month",
        "Every first Wednesday of the month",
        "Every last Wednesday of the month",
    ]
    plan.repeats.setCurrentIndex(plan.repeats.findData(Repeats.FIRST))
    plan.repeats.activated.emit(plan.repeats.currentIndex())
    assert plan.days.text() == "It is on Wed 1 April, Wed 6 May, Wed 3 June and so on."
    wensen.press(plan.no_end)
    show_day(plan.last_date, date(2026, 5, 31))
    assert plan.days.text() == "It is on Wed 1 April, Wed 6 May."
    wensen.press(plan.keep)
    series = wensen.series(CRAFTS)
    assert (series.rrule, series.first_date) == ("FREQ=MONTHLY;BYDAY=1WE", date(2026, 4, 1))
    assert series.last_date == date(2026, 5, 6)


def test_a_series_that_ends_before_it_begins_is_refused(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    plan.repeats.setCurrentIndex(plan.repeats.findData(Repeats.WEEKLY))
    plan.repeats.activated.emit(plan.repeats.currentIndex())
    wensen.press(plan.no_end)
    show_day(plan.last_date, date(2026, 3, 1))
    wensen.press(plan.keep)
    assert plan.told.text() == "The last day comes before the first."
    assert wensen.saved(CRAFTS).status is WishStatus.NEEDS_LEAD


def test_a_busy_lead_and_a_closed_day_are_refused_in_a_sentence(wensen: Planning) -> None:
    wensen.room.sit(Role.COORDINATOR)
    wensen.room.services.room.close_days(date(2026, 4, 6), date(2026, 4, 6), "Pasen")
    plan = wensen.begin(SEWING)
    show_day(plan.on, date(2026, 3, 18))
    plan.lead.setCurrentText("Bram Jansen")
    plan.space.setCurrentText("Eetkeuken")
    wensen.press(plan.keep)
    assert plan.told.text() == "Bram Jansen leads Telefoon- en tablethulp at that time. Choose another time or lead."
    show_day(plan.on, date(2026, 4, 6))
    wensen.press(plan.keep)
    assert plan.told.text() == "The room is closed that day."


def test_the_nearest_moments_that_cannot_be_say_why_not(wensen: Planning) -> None:
    wensen.room.sit(Role.COORDINATOR)
    wensen.room.services.room.close_days(date(2026, 3, 18), date(2026, 3, 18), "")
    plan = wensen.begin(CRAFTS)
    assert plan.choices.cards[0].choice.text() == "Wednesday 25 March, 14.00–16.00"
    assert not plan.not_then.isVisible()
    wensen.press(plan.ask_why)
    assert plan.not_then.isVisible()
    assert plan.not_then.text().splitlines() == ["Wednesday 18 March, 14.00–16.00: The room is closed that day."]


def test_a_wish_that_asks_for_something_else_says_so_and_can_be_settled_otherwise(wensen: Planning) -> None:
    asked: list[Wish] = []
    wensen.plan.other_way_asked.connect(asked.append)
    plan = wensen.begin("Een bankje bij de bushalte, ik kan niet zo lang staan.")
    assert plan.other_way.isVisible()
    assert plan.ending.text().startswith("This looks like something else: Report it.")
    wensen.press(plan.end_otherwise)
    assert [wish.number for wish in asked] == [14]
    plan.begin(wensen.saved(CRAFTS))
    wensen.room.settle()
    assert not plan.other_way.isVisible()


def test_what_was_typed_in_the_planning_form_is_there_when_one_comes_back(wensen: Planning) -> None:
    plan = wensen.begin(SEWING)
    plan.name.setText("Naaiclub")
    wensen.press(plan.back)
    assert wensen.board.isVisible()
    wensen.press(wensen.board.opened.plan)
    assert plan.name.text() == "Naaiclub"


def test_the_language_can_change_while_something_is_planned(wensen: Planning) -> None:
    plan = wensen.begin(CRAFTS)
    speak("nl")
    plan.say()
    assert plan.choices.cards[0].choice.text() == "Woensdag 18 maart, 14.00–16.00"


def test_at_twice_the_size_of_type_everything_stands_under_each_other(wensen: Planning, qapp: QApplication) -> None:
    theme.start(qapp, 200)
    try:
        plan = wensen.begin(CRAFTS)
        wensen.room.wait(lambda: wensen.page.width() <= wensen.window.viewport().width())
        lefts = {card.mapTo(plan, card.rect().topLeft()).x() for card in plan.choices.cards}
        assert len(lefts) == 1
    finally:
        theme.start(qapp, 100)
