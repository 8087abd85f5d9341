from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.errors import KeyRefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
from buurtkamer_app.replay.rooms import PRACTICE_PIN
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile

WRONG = "730519"


@pytest.fixture
def room(
    tmp_path: Path, clock: SetClock, demo_file: RoomFile, qtbot: QtBot, qapp: QApplication
) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def sign_in(room: OfficeRoom, qtbot: QtBot) -> SignInPanel:
    room.act_as(Actor())
    made = SignInPanel(room.tasks, QPushButton("Walk in"), QLabel("Programme"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: bool(made.buttons))
    return made


def name_of(sign_in: SignInPanel, name: str) -> QPushButton:
    return next(button for button in sign_in.buttons if button.text() == name)


def digits(sign_in: SignInPanel) -> dict[str, QPushButton]:
    return {button.text(): button for button in sign_in.findChildren(QPushButton) if button.text().isdigit()}


def test_every_host_has_a_button_with_their_name(sign_in: SignInPanel, demo_file: RoomFile) -> None:
    shown = [button.text() for button in sign_in.buttons]
    assert {host.name for host in demo_file.hosts} <= set(shown)
    assert all(button.height() >= 44 for button in sign_in.buttons)


def test_a_host_signs_in_on_the_pad(sign_in: SignInPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    name_of(sign_in, "Carlos Pinas").click()
    assert sign_in.name.text() == "Carlos Pinas"
    for digit in PRACTICE_PIN:
        digits(sign_in)[digit].click()
    with qtbot.waitSignal(sign_in.signed_in) as told:
        sign_in.enter.click()
    assert told.args is not None
    actor: Actor = told.args[0]
    assert (actor.name, actor.role) == ("Carlos Pinas", Role.HOST)
    assert room.services.sign_in.actor == actor
    assert sign_in.pin.text() == ""
    assert sign_in.asking.isVisible()


def test_a_host_signs_in_on_the_keyboard(sign_in: SignInPanel, qtbot: QtBot) -> None:
    name_of(sign_in, "Fatma Yildiz").click()
    QTest.keyClicks(sign_in.pin, f"0a{PRACTICE_PIN[1:]}")
    assert sign_in.pin.text() == PRACTICE_PIN
    with qtbot.waitSignal(sign_in.signed_in):
        QTest.keyClick(sign_in.pin, Qt.Key.Key_Return)


def test_a_wrong_pin_is_told_and_the_next_digit_begins_anew(sign_in: SignInPanel, qtbot: QtBot) -> None:
    name_of(sign_in, "Carlos Pinas").click()
    sign_in.pin.setText(WRONG)
    sign_in.enter.click()
    qtbot.waitUntil(lambda: sign_in.answer.text() == "That PIN is not right. Try again.")
    assert sign_in.pin.text() == WRONG
    digits(sign_in)["8"].click()
    assert sign_in.pin.text() == "8"


def test_who_types_wrong_often_waits_and_hears_how_long(sign_in: SignInPanel, clock: SetClock, qtbot: QtBot) -> None:
    name_of(sign_in, "Carlos Pinas").click()
    for _ in range(3):
        sign_in.pin.setText(WRONG)
        sign_in.answer.clear()
        sign_in.enter.click()
        qtbot.waitUntil(lambda: sign_in.answer.text() != "")
    sign_in.pin.setText(PRACTICE_PIN)
    sign_in.enter.click()
    qtbot.waitUntil(lambda: sign_in.answer.text() == "Wait 5 seconds and try again.")
    clock.instant += timedelta(seconds=6)
    with qtbot.waitSignal(sign_in.signed_in):
        sign_in.enter.click()


def test_to_go_back_forgets_the_pin_that_was_begun(sign_in: SignInPanel) -> None:
    name_of(sign_in, "Carlos Pinas").click()
    sign_in.pin.setText("73")
    sign_in.back.click()
    assert sign_in.pin.text() == ""
    assert sign_in.asking.isVisible()
    assert sign_in.proving.isHidden()


def test_a_key_on_a_locked_desk_counts_nobody(sign_in: SignInPanel, qtbot: QtBot) -> None:
    button = next(found for found in sign_in.findChildren(QPushButton) if found.text() == "Walk in")
    counted: list[bool] = []
    button.clicked.connect(counted.append)
    qtbot.waitUntil(lambda: sign_in.focusWidget() is sign_in.buttons[0], timeout=15_000)
    first = sign_in.buttons[0]
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert sign_in.proving.isVisible()
    assert not counted


def test_names_that_come_before_the_window_is_active_have_the_keys_all_the_same(room: OfficeRoom, qtbot: QtBot) -> None:
    hosts = ask(room, qtbot, lambda services: services.people.hosts())
    made = SignInPanel(room.tasks, QPushButton("Walk in"), QLabel("Programme"))
    qtbot.addWidget(made)
    made.show()
    assert not made.isActiveWindow()
    made._hosts = hosts
    made._fill()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.focusWidget() is made.buttons[0]


def test_a_new_host_gets_a_button_at_once(sign_in: SignInPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    from buurtkamer_app.people.records import NewHost

    room.act_as(Actor(Role.COORDINATOR))
    room.tasks.write(lambda services: services.people.add_host(NewHost("Zeynep")), lambda _: None)
    qtbot.waitUntil(lambda: "Zeynep" in [button.text() for button in sign_in.buttons])


@pytest.fixture
def unlock(qtbot: QtBot, qapp: QApplication) -> UnlockPanel:
    made = UnlockPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_cold_desk_shows_the_emergency_number_and_paper(unlock: UnlockPanel) -> None:
    seen = [label.text() for label in unlock.findChildren(QLabel) if label.isVisible()]
    assert seen.index("Is somebody in danger? Call 112.") == 0
    assert "Use the paper tally sheet until the room is open." in seen


def test_the_passphrase_is_asked_for_once(unlock: UnlockPanel) -> None:
    asked: list[str] = []
    unlock.asked.connect(asked.append)
    QTest.keyClicks(unlock.words, "fiets lamp brood wolk stoel")
    QTest.keyClick(unlock.words, Qt.Key.Key_Return)
    QTest.keyClick(unlock.words, Qt.Key.Key_Return)
    assert asked == ["fiets lamp brood wolk stoel"]
    assert not unlock.open.isEnabled()


def test_a_refused_passphrase_stays_and_the_sentence_says_what_to_do(unlock: UnlockPanel) -> None:
    unlock.words.setText("fiets lamp")
    unlock.open.click()
    unlock.refuse(KeyRefusedError("This is no practice room. Type the passphrase."))
    assert unlock.answer.text() == "This is no practice room. Type the passphrase."
    assert unlock.words.text() == "fiets lamp"
    assert unlock.open.isEnabled()


def test_the_words_are_hidden_until_somebody_shows_them(unlock: UnlockPanel) -> None:
    assert unlock.words.echoMode() is QLineEdit.EchoMode.Password
    unlock.show_words.click()
    assert unlock.words.echoMode() is QLineEdit.EchoMode.Normal
    assert unlock.show_words.text() == "Hide the words"


def test_the_recovery_code_asks_for_a_new_passphrase_twice(unlock: UnlockPanel) -> None:
    asked: list[tuple[str, str]] = []
    unlock.recovery_asked.connect(lambda code, words: asked.append((code, words)))
    unlock.switch_way.click()
    assert unlock.by_words.isHidden()
    unlock.code.setText("ABCD-EFGH")
    unlock.fresh.setText("fiets lamp brood")
    unlock.again.setText("fiets lamp")
    unlock.open.click()
    assert unlock.answer.text() == "The two passphrases are not the same. Type them again."
    assert not asked
    unlock.again.setText("fiets lamp brood")
    unlock.open.click()
    assert asked == [("ABCD-EFGH", "fiets lamp brood")]
    unlock.switch_way.click()
    assert not unlock.by_words.isHidden()
    assert unlock.code.text() == "ABCD-EFGH"
