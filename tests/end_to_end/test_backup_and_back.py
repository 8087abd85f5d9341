"""A real room that goes back to a backup: at the page, from a damaged file, and on a computer that is another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.safekeeping.backup import BackupPanel
from buurtkamer_app.qt.safekeeping.restoring import RestoringForm
from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.safekeeping.backups.by_schedule import mark_stick
from buurtkamer_app.storage.engine import DATABASE
from tests.end_to_end.test_first_day import WORDS, count, press, set_up, sign_in, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Person

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
FRESH = "nieuwe molen fiets kaas brood"


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "profile")


def seen(person: Person, kind: type[W]) -> list[W]:
    """Give the parts of a kind that are seen."""
    return [part for part in person.desktop.window.findChildren(kind) if part.isVisible()]


def tally(person: Person, times: int) -> None:
    """Count people who walk in."""
    person.desktop.window.show_page("today")
    for _ in range(times):
        QTest.mouseClick(person.see(TallyButton, "walk_in"), LEFT)
    person.settle()


def backups(person: Person) -> BackupPanel:
    """Go to the page of backups."""
    person.desktop.overlays.go("office", "backup")
    person.settle()
    return seen(person, BackupPanel)[0]


def look(person: Person, words: str = "") -> RestoringForm:
    """Look in the newest backup that is offered, with a key where one is asked."""
    person.wait(lambda: bool(seen(person, RestoringForm)))
    form = seen(person, RestoringForm)[0]
    person.wait(lambda: bool(form.buttons))
    QTest.mouseClick(form.buttons[0], LEFT)
    if words:
        QTest.keyClicks(person.see(QLineEdit, "words"), words)
    QTest.mouseClick(form.look, LEFT)
    person.wait(form.found.isVisible)
    return form


def agree(person: Person) -> None:
    """Say yes to the question that is asked."""
    question = seen(person, QMessageBox)[0]
    yes = next(one for one in question.buttons() if question.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole)
    QTest.mouseClick(yes, LEFT)


def unlock(person: Person) -> None:
    """Type the passphrase."""
    person.wait(lambda: bool(seen(person, UnlockPanel)))
    write(person, "words", WORDS)
    press(person, "open")


def made(folder: Path) -> list[Path]:
    """Give the backups in a folder."""
    return sorted(folder.glob("*.buurtkamer"))


def test_a_room_goes_back_to_its_backup_at_the_page_and_after_its_file_was_damaged(
    open_desk: Callable[..., Person], tmp_path: Path
) -> None:
    desk = open_desk(real=True)
    set_up(desk)
    sign_in(desk)
    tally(desk, 2)
    panel = backups(desk)
    QTest.mouseClick(panel.now, LEFT)
    desk.wait(panel.now.isEnabled)
    desk.clock.instant += timedelta(minutes=5)
    tally(desk, 3)
    assert count(desk) == 5
    QTest.mouseClick(backups(desk).open_backup, LEFT)
    form = look(desk)
    assert form.lost.text() == translate("No day of visits would be lost.")
    QTest.mouseClick(form.take, LEFT)
    agree(desk)
    desk.wait(lambda: bool(seen(desk, SignInPanel)))
    assert desk.desktop.actor is NOBODY
    desk.settle()
    # Whoever stands at the locked desk sees the older figure, and counts on from there.
    assert count(desk) == 2
    QTest.mouseClick(desk.see(TallyButton, "walk_in"), LEFT)
    desk.settle()
    sign_in(desk)
    desk.desktop.window.show_page("today")
    desk.wait(lambda: count(desk) == 3)
    tally(desk, 1)
    assert count(desk) == 4
    assert backups(desk).cards.isVisible()
    desk.desktop.window.close()

    store = tmp_path / "room" / DATABASE
    store.write_bytes(store.read_bytes()[:10_000])
    again = open_desk(real=True)
    unlock(again)
    form = look(again, WORDS)
    QTest.mouseClick(form.take, LEFT)
    if seen(again, QMessageBox):
        agree(again)
    sign_in(again)
    again.wait(lambda: count(again) == 2)
    tally(again, 1)
    assert count(again) == 3


def test_closing_the_day_makes_a_backup_here_and_on_the_stick_and_old_ones_go(
    open_desk: Callable[..., Person], tmp_path: Path
) -> None:
    desk = open_desk(real=True)
    set_up(desk)
    sign_in(desk)
    house = desk.desktop.entrance.door.house
    assert house is not None
    stick, folder = tmp_path / "stick", tmp_path / "room-backups"
    stick.mkdir()
    mark_stick(stick, house.opened.vault.id)
    desk.desktop.screen.settings = replace(desk.desktop.screen.settings, backup_stick=str(stick))
    begun = desk.clock.instant
    for day in range(10):
        desk.clock.instant = begun + timedelta(days=day)
        tally(desk, 1)
        desk.desktop.tasks.write(lambda services: services.days.open(), lambda _: None)
        desk.desktop.tasks.write(lambda services: services.days.close(), lambda _: None)
        desk.settle()
        desk.wait(lambda: not desk.desktop.schedule.busy)
        desk.settle()
    names = [path.name for path in made(folder)]
    assert names == [path.name for path in made(stick)]
    # The newest of seven days, and the newest of the week before those is one of them.
    assert len(names) == 7
    assert names[-1].startswith("buurtkamer 2026-03-20")
    assert (stick / "erased.json").exists() == (tmp_path / "room" / "erased.json").exists()
    desk.wait(lambda: "backup" not in desk.desktop.window.banners.shown)


def test_on_another_computer_the_recovery_code_and_a_backup_are_enough(
    open_desk: Callable[..., Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_desk(real=True)
    code = set_up(first)
    sign_in(first)
    tally(first, 2)
    panel, kept = backups(first), tmp_path / "kept.buurtkamer"
    panel.ask(kept)
    first.wait(panel.make.isEnabled)
    first.desktop.window.close()
    (tmp_path / "room").rename(tmp_path / "burnt")
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "another")

    second = open_desk(real=True)
    second.wait(lambda: any(one.isVisible() for one in second.desktop.window.findChildren(QPushButton, "backup")))
    press(second, "backup")
    form = seen(second, RestoringForm)[0]
    form.choose_file(kept)
    form.words.setText(" ".join(code.split()))
    QTest.mouseClick(form.look, LEFT)
    second.wait(form.found.isVisible)
    for field in (form.fresh, form.again):
        field.setText(FRESH)
    QTest.mouseClick(form.take, LEFT)
    sign_in(second)
    second.wait(lambda: count(second) == 2)
    tally(second, 1)
    assert count(second) == 3
    second.desktop.window.close()

    third = open_desk(real=True)
    third.wait(lambda: bool(seen(third, UnlockPanel)))
    write(third, "words", FRESH)
    press(third, "open")
    sign_in(third)
    third.wait(lambda: count(third) == 3)
