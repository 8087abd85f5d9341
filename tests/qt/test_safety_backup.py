"""Backups through the window: made, tried out, brought back; at the first start, and when the room does not open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import BuurtkamerError, DamagedError, KeyRefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desktop.backups import backup_panel
from buurtkamer_app.desktop.door import Door
from buurtkamer_app.desktop.handed import Handed
from buurtkamer_app.desktop.restoring import rescue
from buurtkamer_app.desktop.schedule import Schedule
from buurtkamer_app.desktop.setting_up import SettingUp
from buurtkamer_app.privacy import tombstones
from buurtkamer_app.qt.bars import Banners
from buurtkamer_app.qt.safekeeping.restoring import RestoringForm
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.safekeeping.backups.make import back_up
from buurtkamer_app.startup import build
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE
from tests.conftest import NOON
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.safekeeping.backup import BackupPanel
    from buurtkamer_app.replay.room_file import RoomFile

CODE_PLACE = "nieuwe molen fiets kaas brood"


@dataclass
class Safe:
    bot: QtBot
    tasks: Tasks[Any]
    door: Door
    handed: Handed
    page: QWidget
    chosen: dict[str, Path] = field(default_factory=dict)
    restored: list[bool] = field(default_factory=list)

    @property
    def panel(self) -> BackupPanel:
        return self.page  # type: ignore[return-value]

    @property
    def form(self) -> RestoringForm:
        form = self.page.findChildren(RestoringForm)[-1]
        assert isinstance(form, RestoringForm)
        return form

    def ask(self, work: Callable[[Any], Any]) -> Any:
        answers: list[Any] = []
        self.tasks.write(work, answers.append, answers.append)
        self.wait(lambda: bool(answers))
        assert not isinstance(answers[0], BuurtkamerError), answers[0]
        return answers[0]

    def visits(self) -> int:
        def read(services: Any) -> int:
            today = services.room.today()
            return int(services.desk.figures(today, today).visits)

        return int(self.ask(read))

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=20_000)


@pytest.fixture
def safe(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Safe]:
    (tmp_path / "room").mkdir()
    house = practice_room(tmp_path / "room", clock)
    door, tasks, opened = Door(tmp_path / "room", clock, None), Tasks[Any](), list[bool]()
    door.house = house
    tasks.open(lambda: house.services, door.reader, lambda: opened.append(True))
    made: list[Safe] = []

    def keep(**where: Path) -> None:
        made[0].chosen |= where

    def settings() -> Settings:
        chosen = made[0].chosen
        return Settings(backup_folder=str(chosen.get("folder", "")), backup_stick=str(chosen.get("stick", "")))

    def nothing(*_: object) -> None:
        """Show nothing."""

    handed = Handed(clock.now, settings, nothing, lambda: door, *[nothing] * 6)._replace(
        keep_backups=keep, restored=lambda: made[0].restored.append(True)
    )
    panel = backup_panel(tasks, handed)
    qtbot.addWidget(panel)
    made.append(Safe(qtbot, tasks, door, handed, panel))
    qtbot.waitUntil(lambda: bool(opened))
    panel.show()
    made[0].wait(lambda: bool(panel.last.text()))
    yield made[0]
    tasks.close()


def test_a_backup_is_made_at_a_press_and_the_page_says_where_and_when(safe: Safe, tmp_path: Path) -> None:
    panel = safe.panel
    assert panel.last.text() == translate("No backup was made yet.")
    assert panel.missing.text() == translate("There is no backup yet. Make one now.")
    panel.now.click()
    assert not panel.now.isEnabled()
    safe.wait(panel.now.isEnabled)
    name = "buurtkamer 2026-03-11 13.00.buurtkamer"
    assert panel.answer.text() == translate("The backup is there and was checked: {name}.", name=name)
    safe.wait(lambda: "13.00" in panel.last.text())
    assert (tmp_path / "room-backups" / name).is_file()
    assert panel.missing.text() == translate("All backups are on this one disk. Choose a stick, and keep it elsewhere.")


def test_a_folder_and_a_stick_are_chosen_and_both_get_it(safe: Safe, tmp_path: Path) -> None:
    panel = safe.panel
    for name, button in (("kept", panel.choose_folder), ("stick", panel.choose_stick)):
        (tmp_path / name).mkdir()
        button.click()
        assert panel.dialog is not None
        panel.dialog.fileSelected.emit(str(tmp_path / name))
        panel.dialog.close()
    safe.wait(lambda: str(tmp_path / "stick") in panel.stick_where.text())
    panel.now.click()
    safe.wait(panel.now.isEnabled)
    assert [len(list((tmp_path / name).glob("*.buurtkamer"))) for name in ("kept", "stick")] == [1, 1]
    assert safe.ask(lambda services: services.backups.last_on_stick()) is not None
    panel.choose_folder.click()
    assert panel.dialog is not None
    panel.dialog.fileSelected.emit(str(tmp_path / "room"))
    assert panel.answer.text() == translate("The room itself is kept in this folder. Choose another one.")
    panel.dialog.close()


def test_a_backup_is_tried_out_then_asked_and_then_brought_back(safe: Safe, clock: SetClock, tmp_path: Path) -> None:
    safe.ask(lambda services: services.desk.tally(Tally(7)))
    before = safe.visits()
    safe.panel.now.click()
    safe.wait(safe.panel.now.isEnabled)
    clock.instant = NOON.replace(hour=13)
    safe.ask(lambda services: services.desk.tally(Tally(5)))
    safe.panel.open_backup.click()
    form = safe.form
    safe.wait(lambda: bool(form.buttons))
    assert safe.panel.cards.isHidden()
    offered = form.buttons[0]
    assert isinstance(offered, QPushButton)
    offered.click()
    assert form.asking.isHidden()
    form.look.click()
    safe.wait(lambda: not form.found.isHidden())
    assert form.lost.text() == translate("No day of visits would be lost.")
    tried = safe.ask(lambda services: services.backups.last_tried())
    assert tried is not None
    assert safe.visits() == before + 5
    form.take.click()
    assert form.question is not None
    form.question.buttons()[-1].click()
    assert safe.visits() == before + 5
    form.take.click()
    form.question.buttons()[0].click()
    safe.wait(lambda: bool(safe.restored))
    assert safe.visits() == before
    assert not safe.panel.cards.isHidden()
    assert (tmp_path / "room" / "before-restore" / DATABASE).is_file()
    house = safe.door.house
    assert house is not None
    assert house.services.store.actor is NOBODY


def test_who_was_erased_since_stays_erased_when_a_backup_is_brought_back(safe: Safe, tmp_path: Path) -> None:
    safe.ask(lambda services: services.arrivals.come_in_new("Wimpelientje", "rode jas"))
    safe.panel.now.click()
    safe.wait(safe.panel.now.isEnabled)
    found = safe.ask(lambda services: services.person_data.find("Wimpelientje"))
    assert found
    safe.ask(lambda services: services.erasing.erase(found))
    safe.panel.open_backup.click()
    form = safe.form
    safe.wait(lambda: bool(form.buttons))
    form.choose_file(next((tmp_path / "room-backups").glob("*.buurtkamer")))
    form.look.click()
    safe.wait(lambda: not form.found.isHidden())
    form.take.click()
    assert form.question is not None
    form.question.buttons()[0].click()
    safe.wait(lambda: bool(safe.restored))
    safe.ask(lambda services: services.sign_in.act_as(Actor(Role.COORDINATOR)))
    assert not safe.ask(lambda services: services.person_data.find("Wimpelientje"))
    assert safe.ask(lambda services: services.erasing.known())
    assert tombstones.read(tmp_path / "room")


def test_a_backup_that_is_damaged_or_of_another_room_is_refused_and_the_room_goes_on(
    safe: Safe, tmp_path: Path, clock: SetClock
) -> None:
    safe.panel.open_backup.click()
    form = safe.form
    (tmp_path / "bad.buurtkamer").write_bytes(b"PK no")
    form.choose_file(tmp_path / "bad.buurtkamer")
    form.look.click()
    safe.wait(form.look.isEnabled)
    assert form.answer.text() == translate("This file is not a backup, or it is damaged. Try another one.")
    folder = tmp_path / "other"
    opened = vault.create_practice(folder, on=NOON.date())
    build(folder, opened, clock).close()
    back_up(folder, opened, tmp_path / "other.buurtkamer", NOON)
    form.choose_file(tmp_path / "other.buurtkamer")
    form.look.click()
    safe.wait(lambda: form.answer.text() == translate("This backup is of another room. Nothing was changed."))
    form.back.click()
    assert not safe.panel.cards.isHidden()
    safe.ask(lambda services: services.desk.tally(Tally(1)))


def test_one_that_goes_wrong_at_the_last_moment_leaves_the_room_open(
    safe: Safe, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    safe.panel.now.click()
    safe.wait(safe.panel.now.isEnabled)
    safe.panel.open_backup.click()
    form = safe.form
    safe.wait(lambda: bool(form.buttons))
    form.choose_file(next((tmp_path / "room-backups").glob("*.buurtkamer")))
    form.look.click()
    safe.wait(lambda: not form.found.isHidden())
    assert form.path is not None
    form.path.write_bytes(b"pulled out")
    before = safe.visits()
    form.take.click()
    assert form.question is not None
    form.question.buttons()[0].click()
    safe.wait(form.take.isEnabled)
    assert form.answer.text() == translate("This file is not a backup, or it is damaged. Try another one.")
    assert safe.visits() == before
    assert not safe.restored
    safe.ask(lambda services: services.desk.tally(Tally(1)))


def test_closing_the_day_makes_a_backup_and_people_hear_when_there_is_none(
    safe: Safe, qtbot: QtBot, tmp_path: Path
) -> None:
    house = safe.door.house
    assert house is not None
    real = msgspec.structs.replace(house.opened.vault, practice=False)
    safe.door.house = replace(house, opened=replace(house.opened, vault=real))
    banners = Banners()
    qtbot.addWidget(banners)
    schedule = Schedule(safe.tasks, safe.handed, banners)
    schedule.set_actor(Actor(Role.HOST))
    schedule._ask()
    safe.wait(lambda: "backup" in banners.shown)
    for work in (lambda services: services.days.open(), lambda services: services.days.close()):
        safe.ask(work)
    safe.wait(lambda: bool(list((tmp_path / "room-backups").glob("*.buurtkamer"))) and not schedule.busy)
    safe.wait(lambda: "backup" not in banners.shown)
    schedule.set_actor(Actor(Role.COORDINATOR))
    assert "backup" in banners.shown
    (tmp_path / "full").write_text("no folder")
    safe.chosen["folder"] = tmp_path / "full"
    schedule._due(due=True)
    safe.wait(lambda: not schedule.busy)
    assert banners.shown["backup"].property("tone") or banners.shown


def test_on_another_computer_the_recovery_code_brings_the_room_back(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    clock: SetClock,
    demo_file: RoomFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = vault.create(tmp_path / "old", tmp_path / "secrets", "molen fiets regen kaas brood", on=NOON.date())
    house = build(tmp_path / "old", here, clock)
    furnish(house.services, demo_file)
    back_up(house.folder, here, tmp_path / "b.buurtkamer", NOON)
    house.close()
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "elsewhere")
    door, tasks, opened = Door(tmp_path / "new" / "room", clock, None), Tasks[Any](), list[bool]()
    asking = SettingUp(tasks, door, NOON.date, lambda: opened.append(True))
    qtbot.addWidget(asking)
    asking.show()
    asking.wizard.backup.click()
    assert asking.backup is not None
    form = asking.backup.form
    form.choose_file(tmp_path / "b.buurtkamer")
    form.words.setText("niet goed")
    form.look.click()
    qtbot.waitUntil(form.look.isEnabled, timeout=30_000)
    assert form.answer.property("kind") == "warning"
    form.words.setText(here.recovery_code)
    form.look.click()
    qtbot.waitUntil(lambda: not form.found.isHidden(), timeout=30_000)
    assert not form.keys.isHidden()
    form.take.click()
    assert form.answer.text() == translate("This is not the passphrase above. Type it once more.")
    form.fresh.setText(CODE_PLACE)
    form.again.setText(CODE_PLACE)
    form.take.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    tasks.close()
    again = Door(tmp_path / "new" / "room", clock, None)
    services = again.unlock(CODE_PLACE)
    assert len(services.people.hosts()) == 20
    services.close()


def test_a_room_whose_file_is_damaged_is_offered_its_newest_backup(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock
) -> None:
    (tmp_path / "room").mkdir()
    house = practice_room(tmp_path / "room", clock)
    (tmp_path / "room-backups").mkdir()
    back_up(house.folder, house.opened, tmp_path / "room-backups" / "a.buurtkamer", NOON)
    house.close()
    (tmp_path / "room" / DATABASE).write_bytes(b"")
    door, tasks, opened, shown = Door(tmp_path / "room", clock, None), Tasks[Any](), list[bool](), list[QWidget]()
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)

    def show(form: QWidget) -> None:
        shown.append(form)
        column.addWidget(form)

    wrong = DamagedError("The file with the room's data is gone or empty. Restore a backup.")
    newer = "A newer version of the program made this room. Install that version. Nothing was changed."
    for other in (KeyRefusedError("This key is of another room."), StoreError(newer)):
        assert not rescue(tasks, door, other, show, lambda: None, lambda: None)
    assert rescue(tasks, door, wrong, show, lambda: opened.append(True), lambda: None)
    place.show()
    form = shown[0]
    assert isinstance(form, RestoringForm)
    assert form.answer.text() == wrong.sentence()
    qtbot.waitUntil(lambda: bool(form.buttons), timeout=30_000)
    offered = form.buttons[0]
    assert isinstance(offered, QPushButton)
    offered.click()
    form.look.click()
    qtbot.waitUntil(lambda: not form.found.isHidden(), timeout=30_000)
    form.take.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    assert door.house is not None
    assert (tmp_path / "room" / DATABASE).stat().st_size > 0
    tasks.close()


def test_one_that_is_stopped_leaves_the_page_and_the_schedule_ready_for_the_next(safe: Safe, tmp_path: Path) -> None:
    safe.panel.now.click()
    safe.tasks.cancel()
    safe.wait(safe.panel.now.isEnabled)
    assert safe.panel.answer.text() == translate("Stopped. Nothing was changed.")
    house = safe.door.house
    assert house is not None
    schedule = Schedule(safe.tasks, safe.handed, Banners())
    schedule._due(due=True)
    assert schedule.busy
    safe.tasks.cancel()
    safe.wait(lambda: not schedule.busy)
    schedule._due(due=True)
    safe.wait(lambda: safe.ask(lambda services: services.backups.last()) is not None)
    safe.panel.open_backup.click()
    form = safe.form
    form.choose_file(next((tmp_path / "room-backups").glob("*.buurtkamer")))
    form.look.click()
    safe.tasks.cancel()
    safe.wait(form.look.isEnabled)
    assert form.answer.text() == translate("Stopped. Nothing was changed.")
