"""A real room whose key stick gets lost, and in which somebody is erased: through the window, to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import KeyRefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desktop.keys import KeyMaking
from buurtkamer_app.qt.privacy.person import PersonPanel
from buurtkamer_app.qt.safekeeping.backup import BackupPanel
from buurtkamer_app.qt.safekeeping.keys import KeysPanel
from buurtkamer_app.qt.safekeeping.restoring import RestoringForm
from buurtkamer_app.qt.safekeeping.standing import StandingPanel
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.storage import vault
from tests.end_to_end.test_first_day import WORDS, press, sign_in, write
from tests.end_to_end.test_locking import desk
from tests.qt.office_room import choose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Person

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
ROOS = "Roosmarijn"
__all__ = ["desk"]


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "profile")


def section(person: Person, kind: type[W], name: str) -> W:
    """Go to a part of Beheer, and give what is seen there."""
    person.desktop.overlays.go("office", name)
    person.settle()
    found = [part for part in person.desktop.window.findChildren(kind) if part.isVisible()]
    assert len(found) == 1, f"{len(found)} {kind.__name__} are seen"
    return found[0]


def on(person: Person, button: QPushButton) -> None:
    """Click a button that can be pressed."""
    person.wait(button.isEnabled)
    QTest.mouseClick(button, LEFT)
    person.settle()


def agree(person: Person, question: QMessageBox | None) -> None:
    """Say yes to a question."""
    assert question is not None
    yes = next(one for one in question.buttons() if question.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole)
    QTest.mouseClick(yes, LEFT)
    person.settle()


def key_stick(person: Person, stick: Path) -> KeysPanel:
    """Give Annie a key stick at the page of the keys."""
    stick.mkdir()
    keys = section(person, KeysPanel, "keys")
    person.wait(lambda: keys.keys is not None)
    on(person, keys.add)
    making = next(child for child in keys.children() if isinstance(child, KeyMaking))
    dialog = making.dialog
    assert dialog is not None
    person.wait(lambda: dialog.who.count() > 0)
    dialog.who.setCurrentText("Annie")
    QTest.mouseClick(dialog.by_stick, LEFT)
    dialog.choose_path(stick)
    on(person, dialog.make)
    person.wait(lambda: keys.keys is not None and "Annie" in [one.name for one in keys.keys.holders])
    return keys


def lose_stick(person: Person, keys: KeysPanel) -> None:
    """Press the one button for a stick that is lost."""
    words = translate("The stick is lost")
    lost = [one for one in keys.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    on(person, lost[-1])
    agree(person, keys.findChild(QMessageBox))
    done = translate("The data has a new key. Now make a new backup.")
    person.wait(lambda: keys.answer.text() == done)


def come_in(person: Person, name: str) -> None:
    """Let somebody new come in whose name is told."""
    done: list[object] = []
    person.desktop.tasks.write(lambda services: services.arrivals.come_in_new(name, "rode sjaal"), done.append)
    person.wait(lambda: bool(done))


def erase(person: Person, sheet: Path) -> None:
    """Look for somebody, give them what is kept, and erase them."""
    panel = section(person, PersonPanel, "person")
    QTest.keyClicks(panel.typed, ROOS)
    on(person, panel.look)
    person.wait(lambda: bool(panel.found))
    on(person, panel.every)
    on(person, panel.sheet)
    choose(panel.dialog, sheet)
    person.wait(sheet.exists)
    on(person, panel.erase)
    agree(person, panel.question)
    person.wait(lambda: panel.told.text() == translate("Nothing was found. Try another spelling, or a number."))


def found(person: Person) -> int:
    """Count what there is of them."""
    panel = section(person, PersonPanel, "person")
    panel.typed.clear()
    QTest.keyClicks(panel.typed, ROOS)
    panel.told.clear()
    on(person, panel.look)
    person.wait(lambda: bool(panel.told.text()))
    return len(panel.found)


def bring_back(person: Person, words: str) -> None:
    """Bring the newest backup back, with the passphrase where it is asked."""
    panel = section(person, BackupPanel, "backup")
    on(person, panel.open_backup)
    form = next(part for part in person.desktop.window.findChildren(RestoringForm) if part.isVisible())
    person.wait(lambda: bool(form.buttons))
    QTest.mouseClick(form.buttons[0], LEFT)
    asked = [one for one in form.findChildren(QLineEdit, "words") if one.isVisible()]
    if asked:
        QTest.keyClicks(asked[0], words)
    on(person, form.look)
    person.wait(lambda: form.found.isVisible() or bool(form.findChildren(QLineEdit, "words")))
    if not form.found.isVisible():
        QTest.keyClicks(next(one for one in form.findChildren(QLineEdit, "words") if one.isVisible()), words)
        on(person, form.look)
        person.wait(form.found.isVisible)
    on(person, form.take)
    agree(person, form.question)


def test_a_stick_is_lost_somebody_is_erased_and_an_older_backup_brings_neither_back(
    desk: Person, tmp_path: Path
) -> None:
    sign_in(desk)
    standing = section(desk, StandingPanel, "standing")
    desk.wait(lambda: len(standing.standing) == 6)
    come_in(desk, ROOS)
    keys = key_stick(desk, tmp_path / "stick")
    backup = section(desk, BackupPanel, "backup")
    on(desk, backup.now)
    desk.wait(backup.now.isEnabled)
    made = sorted((tmp_path / "room-backups").glob("*.buurtkamer"))
    assert made
    keys = section(desk, KeysPanel, "keys")
    lose_stick(desk, keys)
    assert desk.desktop.actor.name == "Wilma"
    stick = next((tmp_path / "stick").rglob("*"))
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(vault.load(tmp_path / "room"), stick)
    erase(desk, tmp_path / "brief.pdf")
    bring_back(desk, WORDS)
    sign_in(desk)
    assert found(desk) == 0
    with pytest.raises(KeyRefusedError):
        vault.unlock_with_stick(vault.load(tmp_path / "room"), stick)
    standing = section(desk, StandingPanel, "standing")
    on(desk, standing.check)
    desk.wait(lambda: bool(standing.checked))
    assert standing.answer.text() != ""
    desk.desktop.window.close()


def test_the_recovery_code_opens_the_room_in_another_home_and_profile(
    desk: Person, open_desk: Callable[..., Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = desk.code  # type: ignore[attr-defined] # as it was shown when the room was set up
    desk.desktop.window.close()
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "another profile")
    elsewhere = open_desk(real=True)
    elsewhere.wait(lambda: elsewhere.desktop.window.findChild(UnlockPanel) is not None)
    write(elsewhere, "words", WORDS)
    press(elsewhere, "open")
    panel = elsewhere.desktop.window.findChild(UnlockPanel)
    assert panel is not None
    elsewhere.wait(lambda: "herstelcode" in panel.answer.text().lower())
    press(elsewhere, "switch_way")
    fresh = "nieuwe woorden voor hier"
    for field, words in (("code", " ".join(code.split())), ("fresh", fresh), ("again", fresh)):
        write(elsewhere, field, words)
    press(elsewhere, "open")
    sign_in(elsewhere)
    assert elsewhere.desktop.actor.name == "Wilma"
