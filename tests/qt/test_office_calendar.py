"""The section for calendar files, with real widgets on real services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import icalendar
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.exchange.calendar import CalendarPanel
from buurtkamer_app.qt.exchange.calendar_line import CalendarLine
from tests.exchange.test_calendar import HAKEN, calendar, put, taken
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

FREE = HAKEN.replace("gezond", "health").replace("T140000", "T080000").replace("T160000", "T090000")


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> CalendarPanel:
    room.act_as(Actor(Role.COORDINATOR))
    made = CalendarPanel(room.tasks)
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.show()
    qtbot.waitUntil(lambda: made.first.date() == QDate(2026, 3, 11))
    return made


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(panel: CalendarPanel, path: Path, qtbot: QtBot) -> list[CalendarLine]:
    click(panel.choose)
    choose(panel.dialog, path)
    qtbot.waitUntil(lambda: panel.found_words.isVisible() or panel.refused.isVisible())
    return [row for row in panel.rows if isinstance(row, CalendarLine)]


def test_the_programme_is_saved_where_somebody_says(panel: CalendarPanel, tmp_path: Path, qtbot: QtBot) -> None:
    click(panel.save)
    choose(panel.dialog, tmp_path / "agenda.ics")
    qtbot.waitUntil(lambda: panel.saved.text() == translate("Saved as {name}.", name="agenda.ics"))
    read = icalendar.Calendar.from_ical((tmp_path / "agenda.ics").read_bytes())
    assert len(read.walk("VEVENT")) > 10


def test_a_period_that_ends_before_it_begins_is_told_beside_the_button(
    panel: CalendarPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.whole.click()
    panel.last.setDate(QDate(2026, 3, 1))
    click(panel.save)
    choose(panel.dialog, tmp_path / "agenda.ics")
    qtbot.waitUntil(lambda: panel.saved.text() == translate("The last day comes before the first."))
    assert panel.first.date() == QDate(2026, 3, 11)


def test_a_calendar_is_shown_before_it_is_brought_in(
    panel: CalendarPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    (row,) = opened(panel, put(tmp_path, calendar(FREE)), qtbot)
    assert row.take.isChecked()
    assert (row.space.currentText(), row.theme.currentText()) == ("Atelier", translate("Healthy"))
    row.theme.setCurrentIndex(list(Theme).index(Theme.COMMUNITY))
    click(panel.bring_in)
    qtbot.waitUntil(lambda: panel.brought.text() == translate("Brought in: {count}.", count=1))
    qtbot.waitUntil(
        lambda: panel.found_words.text() == translate("Found: {count}. Already here: {same}.", count=1, same=1)
    )
    assert not panel.rows
    assert not panel.bring_in.isVisible()
    made = next(one for one in room.services.activities.series() if one.uid)
    assert (made.name, made.theme) == ("Haken in de bieb", Theme.COMMUNITY)


def test_what_cannot_be_says_why_and_cannot_be_ticked(panel: CalendarPanel, tmp_path: Path, qtbot: QtBot) -> None:
    (row,) = opened(panel, put(tmp_path, calendar(FREE.replace("FREQ=WEEKLY", "FREQ=HOURLY"))), qtbot)
    assert not row.take.isEnabled()
    assert row.told.text() == translate("An activity comes back once a day at most. Choose a day or a week.")
    assert not panel.bring_in.isVisible()


def test_what_stands_in_the_way_is_not_ticked_by_itself(
    panel: CalendarPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    done: list[object] = []
    twice = calendar(FREE)
    first = put(tmp_path, twice)
    room.tasks.write(lambda room: room.calendar.bring_in(taken(room.calendar.preview(first))), done.append)
    qtbot.waitUntil(lambda: bool(done))
    (row,) = opened(panel, put(tmp_path, calendar(FREE.replace("haken@", "other@"))), qtbot)
    assert not row.take.isChecked()
    assert "Haken in de bieb" in row.told.text()
    click(panel.bring_in)
    qtbot.waitUntil(lambda: panel.brought.text() == translate("Choose what is to be brought in."))


def test_a_broken_file_is_told_and_the_panel_stays_usable(panel: CalendarPanel, tmp_path: Path, qtbot: QtBot) -> None:
    assert opened(panel, put(tmp_path, calendar(FREE)[:-30]), qtbot) == []
    broken = "This calendar file is broken or cut off. Nothing was changed. Ask for it again."
    assert panel.refused.text() == translate(broken)
    assert len(opened(panel, put(tmp_path, calendar(FREE)), qtbot)) <= 1
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    assert isinstance(panel.dialog, QFileDialog)
