from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.qt.pages.rota import RotaPage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.rota.week import RotaPanel
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.rota.choose import ChooseHost
    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.rota.records import Shift

TODAY = date(2026, 3, 11)


class Rooster:
    """The page as the coordinator or a host works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.panel = RotaPanel(room.tasks)
        self.page = RotaPage([Section("week", "Week", "calendar-days", lambda: self.panel)])
        self.window = room.show(self.page)
        room.settle()

    def sit(self, role: Role) -> None:
        self.panel.set_actor(self.room.sit(role))
        self.room.settle()

    def host(self, name: str) -> UUID:
        return self.room.services.people.host_named(name).id

    def put_on(self, name: str, on: date = TODAY, part: DayPart = DayPart.AFTERNOON) -> None:
        who = self.host(name)
        self.room.tasks.write(lambda s: s.rota.put_on(who, on, part), lambda _: None)
        self.room.settle()

    def press(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def buttons(self, words: str) -> list[QPushButton]:
        return [one for one in self.panel.grid.findChildren(QPushButton) if one.isVisible() and one.text() == words]

    def words(self) -> list[str]:
        return [one.text() for one in self.panel.grid.findChildren(QLabel) if one.isVisible()]

    def gap(self, on: date, part: DayPart, number: int = 0) -> QPushButton:
        found = self.panel.grid.findChild(QPushButton, f"open {on} {part} {number}")
        assert isinstance(found, QPushButton)
        return found

    def choosing(self) -> ChooseHost:
        assert self.panel.choosing is not None
        return self.panel.choosing

    def press_host(self, name: str) -> None:
        """Press a name in the list of who can be put on."""
        table, model = self.choosing().hosts, self.choosing().model
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        index = next(index for index in rows if model.record(index).name == name)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()

    def shift(self, on: date, part: DayPart) -> Shift:
        return next(shift for shift in self.room.services.rota.shifts(on, on) if shift.part is part)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> Iterator[Rooster]:
    for room in enter(qtbot, tmp_path, clock, demo_file):
        room.sit(Role.COORDINATOR)
        yield Rooster(room)


def test_the_week_shows_days_parts_and_open_places_in_words(here: Rooster) -> None:
    assert here.panel.summary.text() == "Week 11 · 9 to 15 March · 22 open places"
    words = here.words()
    assert [word for word in words if word[:3] in {"Mon", "Tue", "Wed", "Thu", "Fri"}] == [
        "Mon 9",
        "Tue 10",
        "Wed 11 · today",
        "Thu 12",
        "Fri 13",
    ]
    assert "Morning\n09.45–13.00" in words
    assert "Evening\n17.00–20.15" in words
    assert len(here.buttons("Open place")) == 22


def test_the_grid_fits_at_the_normal_size_and_its_targets_are_large_enough(here: Rooster) -> None:
    assert here.page.width() <= here.window.viewport().width()
    assert here.page.height() <= here.window.viewport().height()
    assert all(gap.height() >= 44 for gap in here.buttons("Open place"))


def test_an_open_place_is_filled_in_two_presses(here: Rooster) -> None:
    here.press(here.gap(TODAY, DayPart.AFTERNOON))
    assert here.choosing().heading.text() == "Who is on? Wednesday 11 March, afternoon, 12.45–17.15"
    here.press_host("Samira El Idrissi")
    assert [place.host_name for place in here.shift(TODAY, DayPart.AFTERNOON).places] == ["Samira El Idrissi"]
    assert len(here.buttons("Samira")) == 1
    assert here.panel.summary.text().endswith("21 open places")


def test_who_can_stands_first_and_a_trainee_is_marked(here: Rooster) -> None:
    here.press(here.gap(TODAY, DayPart.AFTERNOON))
    model = here.choosing().model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = [
        (str(model.data(model.index(row, 0))), str(model.data(model.index(row, 1)))) for row in range(model.rowCount())
    ]
    can = [name for name, word in rows if word == "can come"]
    assert can == [
        "Ineke Kok",
        "Joop Kramer",
        "Kees Vos",
        "Nadia Bouali (learning)",
        "Precious Mensah",
        "Ria Postma",
        "Samira El Idrissi",
        "Tesfay Berhane",
    ]
    assert {word for _name, word in rows[len(can) :]} == {"outside their available hours"}
    assert len(rows) == 20
    here.press(here.choosing().back)


def test_the_keyboard_alone_puts_somebody_on(here: Rooster) -> None:
    gap = here.gap(TODAY, DayPart.AFTERNOON)
    gap.setFocus()
    QTest.keyClick(gap, Qt.Key.Key_Space)
    table = here.choosing().hosts
    here.room.wait(table.isVisible)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    here.room.settle()
    assert [place.host_name for place in here.shift(TODAY, DayPart.AFTERNOON).places] == ["Joop Kramer"]


def test_a_trainee_joins_and_the_place_stays_open(here: Rooster) -> None:
    here.put_on("Nadia Bouali")
    assert len(here.buttons("Nadia (learning)")) == 1
    assert here.panel.summary.text().endswith("22 open places")


def test_somebody_is_taken_off_the_rota(here: Rooster) -> None:
    here.put_on("Ria Postma")
    chip = here.buttons("Ria")[0]
    (off,) = chip.menu().actions()
    assert off.text() == "Take off the rota"
    off.trigger()
    here.room.settle()
    assert here.shift(TODAY, DayPart.AFTERNOON).places == ()
    assert here.panel.summary.text().endswith("22 open places")


def test_who_began_is_not_taken_off_and_a_sentence_says_so(here: Rooster) -> None:
    here.put_on("Ria Postma")
    here.room.services.rota.sign_on(here.host("Ria Postma"))
    here.buttons("Ria")[0].menu().actions()[0].trigger()
    here.room.settle()
    assert [trouble.sentence() for trouble in here.room.troubles] == ["This shift has begun, so it stays as it was."]
    assert len(here.buttons("Ria")) == 1


def test_a_substitute_and_who_rang_off_are_told_in_words(here: Rooster) -> None:
    here.put_on("Kees Vos")
    here.put_on("Samira El Idrissi")
    rota = here.room.services.rota
    rota.no_show(here.host("Kees Vos"), AbsenceReason.EXCUSED)
    here.panel.outdate()
    here.room.settle()
    assert len(here.buttons("Kees – excused")) == 1
    rota.substitute(here.host("Joop Kramer"), here.host("Kees Vos"))
    here.panel.outdate()
    here.room.settle()
    assert len(here.buttons("Joop for Kees")) == 1
    assert not here.buttons("Kees – excused")


def test_a_host_reads_the_rota_but_has_no_buttons(here: Rooster) -> None:
    here.put_on("Samira El Idrissi")
    here.sit(Role.HOST)
    assert not [one for one in here.panel.grid.findChildren(QPushButton) if one.isVisible()]
    assert here.words().count("Open place") == 21
    assert "Samira" in here.words()


def test_a_host_who_gets_at_the_list_is_refused_in_a_sentence(here: Rooster) -> None:
    here.press(here.gap(TODAY, DayPart.AFTERNOON))
    here.room.sit(Role.HOST)
    here.press_host("Samira El Idrissi")
    assert here.choosing().told.text() == "Only the coordinator can do this."
    assert here.choosing().isVisible()
    assert here.shift(TODAY, DayPart.AFTERNOON).places == ()
    here.room.sit(Role.COORDINATOR)
    here.press_host("Samira El Idrissi")
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 1


def test_a_host_cannot_take_anybody_off(here: Rooster) -> None:
    here.put_on("Ria Postma")
    here.room.sit(Role.HOST)
    here.buttons("Ria")[0].menu().actions()[0].trigger()
    here.room.settle()
    assert [trouble.sentence() for trouble in here.room.troubles] == ["Only the coordinator can do this."]
    assert len(here.shift(TODAY, DayPart.AFTERNOON).places) == 1


def test_the_same_week_can_be_read_as_a_list(here: Rooster) -> None:
    here.put_on("Samira El Idrissi")
    here.press(here.panel.as_list)
    assert here.panel.table.isVisible()
    assert not here.panel.grid.isVisible()
    QAbstractItemModelTester(here.panel.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows = [
        [here.panel.model.data(here.panel.model.index(row, column)) for column in range(5)]
        for row in range(here.panel.model.rowCount())
    ]
    assert len(rows) == 11
    assert rows[5] == ["Wednesday 11 March", "Afternoon", "12.45–17.15", "1 open place", "Samira El Idrissi"]
    assert rows[4] == ["Wednesday 11 March", "Morning", "09.45–13.00", "2 open places", "nobody yet"]
    here.press(here.panel.as_list)
    assert here.panel.grid.isVisible()


def test_one_walks_through_the_weeks(here: Rooster) -> None:
    here.press(here.panel.weeks.after)
    assert here.panel.summary.text().startswith("Week 12 ")
    here.press(here.gap(date(2026, 3, 18), DayPart.MORNING))
    here.press_host("Truus Bakker")
    assert len(here.shift(date(2026, 3, 18), DayPart.MORNING).places) == 1
    assert here.panel.summary.text().startswith("Week 12 ")
    here.press(here.panel.weeks.now)
    assert here.panel.summary.text().startswith("Week 11 ")


def test_a_closed_day_says_so_and_has_no_open_places(here: Rooster) -> None:
    here.room.tasks.write(
        lambda s: s.room.close_days(date(2026, 3, 12), date(2026, 3, 12), "Studiedag"), lambda _: None
    )
    here.room.settle()
    assert "Closed: Studiedag" in here.words()
    assert here.panel.summary.text().endswith("18 open places")


def test_the_keyboard_goes_from_the_weeks_to_the_list_and_then_into_the_grid(here: Rooster) -> None:
    here.panel.weeks.before.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        seen.append(_focused())
    weeks = here.panel.weeks
    assert seen == [weeks.now, weeks.after, here.panel.as_list, here.gap(date(2026, 3, 9), DayPart.MORNING)]


def test_the_keyboard_stays_where_it_was_when_the_week_is_read_again(here: Rooster) -> None:
    here.gap(date(2026, 3, 13), DayPart.EVENING).setFocus()
    here.put_on("Samira El Idrissi")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"open 2026-03-13 {DayPart.EVENING} 0"
