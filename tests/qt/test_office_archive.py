from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.desktop.door import Door, Way
from buurtkamer_app.desktop.setting_up import SettingUp
from buurtkamer_app.exchange.archive.reading import look
from buurtkamer_app.qt.exchange.archive import ArchivePanel
from buurtkamer_app.qt.pages.office import OfficePage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.services import Services
from tests.made_room import practice_room
from tests.qt.office_room import OfficeRoom, choose, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.room.set_up_archive import ArchiveSetUp

WORDS = "fiets lamp brood wolk stoel"
PIN = "730519"


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> ArchivePanel:
    sections = [
        Section("archive", "Archive", "box-archive", lambda: ArchivePanel(room.tasks)),
        Section("backup", "Backup", "key", QWidget),
    ]
    page = OfficePage(sections)
    qtbot.addWidget(page)
    page.resize(1080, 690)
    page.admit(Actor(Role.COORDINATOR))
    page.show()
    found = page.findChild(ArchivePanel)
    assert isinstance(found, ArchivePanel)
    return found


def test_an_archive_is_saved_where_somebody_says(panel: ArchivePanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.make.click()
    qtbot.waitUntil(lambda: panel.dialog is not None)
    assert panel.dialog is not None
    assert panel.dialog.selectedFiles()[0].endswith("De Wilgenhof 2026-03-11.zip")
    choose(panel.dialog, tmp_path / "a.zip")
    qtbot.waitUntil(panel.make.isEnabled, timeout=20000)
    assert panel.answer.text() == translate("The archive is there and was checked: {name}.", name="a.zip")
    assert look(tmp_path / "a.zip").room == "Buurtkamer De Wilgenhof"


def test_it_says_that_everything_can_be_read(panel: ArchivePanel) -> None:
    told = translate("Take care: everything can be read in it, the concerns too.")
    label = panel.findChild(QLabel, "readable")
    assert isinstance(label, QLabel)
    assert label.text() == told


def test_a_stick_that_is_out_is_said_and_leaves_nothing(panel: ArchivePanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.write(tmp_path / "gone" / "a.zip")
    qtbot.waitUntil(panel.make.isEnabled, timeout=20000)
    assert panel.answer.property("kind") == "warning"
    assert not list(tmp_path.rglob("a.zip"))


def test_who_stops_it_has_no_file(panel: ArchivePanel, room: OfficeRoom, qtbot: QtBot, tmp_path: Path) -> None:
    # A pipe that nobody reads yet lets the long reader wait until it is stopped.
    read, write = os.pipe()
    room.tasks.read_long("…", lambda _, __: os.read(read, 1), lambda _: None)
    panel.write(tmp_path / "a.zip")
    asked: list[bool] = []
    room.tasks.write(lambda _: None, lambda _: asked.append(True))
    qtbot.waitUntil(lambda: bool(asked))
    room.tasks.cancel()
    os.write(write, b".")
    qtbot.waitUntil(panel.make.isEnabled, timeout=20000)
    assert panel.answer.text() == translate("Stopped. Nothing was saved.")
    assert not list(tmp_path.glob("*.zip"))
    os.close(read)
    os.close(write)


@pytest.fixture
def archive(tmp_path: Path, clock: SetClock) -> Path:
    house = practice_room(tmp_path / "old", clock)
    house.services.archives.save(tmp_path / "a.zip", Progress())
    house.close()
    return tmp_path / "a.zip"


@pytest.fixture
def door(tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "profile")
    return Door(tmp_path / "new" / "room", clock, None)


@pytest.fixture
def done() -> list[bool]:
    return []


@pytest.fixture
def first(door: Door, clock: SetClock, done: list[bool], qtbot: QtBot) -> Iterator[SettingUp]:
    tasks = Tasks[Services]()
    made = SettingUp(tasks, door, lambda: clock.now().date(), lambda: done.append(True))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    tasks.close()


def way_in(first: SettingUp) -> ArchiveSetUp:
    first.wizard.archive.click()
    assert first.archive is not None
    assert first.archive.isVisible()
    assert not first.wizard.isVisible()
    return first.archive


def fill_keys(coming: ArchiveSetUp) -> None:
    coming.keys.words.setText(WORDS)
    coming.keys.again.setText(WORDS)
    coming.keys.pin.setText(PIN)
    coming.keys.pin_again.setText(PIN)


def test_a_new_computer_gets_the_room_of_an_archive(
    first: SettingUp, door: Door, done: list[bool], archive: Path, qtbot: QtBot
) -> None:
    coming = way_in(first)
    assert not coming.next.isEnabled()
    coming.choose.click()
    choose(coming.dialog, archive)
    qtbot.waitUntil(coming.asking.isVisible, timeout=20000)
    assert coming.found_words.text() == translate(
        "Found: {room}. The archive is whole.", room="Buurtkamer De Wilgenhof"
    )
    fill_keys(coming)
    coming.keys.pin_again.setText("730518")
    coming.next.click()
    assert coming.answer.text() == translate("The two PINs are not the same. Type them again.")
    coming.keys.pin_again.setText(PIN)
    coming.next.click()
    assert coming.stop.isVisible()
    qtbot.waitUntil(coming.made.isVisible, timeout=30000)
    assert len(coming.code.code.accessibleName()) == 34
    assert not coming.next.isEnabled()
    coming.code.have.setChecked(True)
    coming.next.click()
    assert done == [True]
    assert door.way(practice=False) is Way.UNLOCK


def test_stopping_leaves_no_room_and_what_was_typed(first: SettingUp, door: Door, archive: Path, qtbot: QtBot) -> None:
    coming = way_in(first)
    coming.look_at(archive)
    qtbot.waitUntil(coming.asking.isVisible, timeout=20000)
    fill_keys(coming)
    coming.next.click()
    coming.stop.click()
    qtbot.waitUntil(lambda: coming.answer.property("kind") == "warning", timeout=30000)
    assert coming.answer.text() == translate("Stopped. Nothing was changed.")
    assert (coming.keys.pin.text(), coming.next.isEnabled()) == (PIN, True)
    assert door.way(practice=False) is Way.SET_UP


def test_a_file_that_is_no_archive_is_said_to_be_so(first: SettingUp, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "b.zip").write_bytes(b"nothing of the kind")
    coming = way_in(first)
    coming.look_at(tmp_path / "b.zip")
    qtbot.waitUntil(lambda: coming.found_words.property("kind") == "warning", timeout=20000)
    assert "b.zip" in coming.found_words.text()
    assert coming.asking.isHidden()
    assert not coming.next.isEnabled()


def test_going_back_loses_nothing(first: SettingUp) -> None:
    first.wizard.where.name.setText("Buurtkamer De Linde")
    coming = way_in(first)
    coming.back.click()
    assert first.wizard.isVisible()
    assert first.wizard.where.name.text() == "Buurtkamer De Linde"
    first.wizard.where.postcode.setText("1034 ZZ")
    first.wizard.next.click()
    assert first.wizard.archive.isHidden()
