from __future__ import annotations

import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.door import Door, Way
from buurtkamer_app.desktop.hard_days import hard_days_panel
from buurtkamer_app.qt.safekeeping.days.home import HomePage
from buurtkamer_app.qt.safekeeping.days.moving import MovingPage
from buurtkamer_app.qt.safekeeping.hard_days import CARDS, HardDaysPanel
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.restored import room_restored
from buurtkamer_app.safekeeping.backups.restoring import unlock_with
from buurtkamer_app.safekeeping.hard_days.records import Thing
from buurtkamer_app.startup import KEY_HOLDER, build
from buurtkamer_app.storage import vault
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile

OWN = "vijf gele stoelen aan zee"


@pytest.fixture
def room(
    tmp_path: Path, clock: SetClock, demo_file: RoomFile, qtbot: QtBot, qapp: QApplication
) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


def handed(door: Any, went: list[tuple[str, str]] | None = None) -> Any:
    return SimpleNamespace(
        door=lambda: door, settings=Settings, go=lambda *where: None if went is None else went.append(where)
    )


def shown(panel: HardDaysPanel, qtbot: QtBot) -> HardDaysPanel:
    qtbot.addWidget(panel)
    panel.resize(1100, 900)
    panel.show()
    return panel


def press(page: QWidget, words: str) -> None:
    button = next(
        one for one in page.findChildren(QPushButton) if one.text() == translate(words) and not one.isHidden()
    )
    button.click()


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> HardDaysPanel:
    room.act_as(KEY_HOLDER)
    return shown(hard_days_panel(room.tasks, handed(None)), qtbot)


def test_every_hard_day_has_a_card_and_a_way_back(panel: HardDaysPanel, qtbot: QtBot) -> None:
    assert len(panel.blocks) == len(CARDS)
    panel.blocks[2].buttons[0].click()
    assert panel.menu.isHidden()
    panel.back.click()
    assert panel.menu.isVisible()
    assert all(block.buttons[0].height() >= 44 for block in panel.blocks)


def test_a_lost_archive_is_written_down_with_one_press(panel: HardDaysPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    panel.open("losing")
    page: Any = panel.pages["losing"]
    page.what.setCurrentIndex(page.what.findData(Thing.ARCHIVE))
    qtbot.waitUntil(lambda: any(translate("It was not locked") == one.words for one in signs(page)))
    press(page, "Write down as a data leak")
    qtbot.waitUntil(lambda: bool(page.answer.text()))
    assert len(ask(room, qtbot, lambda s: s.breaches.open_ones())) == 1


def signs(page: Any) -> list[Any]:
    from buurtkamer_app.qt.said import State

    return list(page.findChildren(State))


def test_a_step_of_the_year_is_ticked_by_hand(panel: HardDaysPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    panel.open("year")
    page: Any = panel.pages["year"]
    qtbot.waitUntil(lambda: bool(page.blocks))
    before = page.answer.text()
    press(page, "This is done")
    qtbot.waitUntil(lambda: page.answer.text() != before)
    assert any(step.name == "report" and step.done for step in ask(room, qtbot, lambda s: s.turning.year())[1])


def test_a_host_takes_over_step_by_step(panel: HardDaysPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    panel.open("handing")
    page: Any = panel.pages["handing"]
    qtbot.waitUntil(lambda: page.who is not None)
    page.who.setCurrentIndex(page.who.findText("Carlos Pinas"))
    press(page, "Begin")
    qtbot.waitUntil(lambda: len(page.blocks) > 3)
    press(page, "Make coordinator")
    qtbot.waitUntil(lambda: ask(room, qtbot, lambda s: s.turning.handing()).steps[0].done)


def test_a_copy_goes_home_and_its_words_are_shown(
    panel: HardDaysPanel, room: OfficeRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.open("home")
    page = panel.pages["home"]
    assert isinstance(page, HomePage)
    page.make(tmp_path / "mee.pdf")
    qtbot.waitUntil(lambda: hasattr(page, "slip"), timeout=30_000)
    assert len(page.slip.secret.text().split()) == 5
    assert (tmp_path / "mee.pdf").read_bytes().startswith(b"%PDF")
    page.slip.forget()


def test_the_room_moves_and_the_old_computer_is_emptied_when_the_number_matches(
    tmp_path: Path, clock: SetClock, demo_file: RoomFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from buurtkamer_app.replay.rooms import furnish

    homes = {name: tmp_path / name for name in ("old", "new", "stick")}
    for home in homes.values():
        (home / "room").mkdir(parents=True)
    monkeypatch.setattr(paths, "user_secrets", lambda: homes["old"] / "secrets")
    folder = homes["old"] / "room"
    created = vault.create(folder, paths.user_secrets(), OWN, on=clock.now().date())
    door: Any = Door(folder, clock, None)
    door.house = build(folder, created, clock)
    furnish(door.house.services, demo_file)
    tasks = Tasks[Any]()
    opened: list[bool] = []
    tasks.open(lambda: door.house.services, door.reader, lambda: opened.append(True))
    qtbot.waitUntil(lambda: bool(opened))
    panel = shown(hard_days_panel(tasks, handed(door)), qtbot)
    panel.open("moving")
    page = panel.pages["moving"]
    assert isinstance(page, MovingPage)
    page.stick_asked.emit(homes["stick"])
    qtbot.waitUntil(lambda: page.number is not None, timeout=30_000)

    secrets = homes["new"] / "secrets"
    shutil.rmtree(homes["new"] / "room")
    backup = next(homes["stick"].glob("*.buurtkamer"))
    there = room_restored(
        backup, homes["new"] / "room", secrets, unlock_with(secrets, created.recovery_code), clock, OWN
    )
    there.services.sign_in.act_as(KEY_HOLDER)
    there.services.hard_days.arrive("another computer")
    arrived = there.services.hard_days.moving("another computer")
    there.close()
    assert arrived is not None
    assert page.moving is not None
    assert arrived.figures == page.moving.figures

    assert page.number is not None
    page.number.setText("000000" if arrived.check != "000000" else "000001")
    press(page, "Empty this computer")
    qtbot.waitUntil(lambda: bool(page.answer.text()))
    assert (folder / "vault.json").exists()
    page.number.setText(arrived.check)
    press(page, "Empty this computer")
    qtbot.waitUntil(lambda: page.dialog is not None)
    assert page.dialog is not None
    press(page.dialog, "Empty this computer")
    qtbot.waitUntil(lambda: [one.name for one in folder.iterdir()] == ["moved.json"], timeout=10_000)
    assert not list((homes["old"] / "secrets").iterdir())
    assert Door(folder, clock, None).way(practice=False) is Way.MOVED
    tasks.close()
