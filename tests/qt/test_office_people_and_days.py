from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.qt.people.hosts import HostsPanel
from buurtkamer_app.qt.room.screen import ScreenPanel
from buurtkamer_app.qt.safekeeping.backup import BackupPanel
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def hosts(room: OfficeRoom, qtbot: QtBot) -> HostsPanel:
    made = HostsPanel(room.tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def names(panel: HostsPanel) -> list[str]:
    return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]


def test_a_new_host_is_written_down_with_when_they_can(hosts: HostsPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    hosts.name.setText("Ömer Şahin")
    hosts.phone.setText("06 12345678")
    hosts.experience.setCurrentIndex(hosts.experience.findData(Experience.TRAINEE))
    hosts.most.setValue(3)
    hosts.days[2, DayPart.AFTERNOON].click()
    hosts.add.click()
    qtbot.waitUntil(lambda: "Ömer Şahin" in names(hosts))
    made = room.services.people.host_named("Ömer Şahin")
    assert made.experience is Experience.TRAINEE
    can = room.services.people.availability()[made.id]
    assert [(entry.weekday, entry.part) for entry in can] == [(2, DayPart.AFTERNOON)]
    assert hosts.name.text() == ""
    assert not hosts.days[2, DayPart.AFTERNOON].isChecked()
    assert hosts.pin_heading.text() == "A PIN for Ömer Şahin"


def test_a_name_that_is_taken_keeps_what_was_typed(hosts: HostsPanel, qtbot: QtBot) -> None:
    taken = names(hosts)[0]
    hosts.name.setText(taken)
    hosts.phone.setText("06 12345678")
    hosts.add.click()
    qtbot.waitUntil(lambda: not hosts.answer.isHidden())
    assert taken in hosts.answer.text()
    assert hosts.answer.property("kind") == "warning"
    assert (hosts.name.text(), hosts.phone.text()) == (taken, "06 12345678")


def test_a_coordinator_can_be_added(hosts: HostsPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    hosts.name.setText("Wilma")
    hosts.role.setCurrentIndex(hosts.role.findData(Role.COORDINATOR))
    hosts.add.click()
    qtbot.waitUntil(lambda: "Wilma" in names(hosts))
    assert room.services.people.host_named("Wilma").role is Role.COORDINATOR


def test_the_host_who_is_chosen_gets_a_pin_that_opens_the_desk(
    hosts: HostsPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    assert not hosts.give.isEnabled()
    hosts.hosts.selectRow(1)
    hosts.pin.setText("730519")
    hosts.pin_again.setText("730519")
    hosts.give.click()
    qtbot.waitUntil(lambda: hosts.pin_answer.text() == "The PIN was set.")
    assert hosts.pin.text() == ""
    chosen = hosts.model.record(hosts.model.index(1, 0))
    actor = room.services.sign_in.enter(chosen.id, "730519")
    assert actor.name == chosen.name


def test_two_pins_that_differ_are_refused_and_kept(hosts: HostsPanel) -> None:
    hosts.hosts.selectRow(0)
    hosts.pin.setText("730519")
    hosts.pin_again.setText("730518")
    hosts.give.click()
    assert hosts.pin_answer.text() == "The two PINs are not the same. Type them again."
    assert hosts.pin.text() == "730519"


def test_a_short_pin_is_refused_in_a_sentence(hosts: HostsPanel, qtbot: QtBot) -> None:
    hosts.hosts.selectRow(0)
    hosts.pin.setText("7305")
    hosts.pin_again.setText("7305")
    hosts.give.click()
    qtbot.waitUntil(lambda: hosts.pin_answer.text() == "A PIN has six digits.")


def test_a_pin_for_one_is_never_given_to_the_next(hosts: HostsPanel) -> None:
    hosts.hosts.selectRow(0)
    hosts.pin.setText("730519")
    hosts.hosts.selectRow(1)
    assert hosts.pin.text() == ""


def test_the_table_of_hosts_is_a_sound_model(hosts: HostsPanel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(hosts.model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert {box.accessibleName() for box in hosts.days.values()} >= {"Monday Morning"}


def test_this_screen_says_what_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    screen = ScreenPanel(Settings(scale=150, lock_minutes=12))
    qtbot.addWidget(screen)
    assert screen.scale.currentText() == "150 %"
    assert screen.lock_after.value() == 12
    said: list[object] = []
    for signal in (
        screen.language_chosen,
        screen.scale_chosen,
        screen.lock_minutes_chosen,
        screen.hide_minutes_chosen,
    ):
        signal.connect(said.append)
    screen.language.setCurrentIndex(1)
    screen.language.activated.emit(1)
    screen.scale.setCurrentIndex(4)
    screen.scale.activated.emit(4)
    screen.lock_after.setValue(30)
    screen.hide_after.setValue(1)
    assert said == ["nl_BE", 200, 30, 1]
    screen.lock_after.setValue(99)
    assert screen.lock_after.value() == 30


def test_a_backup_is_asked_for_once_and_its_end_is_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    backup = BackupPanel(lambda: date(2026, 3, 11))
    qtbot.addWidget(backup)
    backup.show()
    asked: list[Path] = []
    backup.backup_asked.connect(asked.append)
    backup.make.click()
    assert isinstance(backup.dialog, QFileDialog)
    assert backup.dialog.selectedFiles()[0].endswith("Backup 2026-03-11.buurtkamer")
    choose(backup.dialog, tmp_path / "stick.buurtkamer")
    assert asked == [tmp_path / "stick.buurtkamer"]
    assert not backup.make.isEnabled()
    backup.failed(StoreError("The disk is full. Save the sheet somewhere else."))
    assert backup.answer.property("kind") == "warning"
    backup.made(asked[0])
    assert backup.answer.text() == "The backup is there and was checked: stick.buurtkamer."
    assert backup.make.isEnabled()
