"""The page of the keys: holders added and taken away, a lost stick, a new recovery code, on a real room."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import KeyRefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.door import Door
from buurtkamer_app.desktop.handed import Handed
from buurtkamer_app.desktop.keyring import key_file_for, key_file_on
from buurtkamer_app.desktop.keys import KeyMaking, keys_panel
from buurtkamer_app.qt.safekeeping import key_words
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.room.records import RoomFacts
from buurtkamer_app.room.starting import NewRoom
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.safekeeping.keys import KeysPanel
    from buurtkamer_app.services import Services

WORDS = "fiets lamp brood wolk stoel"
SECOND = "zee duin wolk meeuw strand"
FACTS = RoomFacts("De Linde", "Lindestraat 1", "1034 ZZ", "Amsterdam", "", "NL", "Europe/Amsterdam", "")


@dataclass(frozen=True)
class Made:
    """A real room as it was set up, that tests only copy."""

    folder: Path
    code: str


@dataclass
class Office:
    door: Door
    tasks: Tasks[Services]
    panel: KeysPanel
    making: KeyMaking
    folder: Path
    code: str
    gone_to: list[tuple[str, str]]

    def vault(self) -> vault.Vault:
        return vault.load(self.folder)

    def button(self, name: str) -> QPushButton:
        # Those of a list that was shown before go only when Qt comes to it.
        return [one for one in self.panel.findChildren(QPushButton) if one.objectName() == name][-1]

    def holders(self) -> list[str]:
        keys = self.panel.keys
        return [one.name for one in keys.holders] if keys else []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    from buurtkamer_app.base.clock import SetClock
    from tests.conftest import NOON

    base = tmp_path_factory.mktemp("made")
    usual, paths.user_secrets = paths.user_secrets, lambda: base / "secrets"
    try:
        door = Door(base / "room", SetClock(NOON), None)
        services, code = door.set_up(NewRoom(FACTS, (), "Wilma Prins", "730519", WORDS))
        services.close()
    finally:
        paths.user_secrets = usual
    return Made(base, code)


@pytest.fixture
def office(  # noqa: PLR0917 - fixtures
    made: Made, tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    shutil.copytree(made.folder, tmp_path / "made")
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "made" / "secrets")
    door, tasks, ready = Door(tmp_path / "made" / "room", clock, None), Tasks["Services"](), list[bool]()
    tasks.open(lambda: door.unlock(WORDS), door.reader, lambda: ready.append(True))
    qtbot.waitUntil(lambda: bool(ready))
    # Who is not at the desk yet may not read about keys.
    tasks.write(lambda s: s.sign_in.act_as(Actor(Role.COORDINATOR, None, "Wilma")), lambda _: ready.append(True))
    qtbot.waitUntil(lambda: len(ready) > 1)
    gone_to: list[tuple[str, str]] = []
    nothing = lambda *_: None  # noqa: E731 - what the page of keys never asks
    handed = Handed(
        clock.now, Settings, nothing, lambda: door, nothing, nothing, nothing, nothing, nothing, nothing,
        go=lambda page, section: gone_to.append((page, section)),
    )  # fmt: skip
    panel = keys_panel(tasks, handed)
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    qtbot.waitUntil(lambda: panel.keys is not None)
    making = next(child for child in panel.children() if isinstance(child, KeyMaking))
    yield Office(door, tasks, panel, making, tmp_path / "made" / "room", made.code, gone_to)
    tasks.close()


def agree(office: Office, qtbot: QtBot) -> None:
    """Say yes to the question, and wait until the data has its new key."""
    box = office.panel.findChild(QMessageBox)
    assert box is not None
    yes = next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole)
    yes.click()
    done = translate("The data has a new key. Now make a new backup.")
    qtbot.waitUntil(lambda: office.panel.answer.text() == done, timeout=20_000)


def add_words(office: Office, qtbot: QtBot, name: str, words: str) -> None:
    office.panel.add.click()
    dialog = office.making.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.who.count() > 0)
    dialog.who.setCurrentIndex(dialog.who.count() - 1)
    dialog.name.setText(name)
    dialog.words.setText(words)
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.slip.isVisible() or (bool(dialog.answer.text()) and dialog.make.isEnabled()))
    if dialog.slip.isVisible():
        assert dialog.slip.secret.text() == words
        assert not dialog.ready.isEnabled()
        dialog.slip.have.click()
        dialog.ready.click()
        qtbot.waitUntil(lambda: name in office.holders())


def add_stick(office: Office, qtbot: QtBot, stick: Path) -> None:
    stick.mkdir(exist_ok=True)
    office.panel.add.click()
    dialog = office.making.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.who.count() > 0)
    dialog.who.setCurrentIndex(dialog.who.count() - 1)
    dialog.name.setText("Ria de Boer")
    dialog.by_stick.click()
    dialog.choose_path(stick)
    dialog.make.click()
    qtbot.waitUntil(lambda: "Ria de Boer" in office.holders())


def test_the_coordinator_who_set_up_the_room_is_the_only_holder_and_the_page_says_so(office: Office) -> None:
    assert office.holders() == ["Wilma Prins"]
    assert office.panel.state.text() == translate("There is only one key holder. Let a second one join.")
    assert office.panel.standing.property("tone") == "warning"


def test_a_second_holder_opens_the_room_with_her_own_words(office: Office, qtbot: QtBot) -> None:
    add_words(office, qtbot, "Ria de Boer", SECOND)
    assert office.holders() == ["Ria de Boer", "Wilma Prins"]
    assert office.panel.state.text() == translate("At least two people can open the room.")
    assert office.panel.standing.property("tone") == "done"
    assert vault.unlock(office.vault(), paths.user_secrets(), SECOND).data_key


def test_words_that_open_the_room_already_or_are_easy_are_refused_and_stay(office: Office, qtbot: QtBot) -> None:
    for words, sentence in (
        (WORDS, translate("These words open the room already. Take other ones.")),
        ("aaa", translate("This passphrase is easy to guess. Take the five words, or at least 12 letters.")),
    ):
        add_words(office, qtbot, "Ria de Boer", words)
        dialog = office.making.dialog
        assert dialog is not None
        assert dialog.answer.text() == sentence
        assert dialog.words.text() == words
        dialog.back.click()
    assert len(office.vault().slots) == 2


def test_a_holder_who_is_taken_away_opens_nothing_any_more(office: Office, qtbot: QtBot) -> None:
    add_words(office, qtbot, "Ria de Boer", SECOND)
    old, before = office.vault(), (office.folder / DATABASE).read_bytes()
    office.button("take_0").click()
    agree(office, qtbot)
    qtbot.waitUntil(lambda: office.holders() == ["Wilma Prins"])
    with pytest.raises(KeyRefusedError):
        vault.unlock(office.vault(), paths.user_secrets(), SECOND)
    # Not with the key file of then either.
    kept = vault.unlock(old, paths.user_secrets(), SECOND)
    with pytest.raises(StoreError):
        connect(office.folder / DATABASE, kept.data_key)
    assert (office.folder / DATABASE).read_bytes() != before
    assert vault.unlock(office.vault(), paths.user_secrets(), WORDS).data_key != kept.data_key


def test_who_was_at_the_desk_stays_there_while_the_key_is_renewed(office: Office, qtbot: QtBot) -> None:
    office.panel.renew.click()
    agree(office, qtbot)
    actors: list[Actor] = []
    office.tasks.write(lambda s: s.sign_in.actor, actors.append)
    qtbot.waitUntil(lambda: bool(actors))
    assert (actors[0].role, actors[0].name) == (Role.COORDINATOR, "Wilma")
    assert office.panel.keys is not None
    qtbot.waitUntil(lambda: office.panel.keys is not None and office.panel.keys.renewed is not None)
    assert office.panel.backups_words.isVisible()
    office.panel.to_backup.click()
    assert office.gone_to == [("office", "backup")]


def test_a_lost_stick_goes_with_one_button_and_the_key_is_renewed(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    add_stick(office, qtbot, tmp_path / "stick")
    key_file = key_file_on(tmp_path / "stick", office.vault().id)
    opened = vault.unlock_with_stick(office.vault(), key_file)
    assert office.button("take_0").text() == translate("The stick is lost")
    office.button("take_0").click()
    agree(office, qtbot)
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(office.vault(), key_file)
    with pytest.raises(StoreError):
        connect(office.folder / DATABASE, opened.data_key)
    qtbot.waitUntil(lambda: office.holders() == ["Wilma Prins"])


def test_a_stick_opens_the_room_by_itself(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    add_stick(office, qtbot, tmp_path / "stick")
    office.tasks.close()
    services = office.door.unlock_with_stick(tmp_path / "stick")
    assert services.room.facts().name == "De Linde"
    services.close()


def test_the_last_key_cannot_go(office: Office, qtbot: QtBot) -> None:
    before = (office.folder / vault.FILE).read_bytes()
    office.button("take_0").click()
    box = office.panel.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole).click()
    last = translate("This is the last key of its kind. Make another one first.")
    qtbot.waitUntil(lambda: office.panel.answer.text() == last)
    assert (office.folder / vault.FILE).read_bytes() == before
    assert office.panel.add.isEnabled()


def test_who_goes_back_keeps_everything_as_it_is(office: Office) -> None:
    before = (office.folder / vault.FILE).read_bytes()
    office.button("take_0").click()
    box = office.panel.findChild(QMessageBox)
    assert box is not None
    assert box.defaultButton().text() == translate("Go back")
    box.defaultButton().click()
    assert (office.folder / vault.FILE).read_bytes() == before


def test_a_lost_paper_gives_a_new_code_and_the_old_one_opens_nothing(office: Office, qtbot: QtBot) -> None:
    old = office.vault()
    office.panel.new_code.click()
    agree(office, qtbot)
    code = office.panel.slip.secret.accessibleName()
    assert not office.panel.put_away.isEnabled()
    office.panel.slip.have.click()
    office.panel.put_away.click()
    assert office.panel.slip.secret.text() == ""
    assert vault.unlock_with_recovery(office.vault(), code).data_key
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_recovery(office.vault(), office.code)
    with pytest.raises(StoreError):
        connect(office.folder / DATABASE, vault.unlock_with_recovery(old, office.code).data_key)


def test_a_computer_that_lost_its_part_opens_with_the_code_here_and_elsewhere(
    office: Office, qtbot: QtBot, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.tasks.close()
    shutil.copytree(office.folder, tmp_path / "elsewhere")
    for folder, secrets in ((office.folder, "lost"), (tmp_path / "elsewhere", "other")):
        monkeypatch.setattr(paths, "user_secrets", lambda secrets=secrets: tmp_path / secrets)
        door = Door(folder, clock, None)
        with pytest.raises(KeyRefusedError):
            door.unlock(WORDS)
        door.recover(office.code, "nieuwe zin van vijf woorden").close()
        services = door.unlock("nieuwe zin van vijf woorden")
        services.sign_in.act_as(Actor(Role.COORDINATOR))
        # Whose the new words are was written down by nobody yet.
        assert [one.name for one in services.key_holders.held()] == [""]
        services.close()


def test_a_key_without_a_name_gets_one(office: Office, qtbot: QtBot) -> None:
    vault.add_passphrase(
        office.folder,
        paths.user_secrets(),
        vault.unlock(office.vault(), paths.user_secrets(), WORDS),
        SECOND,
        on=office.door._clock.now().date(),
    )
    office.panel.outdate()
    qtbot.waitUntil(lambda: "" in office.holders())
    assert key_words.holder(office.panel.keys.holders[0]) == translate("Nobody wrote down whose it is")  # type: ignore[union-attr]
    office.button("name_0").click()
    dialog = office.making.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.who.count() > 0)
    dialog.who.setCurrentIndex(dialog.who.count() - 1)
    dialog.name.setText("Piet Smit")
    dialog.make.click()
    qtbot.waitUntil(lambda: sorted(office.holders()) == ["Piet Smit", "Wilma Prins"])


def test_the_cold_desk_looks_for_the_stick_and_lets_somebody_show_it(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    add_stick(office, qtbot, tmp_path / "stick")
    panel, asked = UnlockPanel(), list[object]()
    qtbot.addWidget(panel)
    panel.show()
    panel.stick_asked.connect(asked.append)
    panel.stick.click()
    assert asked == [None]
    with pytest.raises(KeyRefusedError) as refusal:
        key_file_for(office.vault().id, None)
    panel.refuse(refusal.value)
    assert panel.choose_stick.isVisible()
    panel.ask_stick(tmp_path / "stick")
    assert asked == [None, tmp_path / "stick"]
    assert vault.unlock_with_stick(office.vault(), key_file_for(office.vault().id, tmp_path / "stick")).data_key
