"""Closing the house through the window: what it touches is seen first, and one undo takes all of it back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.qt.activities.door import notice
from buurtkamer_app.qt.activities.taking_part import TakingPartDialog
from buurtkamer_app.qt.activities.week import WeekPanel
from buurtkamer_app.qt.dates import short_date
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.planner.close_row import Becomes, CloseRow
from buurtkamer_app.qt.planner.closures import ClosuresPanel
from buurtkamer_app.room.records import NewClosure
from tests.planner.closing_room import FRIDAY, MONDAY, TUESDAY, busy, kept, left_over, series
from tests.qt.office_room import OfficeRoom, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.planner.close import CloseDialog
    from buurtkamer_app.services import Services


class Dicht:
    """The section as the coordinator works with it."""

    def __init__(self, room: OfficeRoom, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        busy(room.services)
        self.panel = ClosuresPanel(room.tasks)
        bot.addWidget(self.panel)
        self.panel.resize(1100, 700)
        self.panel.show()
        self.wait(lambda: self.panel.close_on.isEnabled() and bool(self.buttons(translate("Close that day"))))

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=5000)

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def buttons(self, words: str) -> list[QPushButton]:
        return [button for button in self.panel.findChildren(QPushButton) if button.text() == words]

    def named(self, words: str) -> QPushButton:
        return next(button for button in self.panel.findChildren(QPushButton) if words in button.accessibleName())

    def dialog(self, on: date) -> CloseDialog:
        self.press(self.panel.close_on)
        dialog = self.panel.dialog
        assert dialog is not None
        show_day(dialog.first, on)

        def ready() -> bool:
            rows = dialog.touched.shown.values()
            return bool(rows) and all(short_date(on) in row.what.text() for row in rows)

        self.wait(ready)
        return dialog

    def row(self, dialog: CloseDialog, words: str) -> CloseRow:
        return next(row for row in dialog.touched.shown.values() if words in row.what.text())


@pytest.fixture
def here(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[Dicht]:
    for room in furnished(tmp_path, clock, qtbot):
        yield Dicht(room, qtbot)


def test_the_dialog_says_what_a_day_touches_before_anything_is_done(here: Dicht) -> None:
    before = kept(here.room.services)
    dialog = here.dialog(FRIDAY)
    assert "2 activities" in dialog.summary.text()
    assert "6 people signed up" in dialog.summary.text()
    assert "2 shifts with hosts" in dialog.summary.text()
    assert here.row(dialog, "Eettafel").facts.text() == "Eetkeuken · 6 people signed up"
    assert kept(here.room.services) == before
    let_go(dialog)


def test_closing_tells_what_it_did_and_offers_the_notice(here: Dicht) -> None:
    dialog = here.dialog(FRIDAY)
    dialog.reason.setText("De verwarming is kapot")
    here.press(dialog.close_now)
    here.wait(lambda: bool(here.panel.answer.text()))
    assert "2 activities do not go on" in here.panel.answer.text()
    assert "8 people are to be told" in here.panel.answer.text()
    # There is no printer here, so the notice can be saved.
    here.wait(lambda: bool(here.panel.paper.keeps))
    here.wait(lambda: bool(here.buttons(translate("Open after all"))))
    assert [entry.cancelled for entry in here.room.services.activities.occurrences(FRIDAY, FRIDAY)] == [
        "De verwarming is kapot",
        "De verwarming is kapot",
    ]


def test_an_activity_moves_where_it_was_put_and_comes_back(here: Dicht) -> None:
    services = here.room.services
    before = kept(services)
    dialog = here.dialog(TUESDAY)
    gym = here.row(dialog, "Zitgym")
    assert gym.choose(Becomes.DAY)
    assert gym.fate.day == MONDAY
    dialog.notice.setChecked(False)
    here.press(dialog.close_now)
    here.wait(lambda: bool(here.buttons(translate("Open after all"))))
    assert services.activities.occurrence(series(services, "Zitgym op muziek"), MONDAY).signed_up == 1
    here.press(here.buttons(translate("Open after all"))[0])
    here.wait(lambda: "1 activity is back on its day" in here.panel.answer.text())
    assert kept(services) == before
    assert left_over(services) == 0


def test_what_cannot_move_there_is_refused_and_nothing_typed_is_lost(here: Dicht) -> None:
    services = here.room.services
    before = kept(services)
    dialog = here.dialog(TUESDAY)
    dialog.reason.setText("Studiedag")
    gym = here.row(dialog, "Zitgym")
    gym.choose(Becomes.OTHER_DAY)
    assert not gym.day.isHidden()
    show_day(gym.day, TUESDAY + timedelta(days=1))
    here.press(dialog.close_now)
    here.wait(lambda: "Telefoon- en tablethulp" in dialog.answer.text())
    assert dialog.reason.text() == "Studiedag"
    assert here.row(dialog, "Zitgym").fate.becomes is Becomes.OTHER_DAY
    assert kept(services) == before
    let_go(dialog)


def test_one_press_moves_all_that_can(here: Dicht) -> None:
    dialog = here.dialog(TUESDAY)
    here.press(dialog.move_all)
    fates = {row.what.text().split("  ")[-1]: row.fate.becomes for row in dialog.touched.shown.values()}
    assert fates["Zitgym op muziek"] is Becomes.DAY
    assert fates["Koffie-inloop"] is Becomes.OFF
    let_go(dialog)


def test_one_space_or_an_afternoon_closes_less(here: Dicht) -> None:
    dialog = here.dialog(TUESDAY)
    dialog.what.setCurrentIndex(3)
    here.wait(lambda: len(dialog.touched.shown) == 1)
    gym = here.row(dialog, "Zitgym")
    assert gym.choose(Becomes.SPACE)
    assert gym.fate.space == "Eetkeuken"
    dialog.what.setCurrentIndex(0)
    assert not dialog.starts.isVisible()
    dialog.part.setCurrentIndex(2)
    dialog.part.activated.emit(2)
    assert dialog.starts.isVisible()
    here.wait(lambda: all("10.30" not in row.what.text() for row in dialog.touched.shown.values()))
    assert here.row(dialog, "Middaginloop").fate.becomes is Becomes.OFF
    let_go(dialog)


def test_days_in_the_wrong_order_are_said_beside_the_buttons(here: Dicht) -> None:
    dialog = here.dialog(FRIDAY)
    show_day(dialog.last, FRIDAY - timedelta(days=5))
    here.wait(lambda: dialog.answer.text() == translate("The last day comes before the first."))
    let_go(dialog)


def test_hidden_names_are_not_in_the_dialog(here: Dicht) -> None:
    here.panel.hide_names(True)
    dialog = here.dialog(FRIDAY)
    told = " ".join(f"{row.what.text()} {row.facts.text()}" for row in dialog.touched.shown.values())
    assert "Ria" not in told
    assert "1 host" in told
    here.panel.hide_names(False)
    assert here.row(dialog, translate("Afternoon")).facts.text() == "Ria Postma"
    let_go(dialog)


def test_a_holiday_closes_with_one_click_and_all_of_them_with_another(here: Dicht) -> None:
    offered = len(here.buttons(translate("Close that day")))
    here.press(here.named("Easter Monday"))
    here.wait(lambda: len(here.buttons(translate("Open after all"))) == 1)
    assert translate("The room is closed then.") in here.panel.answer.text()
    here.wait(lambda: len(here.buttons(translate("Close that day"))) == offered - 1)
    here.press(here.panel.offered.close_all)
    here.wait(lambda: len(here.buttons(translate("Open after all"))) == offered)
    here.wait(lambda: not here.panel.offered.close_all.isEnabled())
    here.room.tasks.write(_undo_last, lambda _: None)
    here.wait(lambda: len(here.buttons(translate("Open after all"))) == 1)
    assert [closure.reason for closure in here.room.services.closing.closures()] == ["Easter Monday"]


def _undo_last(services: Services) -> Change:
    last = services.history.last()
    assert last is not None
    return services.history.undo(last.unit)


def test_school_holidays_are_shown_for_the_region_that_is_chosen(here: Dicht) -> None:
    region = here.panel.offered.region
    assert here.panel.offered.no_school.isVisible()
    region.setCurrentIndex(region.findData("noord"))
    region.activated.emit(region.currentIndex())
    here.wait(lambda: any("Meivakantie" in button.accessibleName() for button in here.buttons(translate("Close…"))))
    here.press(here.named("Meivakantie"))
    dialog = here.panel.dialog
    assert dialog is not None
    assert (dialog.first.date().toPython(), dialog.last.date().toPython()) == (date(2026, 4, 25), date(2026, 5, 3))
    assert dialog.reason.text() == "Meivakantie"
    let_go(dialog)


def test_a_wrong_line_in_the_rooms_own_file_is_named(
    tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication
) -> None:
    for room in furnished(tmp_path, clock, qtbot):
        own = tmp_path / "room" / "school_holidays"
        own.mkdir()
        (own / "nl.csv").write_text("regio,naam,van,tot en met\nnoord,Meivakantie,25 april,2026-05-03\n")
        room.services.closing.choose_region("noord")
        here = Dicht(room, qtbot)
        told = here.panel.offered.school_answer
        here.wait(told.isVisible)
        assert "nl.csv, line 2" in told.text()
        assert "25 april" in told.text()


def test_a_host_hears_that_only_the_coordinator_closes_further_ahead(here: Dicht) -> None:
    ria = here.room.services.people.host_named("Ria Postma")
    here.room.act_as(Actor(Role.HOST, ria.id, ria.name))
    dialog = here.dialog(FRIDAY)
    here.press(dialog.close_now)
    here.wait(lambda: dialog.answer.text() == translate("Only the coordinator can do this."))
    let_go(dialog)


def test_the_week_shows_school_holidays_and_what_is_partly_closed(here: Dicht) -> None:
    services = here.room.services
    services.closing.choose_region("noord")
    services.room.close(NewClosure(FRIDAY, FRIDAY, "De vloer wordt gelakt", time(13), time(18), "Atelier"))
    week = WeekPanel(here.room.tasks)
    here.bot.addWidget(week)
    week.show()
    here.wait(lambda: "Atelier is closed from 13.00 to 18.00: De vloer wordt gelakt" in _words(week))
    week.show_week(date(2026, 4, 29))
    here.wait(lambda: "Meivakantie" in _words(week))


def _words(week: WeekPanel) -> str:
    return " | ".join(label.text() for label in week.findChildren(QLabel))


def test_a_date_that_moved_or_is_off_has_a_notice_for_the_door(here: Dicht) -> None:
    services = here.room.services
    gym = next(one for one in services.activities.series() if one.name == "Zitgym op muziek")
    services.attendance.cancel(gym.id, TUESDAY, "Fatma is ziek")
    dialog = TakingPartDialog(here.room.tasks, gym, TUESDAY, here.panel)
    dialog.open()
    here.wait(dialog.notice.button.isVisible)
    dialog.notice.papers.put_on([notice(services, services.activities.occurrence(gym.id, TUESDAY))])
    here.wait(lambda: bool(dialog.notice.papers.keeps) or dialog.notice.papers.answer.isVisible())
    let_go(dialog)
    dialog = TakingPartDialog(here.room.tasks, gym, TUESDAY + timedelta(days=7), here.panel)
    dialog.open()
    here.wait(lambda: bool(dialog.heading.text()) and dialog.cancelling.isVisible())
    assert not dialog.notice.isVisible()
    let_go(dialog)
