"""The desk that is left alone: hidden, locked, let in again, closed as a whole, and opened with nothing lost."""

from __future__ import annotations

import functools
import shutil
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.desktop.door import Door
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.qt.desk.concern import ConcernDialog
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.room.starting import NewRoom
from buurtkamer_app.startup import KEY_HOLDER
from tests.end_to_end.conftest import DAY, ZONE
from tests.end_to_end.test_first_day import PIN, WORDS, count, press, sign_in, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Person

LEFT = Qt.MouseButton.LeftButton
WRONG = "999999"
_MORE = ("inside", "loans", "call_backs", "call_guide")
DIALOGS = ["sheet", *(pytest.param(name, marks=pytest.mark.long) for name in _MORE)]


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "profile")


@functools.cache
def made_in(base: Path) -> str:
    """Make a real room with Wilma and two hosts, once for all who take a copy; give its recovery code."""
    usual, paths.user_secrets = paths.user_secrets, lambda: base / "profile"
    try:
        facts = RoomFacts("Buurtkamer De Linde", "", "", "", "", "NL", "Europe/Amsterdam", "")
        hours = tuple(Opening(day, time(10), time(17)) for day in range(7))
        door = Door(base / "room", SetClock(datetime.combine(DAY, time(9), ZONE)), None)
        services, code = door.set_up(NewRoom(facts, hours, "Wilma", PIN, WORDS))
        services.sign_in.act_as(KEY_HOLDER)
        for name in ("Annie", "Bep"):
            services.sign_in.set_pins([services.people.add_host(NewHost(name, max_shifts_per_week=2)).value.id], PIN)
        services.sign_in.leave()
        services.close()
    finally:
        paths.user_secrets = usual
    return code


