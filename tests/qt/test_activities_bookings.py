"""Spaces in use through the window: written down, changed, counted, taken off and ended."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.activities.bookings import BookingsPanel
from buurtkamer_app.qt.days import show_day, show_time
from tests.planner.closing_room import FRIDAY, WEDNESDAY
from tests.qt.office_room import OfficeRoom, furnished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.activities.booked_row import BookedRow

CHOIR = NewBooking(
    "Koor De Merels",
    "Atelier",
    FRIDAY - timedelta(days=7),
    time(13),
    time(15),
    "06 44444444",
    "FREQ=WEEKLY;BYDAY=FR",
    persons=14,
)


class InUse:
    """The section as somebody works with it."""

    def __init__(self, room: OfficeRoom, bot: QtBot) -> None:
        self.room, self.bot = room, bot
        room.services.bookings.book(CHOIR)
        self.panel = BookingsPanel(room.tasks)
        bot.addWidget(self.panel)
        self.panel.resize(1100, 800)
        self.panel.show()
        self.wait(lambda: self.panel.model.rowCount() == 1)

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=5000)

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, row: int = 0) -> None:
        self.panel.rows.selectRow(row)
        self.wait(lambda: bool(self.panel.shown))

    def row(self, words: str) -> BookedRow:
        return next(row for row in self.panel.shown if words in row.day.text())


@pytest.fixture
def here(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[InUse]:
    for room in furnished(tmp_path, clock, qtbot):
        yield InUse(room, qtbot)


def test_a_group_is_written_down_with_all_that_was_agreed(here: InUse) -> None:
    fields = here.panel.fields
    fields.who.setText("Bridgeclub Noord")
    fields.phone.setText("020 5555555")
    fields.space.setCurrentIndex(fields.space.findData("Spreekkamer"))
    show_day(fields.first, WEDNESDAY)
    fields.repeats.setCurrentIndex(fields.repeats.findData("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"))
    show_time(fields.starts, time(19))
    show_time(fields.ends, time(22))
    fields.set_up.setValue(15)
    fields.persons.setValue(4)
    fields.on_wall.setChecked(True)
    fields.arrangement.setText("Sleutel 2")
    here.press(fields.keep)
    here.wait(lambda: here.panel.model.rowCount() == 2)
    written = next(one for one in here.room.services.bookings.bookings() if one.who == "Bridgeclub Noord")
    assert (written.space, written.rrule, written.starts, written.set_up_minutes, written.persons) == (
        "Spreekkamer",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
        time(19),
        15,
        4,
    )
    assert (written.on_wall, written.open_to_visitors, written.arrangement) == (True, False, "Sleutel 2")
    assert fields.who.text() == ""
    assert fields.answer.text() == translate("This is written down.")


def test_a_space_that_is_taken_is_refused_by_name_and_nothing_typed_is_lost(here: InUse) -> None:
    fields = here.panel.fields
    fields.who.setText("Bridgeclub")
    fields.space.setCurrentIndex(fields.space.findData("Atelier"))
    show_day(fields.first, FRIDAY)
    show_time(fields.starts, time(14))
    show_time(fields.ends, time(16))
    here.press(fields.keep)
    here.wait(lambda: "Koor De Merels" in fields.answer.text())
    assert fields.who.text() == "Bridgeclub"
    assert here.panel.model.rowCount() == 1


def test_one_that_is_chosen_is_changed(here: InUse) -> None:
    here.choose()
    fields = here.panel.fields
    assert (fields.who.text(), fields.persons.value(), fields.title.text()) == (
        "Koor De Merels",
        14,
        translate("Change this one"),
    )
    fields.phone.setText("06 55555555")
    here.press(fields.keep)
    here.wait(lambda: fields.answer.text() == translate("This is written down."))
    assert [one.phone for one in here.room.services.bookings.bookings()] == ["06 55555555"]


def test_who_came_is_counted_and_a_date_is_taken_off(here: InUse) -> None:
    here.choose()
    past = here.row("6 March")
    past.heads.setValue(12)
    here.press(past.count)
    here.wait(lambda: here.row("6 March").state.text() == translate("{persons} came", persons=12))
    here.press(here.row("13 March").off)
    here.wait(lambda: translate("not on this day") in here.row("13 March").state.text())
    assert not here.row("20 March").heads.isVisible()
    here.press(here.row("13 March").off)
    here.wait(lambda: not here.row("13 March").state.isVisible())
    assert here.room.services.bookings.persons(FRIDAY - timedelta(days=7), FRIDAY) == 12


def test_ending_keeps_what_has_been(here: InUse) -> None:
    here.choose()
    here.press(here.panel.fields.end)
    here.wait(lambda: len(here.panel.shown) == 1)
    booked = here.room.services.bookings.booked(FRIDAY - timedelta(days=7), FRIDAY + timedelta(days=60))
    assert [entry.on for entry in booked] == [FRIDAY - timedelta(days=7)]


def test_hidden_names_leave_nobody_in_sight(here: InUse) -> None:
    here.choose()
    here.panel.hide_names(True)
    assert not here.panel.fields.isVisible()
    assert here.panel.model.index(0, 0).data() == "…"
    assert "Merels" not in here.panel.dates_heading.text()
    here.panel.hide_names(False)
    assert here.panel.model.index(0, 0).data() == "Koor De Merels"


def test_the_table_is_a_sound_model(here: InUse, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(here.panel.model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert here.panel.model.index(0, 2).data() == "every Friday, 13.00-15.00"
