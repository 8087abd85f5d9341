"""A room moves to another computer, with two homes and two profiles: stick, number, and the old one is empty."""

from __future__ import annotations

import gc
import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.desk import Desktop
from buurtkamer_app.desktop.door import Door
from buurtkamer_app.desktop.setting_up import SettingUp
from buurtkamer_app.qt import theme, words
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.safekeeping.days.moving import MovedPanel, MovingPage
from buurtkamer_app.qt.safekeeping.hard_days import HardDaysPanel
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.startup import KEY_HOLDER
from tests.end_to_end.conftest import Person
from tests.end_to_end.test_first_day import WORDS, count, set_up, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

LEFT = Qt.MouseButton.LeftButton
FRESH = "nieuwe molen fiets kaas strand"


@dataclass
class Computers:
    """Two computers, of which one is sat at."""

    bot: QtBot
    app: QApplication
    clock: SetClock
    base: Path
    now: str = "old"
    desktops: list[Desktop] = field(default_factory=list)

    def home(self, name: str) -> Path:
        return self.base / name / "room"

    def secrets(self) -> Path:
        return self.base / self.now / "secrets"

    def start(self, name: str) -> Person:
        """Start the program on a computer."""
        self.now = name
        words.switch_language(self.app, Settings())
        desktop = Desktop(self.app, self.home(name), Settings(), self.clock, None)
        self.desktops.append(desktop)
        desktop.start(lambda: None)
        person = Person(self.bot, desktop, self.clock)
        desktop.window.activateWindow()
        return person

    def moving(self, person: Person) -> MovingPage:
        """Walk to the page of moving."""
        person.desktop.overlays.go("office", "hard_days")
        panel = person.desktop.window.findChild(HardDaysPanel)
        assert panel is not None
        person.wait(panel.isVisible)
        panel.open("moving")
        page = panel.pages["moving"]
        assert isinstance(page, MovingPage)
        person.wait(lambda: bool(page.blocks))
        return page


@pytest.fixture
def computers(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Computers]:
    made = Computers(qtbot, qapp, clock, tmp_path)
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(paths, "user_secrets", made.secrets)
    theme.start(qapp, 100)
    hooks = sys.excepthook
    yield made
    for desktop in made.desktops:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    qapp.sendPostedEvents(None, 52)
    gc.collect()
    sys.excepthook = hooks
    i18n.speak("nl")


def click(person: Person, page: MovingPage | QMessageBox, said: str) -> None:
    """Click the button that says this, when it is seen."""

    def seen() -> list[QPushButton]:
        buttons = page.findChildren(QPushButton)
        return [one for one in buttons if one.text() == translate(said) and one.isVisible()]

    person.wait(lambda: len(seen()) == 1)
    QTest.mouseClick(seen()[0], LEFT)


def make_stick(computers: Computers, person: Person, page: MovingPage, said: str) -> Path:
    """Make the stick, and give the file on it."""
    before = page.moving
    click(person, page, said)
    assert page.dialog is not None
    page.dialog.fileSelected.emit(str(computers.base / "stick"))  # type: ignore[union-attr]
    page.dialog.reject()
    person.wait(lambda: page.number is not None and page.moving != before)
    return max((computers.base / "stick").glob("*.buurtkamer"), key=lambda one: one.stat().st_mtime_ns)


def arrive(computers: Computers, file: Path, code: str) -> str:
    """Start the other computer with a stick and the recovery code, and read its number."""
    person = computers.start("new")
    person.wait(lambda: person.desktop.window.findChild(SettingUp) is not None)
    asking = person.desktop.window.findChild(SettingUp)
    assert asking is not None
    asking.wizard.backup.click()
    assert asking.backup is not None
    form = asking.backup.form
    form.choose_file(file)
    form.words.setText(code)
    form.look.click()
    person.wait(lambda: not form.found.isHidden())
    form.fresh.setText(FRESH)
    form.again.setText(FRESH)
    form.take.click()
    person.wait(lambda: person.desktop.entrance.door.house is not None)
    sign_in(person)
    assert count(person) == 2
    page = computers.moving(person)
    number = re.compile(r"\d{3} \d{3}")

    def said() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if number.fullmatch(label.text())]

    person.wait(lambda: bool(said()))
    person.desktop.window.close()
    return said()[0]


def type_number(person: Person, page: MovingPage, number: str) -> None:
    """Type the number of the new computer, and ask to empty this one."""
    assert page.number is not None
    page.number.clear()
    page.answer.clear()
    QTest.keyClicks(page.number, number)
    click(person, page, "Empty this computer")
    person.wait(lambda: isinstance(page.dialog, QMessageBox) or bool(page.answer.text()))


def test_a_room_moves_and_the_old_computer_only_says_so(computers: Computers) -> None:
    old = computers.start("old")
    code = set_up(old).replace("\u200b", "")
    sign_in(old)
    for _ in range(2):
        QTest.mouseClick(old.see(TallyButton, "walk_in"), LEFT)
    old.settle()
    page = computers.moving(old)
    file = make_stick(computers, old, page, "Make the moving stick")
    number = arrive(computers, file, code)

    computers.now = "old"
    old.desktop.window.activateWindow()
    wrong = f"{(int(number.replace(' ', '')) + 1) % 10**6:06d}"
    type_number(old, page, wrong)
    assert page.answer.property("kind") == "warning"
    assert page.number is not None
    assert page.number.text() == wrong
    type_number(old, page, number)
    assert isinstance(page.dialog, QMessageBox)
    click(old, page.dialog, "Empty this computer")
    old.wait(lambda: old.desktop.window.findChild(MovedPanel) is not None)
    assert [one.name for one in computers.home("old").iterdir()] == ["moved.json"]
    assert not list(computers.secrets().iterdir())
    old.desktop.window.close()
    assert [one.name for one in computers.home("old").iterdir()] == ["moved.json"]

    again = computers.start("old")
    again.wait(lambda: again.desktop.window.findChild(MovedPanel) is not None)
    assert again.desktop.window.findChild(SettingUp) is None
    assert again.desktop.entrance.door.house is None
    again.desktop.window.close()
    assert not (computers.home("old") / "vault.json").exists()

    computers.now = "new"
    services = Door(computers.home("new"), computers.clock, None).unlock(FRESH)
    services.sign_in.act_as(KEY_HOLDER)
    assert services.backups.contents().visits == 2
    services.close()


@pytest.mark.long
def test_what_was_counted_here_since_is_not_erased(computers: Computers) -> None:
    old = computers.start("old")
    code = set_up(old).replace("\u200b", "")
    sign_in(old)
    for _ in range(2):
        QTest.mouseClick(old.see(TallyButton, "walk_in"), LEFT)
    old.settle()
    page = computers.moving(old)
    file = make_stick(computers, old, page, "Make the moving stick")
    number = arrive(computers, file, code)

    computers.now = "old"
    old.desktop.window.show_page("today")
    old.settle()
    QTest.mouseClick(old.see(TallyButton, "walk_in"), LEFT)
    old.settle()
    page = computers.moving(old)
    type_number(old, page, number)
    assert not isinstance(page.dialog, QMessageBox)
    assert page.answer.property("kind") == "warning"
    assert "1" in page.answer.text()
    assert (computers.home("old") / "vault.json").exists()
    old.desktop.window.close()

    locked = computers.start("old")
    locked.wait(lambda: locked.desktop.window.findChild(UnlockPanel) is not None)
    services = Door(computers.home("old"), computers.clock, None).unlock(WORDS)
    services.sign_in.act_as(KEY_HOLDER)
    assert services.backups.contents().visits == 3
    services.close()