@pytest.fixture
def desk(open_desk: Callable[..., Person], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Give a real room with Wilma and two hosts that was just opened with its passphrase, and nobody at the desk."""
    base = tmp_path_factory.getbasetemp() / "a real room"
    code = made_in(base)
    for name in ("room", "profile"):
        shutil.copytree(base / name, tmp_path / name)
    person = open_desk(real=True)
    person.code = code  # type: ignore[attr-defined]
    person.wait(lambda: cold(person) is not None)
    reopen(person)
    person.wait(lambda: len(panel(person).buttons) == 3)
    person.settle()
    return person


def panel(person: Person) -> SignInPanel:
    """Give the lock screen."""
    found = [one for one in person.desktop.window.findChildren(SignInPanel) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def cold(person: Person) -> UnlockPanel | None:
    """Give what asks for the passphrase, when that is seen."""
    return next((one for one in person.desktop.window.findChildren(UnlockPanel) if one.isVisible()), None)


def choose(person: Person, name: str) -> None:
    """Press a name on the lock screen."""
    found = [one for one in panel(person).buttons if one.text().split("\n")[0] == name]
    assert len(found) == 1, [one.text() for one in panel(person).buttons]
    QTest.mouseClick(found[0], LEFT)


def try_pin(person: Person, pin: str) -> None:
    """Type a PIN and wait for what is said of it."""
    field = person.see(QLineEdit, "pin")
    cast("QLineEdit", field).clear()
    QTest.keyClicks(field, pin)
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.settle()


def close_name(person: Person, name: str) -> None:
    """Type five wrong PINs, each after its wait."""
    choose(person, name)
    for _ in range(5):
        person.clock.instant += timedelta(seconds=61)
        try_pin(person, WRONG)


def shut(person: Person) -> None:
    """Let the desk be idle until it asks for the passphrase."""
    idle = person.desktop.screen.idle
    idle.lock.emit()
    idle.rest.emit(0.0)
    person.wait(lambda: cold(person) is not None)


def reopen(person: Person) -> None:
    """Open the room with the passphrase."""
    write(person, "words", WORDS)
    press(person, "open")
    person.wait(lambda: bool([one for one in person.desktop.window.findChildren(SignInPanel) if one.isVisible()]))


def concern(person: Person) -> QDialog:
    """Open what a worry about a visitor is written in."""
    person.desktop.overlays.ask("concern")
    person.settle()
    dialog = next(one for one in person.desktop.window.findChildren(ConcernDialog) if one.isVisible())
    QTest.mouseClick(dialog.worry, LEFT)
    QTest.mouseClick(dialog.visitor, LEFT)
    person.settle()
    return dialog


def test_five_wrong_ones_close_a_name_and_a_colleague_lets_them_in(desk: Person) -> None:
    close_name(desk, "Annie")
    locked = translate("{name} is locked. A colleague can let you in.", name="Annie")
    assert panel(desk).why_asked.text() == locked
    assert {one.text() for one in panel(desk).buttons} == {"Bep", "Wilma"}
    choose(desk, "Bep")
    try_pin(desk, PIN)
    told = translate("{name} let you in. Type your own PIN now.", name="Bep")
    assert (panel(desk).name.text(), panel(desk).lets_in.text()) == ("Annie", told)
    assert desk.desktop.actor is NOBODY
    try_pin(desk, PIN)
    desk.wait(lambda: desk.desktop.actor.name == "Annie")


def test_a_closed_name_is_seen_by_who_comes_later(desk: Person) -> None:
    close_name(desk, "Annie")
    press(desk, "not_now")
    marked = [one.text() for one in panel(desk).buttons if "\n" in one.text()]
    assert marked == [f"Annie\n{translate('locked')}"]
    choose(desk, "Annie")
    assert {one.text() for one in panel(desk).buttons} == {"Bep", "Wilma"}
    press(desk, "not_now")
    choose(desk, "Bep")
    try_pin(desk, PIN)
    desk.wait(lambda: desk.desktop.actor.name == "Bep")


def test_ten_wrong_ones_close_the_room_and_a_passphrase_opens_it(desk: Person) -> None:
    close_name(desk, "Annie")
    press(desk, "not_now")
    choose(desk, "Bep")
    for _ in range(4):
        desk.clock.instant += timedelta(seconds=61)
        try_pin(desk, WRONG)
    desk.clock.instant += timedelta(seconds=61)
    field = desk.see(QLineEdit, "pin")
    QTest.keyClicks(field, WRONG)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.wait(lambda: cold(desk) is not None)
    assert desk.desktop.entrance.door.house is None
    assert not [one for one in desk.desktop.window.findChildren(TallyButton) if one.isVisible()]
    closed = cold(desk)
    assert closed is not None
    assert closed.answer.text() == translate("Too many wrong tries. The room is locked; a key opens it again.")
    numbers = desk.see(QLabel, "numbers")
    assert "Veilig Thuis 0800 2000" in cast("QLabel", numbers).text()
    QTest.keyClick(desk.desktop.window, Qt.Key.Key_F9)
    assert not [one for one in desk.desktop.window.findChildren(QDialog) if one.isVisible()]
    reopen(desk)
    sign_in(desk)
    assert desk.desktop.actor.role is Role.COORDINATOR


def test_who_has_a_key_sits_down_as_coordinator(desk: Person) -> None:
    press(desk, "by_key")
    write(desk, "words", "iets heel anders")
    press(desk, "enter")
    desk.wait(panel(desk).key.enter.isEnabled)
    refused = "That passphrase does not open this room. Check the words and their order, or use the recovery code."
    assert panel(desk).key.answer.text() == translate(refused)
    code = desk.code  # type: ignore[attr-defined]
    for words, name in ((WORDS, "Wilma"), (code, translate("Key holder"))):
        write(desk, "words", words)
        press(desk, "enter")
        desk.wait(lambda: desk.desktop.actor.role is Role.COORDINATOR)
        assert desk.desktop.actor.name == name
        assert "office" in desk.desktop.window.rail.buttons
        desk.desktop.entrance.locking.lock()
        assert desk.desktop.actor is NOBODY
        press(desk, "by_key")


def test_an_idle_desk_asks_the_passphrase_after_closing_only(desk: Person) -> None:
    sign_in(desk)
    idle = desk.desktop.screen.idle
    desk.desktop.tasks.write(lambda services: services.days.open(), lambda _: None)
    desk.settle()
    idle.lock.emit()
    idle.rest.emit(0.0)
    desk.settle()
    assert (desk.desktop.actor, cold(desk)) == (NOBODY, None)
    sign_in(desk)
    desk.desktop.tasks.write(lambda services: services.days.close(), lambda _: None)
    desk.settle()
    shut(desk)
    assert desk.desktop.entrance.door.house is None


def test_what_was_counted_and_typed_is_there_after_the_room_was_closed(desk: Person) -> None:
    sign_in(desk)
    QTest.mouseClick(desk.see(TallyButton, "walk_in"), LEFT)
    desk.settle()
    dialog = concern(desk)
    field = next(one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible())
    QTest.keyClicks(field, "Ze at drie dagen niets.")
    desk.at("23:30")
    shut(desk)
    assert not [one for one in desk.desktop.window.findChildren(ConcernDialog) if one.isVisible()]
    reopen(desk)
    sign_in(desk)
    assert count(desk) == 1
    dialog = concern(desk)
    fields = dialog.findChildren(QPlainTextEdit)
    desk.wait(lambda: any(one.toPlainText() == "Ze at drie dagen niets." for one in fields))
    dialog.reject()


@pytest.mark.parametrize("name", DIALOGS)
def test_what_is_open_is_hidden_by_the_lock_and_shown_to_who_had_it_open(desk: Person, name: str) -> None:
    sign_in(desk)
    desk.desktop.overlays.ask(name)
    desk.settle()
    dialog = next(one for one in desk.desktop.window.findChildren(QDialog) if one.isVisible())
    desk.at("23:30")
    shut(desk)
    assert not dialog.isVisible()
    reopen(desk)
    assert not dialog.isVisible()
    sign_in(desk)
    desk.wait(dialog.isVisible)
    dialog.reject()


def test_a_locked_desk_counts_and_shows_whom_to_call_but_no_page(desk: Person) -> None:
    QTest.mouseClick(desk.see(TallyButton, "walk_in"), LEFT)
    desk.settle()
    assert count(desk) == 1
    QTest.mouseClick(desk.see(QPushButton, "call_guide"), LEFT)
    desk.wait(lambda: any(one.isVisible() for one in desk.desktop.window.findChildren(QDialog)))
    dialog = next(one for one in desk.desktop.window.findChildren(QDialog) if one.isVisible())
    desk.at("23:30")
    shut(desk)
    assert not dialog.isVisible()


def test_a_practice_room_is_never_closed(open_desk: Callable[..., Person]) -> None:
    person = open_desk()
    person.at("23:30")
    person.desktop.screen.idle.rest.emit(100_000.0)
    person.desktop.entrance.locking.close()
    person.settle()
    assert person.desktop.entrance.door.house is not None
