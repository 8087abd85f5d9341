from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.activities.day import DayCard
from buurtkamer_app.qt.activities.week import WeekPanel
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.pages.activities import ActivitiesPage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.planner.plan import PlanPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


class Activiteiten:
    """The page as a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.week, self.plan = WeekPanel(room.tasks), PlanPanel(room.tasks)
        self.page = ActivitiesPage([Section("week", "Week", "calendar-days", lambda: self.week)], self.plan)
        self.week.plan_asked.connect(self.plan.begin)
        self.week.plan_asked.connect(self.page.show_planning)
        self.plan.left.connect(self.page.show_page)
        self.window = room.show(self.page)
        room.settle()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def words(self, day: int) -> list[str]:
        return [label.text() for label in self.week.days[day].findChildren(QLabel) if label.isVisible()]


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Activiteiten]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        yield Activiteiten(room)


def test_the_week_shows_what_is_on_where_and_who_leads(here: Activiteiten) -> None:
    assert here.week.summary.text() == "Week 11 · 9 to 15 March · 20 activities"
    words = here.words(2)
    assert words[:2] == ["Wednesday 11 March", "today"]
    assert [word for word in words if word in {"10.00", "13.30", "Taalcafé", "Atelier · Samira El Idrissi", "0 of 12"}][
        1:
    ] == ["10.00", "13.30", "Taalcafé", "Atelier · Samira El Idrissi", "0 of 12"] or "Taalcafé" in words
    assert "Atelier · Samira El Idrissi" in words
    assert "0 of 12" in words
    assert "30 places" in words
    assert "Huiskamer · host on duty" in words


def test_only_today_says_so(here: Activiteiten) -> None:
    assert [card.today.isVisible() for card in here.week.days] == [False, False, True, False, False, False, False]


def test_a_day_without_hours_says_that_it_is_closed(here: Activiteiten) -> None:
    assert here.words(5) == ["Saturday 14 March", "Closed"]


def test_the_whole_week_fits_at_the_normal_size(here: Activiteiten) -> None:
    assert here.page.width() <= here.window.viewport().width()
    assert here.page.height() <= here.window.viewport().height()


def test_one_walks_through_the_weeks(here: Activiteiten) -> None:
    here.press(here.week.weeks.before)
    assert here.week.summary.text().startswith("Week 10 ")
    assert not any(card.today.isVisible() for card in here.week.days)
    here.press(here.week.weeks.now)
    here.press(here.week.weeks.after)
    here.press(here.week.weeks.after)
    assert here.week.summary.text().startswith("Week 13 ")
    assert "Filmmiddag" in here.words(4)


def test_a_closed_day_and_a_holiday_are_named(here: Activiteiten) -> None:
    here.room.sit(Role.COORDINATOR)
    here.room.services.room.close_days(date(2026, 4, 6), date(2026, 4, 6), "Pasen")
    here.week.weeks.day = date(2026, 4, 6)
    here.week.outdate()
    here.room.wait(lambda: here.week.summary.text().startswith("Week 15 "))
    assert here.words(0) == ["Monday 6 April", "Closed: Pasen · Easter Monday"]


def test_a_week_without_anything_says_what_to_do_first(here: Activiteiten) -> None:
    here.week.weeks.day = date(2025, 6, 2)
    here.week.outdate()
    here.room.wait(here.week.empty.isVisible)
    assert here.week.empty.text().startswith("Nothing is planned in this week.")
    assert "Nothing is planned yet." in here.words(0)


def test_the_keyboard_walks_past_every_day_and_hears_it_whole(here: Activiteiten) -> None:
    here.week.new.setFocus()
    walk: list[QWidget] = []
    while _focused() not in walk:
        walk.append(_focused())
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
    seen = [card for card in walk if isinstance(card, DayCard)]
    assert seen == list(here.week.days)
    # Between a day and the next come its own rows.
    rows = walk[walk.index(seen[0]) + 1 : walk.index(seen[1])]
    assert rows
    assert all(seen[0].isAncestorOf(row) for row in rows)
    assert seen[4].accessibleName() == (
        "Friday 13 March. 10.00, Koffie-inloop, Huiskamer, host on duty. "
        "17.30, Eettafel, Eetkeuken, Youssef Amrani, 0 of 24"
    )


def test_a_sign_up_is_seen_at_once(here: Activiteiten) -> None:
    dinner = next(one for one in here.room.services.activities.series() if one.name == "Eettafel")
    here.room.tasks.write(lambda s: s.activities.sign_up(dinner.id, date(2026, 3, 13), "", 6), lambda _: None)
    here.room.settle()
    assert "6 of 24" in here.words(4)


def test_what_does_not_go_on_says_so_with_its_reason(here: Activiteiten) -> None:
    dinner = next(one for one in here.room.services.activities.series() if one.name == "Eettafel")
    friday = date(2026, 3, 13)
    here.room.tasks.write(lambda s: s.attendance.cancel(dinner.id, friday, "De kok is ziek"), lambda _: None)
    here.room.settle()
    words = here.words(4)
    assert "does not go on" in words
    assert "De kok is ziek" in words
    assert here.week.days[4].accessibleName().endswith("17.30, Eettafel, De kok is ziek, does not go on")
    assert here.week.summary.text().endswith("19 activities")


def test_a_new_activity_is_planned_without_a_wish(here: Activiteiten) -> None:
    here.press(here.week.new)
    plan = here.plan
    assert plan.theme.isVisible()
    assert plan.title.text() == "New activity"
    assert plan.why.text() == "These moments suit best. One is chosen already."
    assert plan.choices.cards[0].choice.text() == "Thursday 12 March, 10.00–12.00"
    QTest.keyClicks(plan.name, "Bingo")
    plan.theme.setCurrentIndex(plan.theme.findData(Theme.COMMUNITY))
    here.press(plan.keep)
    assert here.week.isVisible()
    assert "Bingo" in here.words(3)
    assert here.week.summary.text().endswith("21 activities")


def test_a_new_activity_in_a_taken_space_is_refused(here: Activiteiten) -> None:
    here.press(here.week.new)
    plan = here.plan
    QTest.keyClicks(plan.name, "Bingo")
    show_day(plan.on, date(2026, 3, 16))
    plan.ends.setTime(QTime(16, 0))
    plan.starts.setTime(QTime(14, 0))
    plan.space.setCurrentText("Atelier")
    here.press(plan.keep)
    assert plan.told.text() == "Atelier is taken by Samen schilderen. Choose another time or space."
    assert plan.name.text() == "Bingo"
    assert "Bingo" not in [one.name for one in here.room.services.activities.series()]


def test_an_activity_without_a_name_is_refused(here: Activiteiten) -> None:
    here.press(here.week.new)
    here.press(here.plan.keep)
    assert here.plan.told.isVisible()
    assert here.plan.isVisible()


def test_nobody_at_the_desk_plans_nothing(here: Activiteiten) -> None:
    here.press(here.week.new)
    QTest.keyClicks(here.plan.name, "Bingo")
    here.room.services.sign_in.act_as(NOBODY)
    here.press(here.plan.keep)
    assert here.plan.told.text() == "Sign in first."
    assert here.plan.name.text() == "Bingo"
