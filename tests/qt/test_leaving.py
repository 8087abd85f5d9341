"""Somebody stops as a host through the dialog, on real services."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from shiboken6 import isValid

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.people.leaving import LeavingDialog
from buurtkamer_app.qt.people.room_keys import RoomKeysGroup
from buurtkamer_app.storage import vault
from tests.qt.office_room import ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.office_room import OfficeRoom

TODAY, FRIDAY = date(2026, 3, 11), date(2026, 3, 13)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def fatma(room: OfficeRoom, qtbot: QtBot) -> UUID:
    """Give Fatma, who is on next Friday, leads on Tuesdays and has a key."""
    key = room.services.people.host_named("Fatma Yildiz").id
    ask(room, qtbot, lambda s: s.rota.put_on(key, FRIDAY, DayPart.MORNING))
    ask(room, qtbot, lambda s: s.house_keys.give(key, "7", date(2026, 2, 1)))
    return key


@pytest.fixture
def dialog(room: OfficeRoom, qtbot: QtBot, fatma: UUID) -> Iterator[LeavingDialog]:
    made = LeavingDialog(room.tasks, fatma)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(made.stop.isEnabled)
    yield made
    if isValid(made):
        let_go(made)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_is_shown_before_it_is_done(dialog: LeavingDialog, room: OfficeRoom, fatma: UUID) -> None:
    assert dialog.heading.text() == translate("{name} stops as a host", name="Fatma Yildiz")
    assert translate("1 shift is free again:") in dialog.shifts.text()
    assert "Zitgym op muziek" in dialog.leads.text()
    assert dialog.due.text() == translate("Nothing is left to pay.")
    assert dialog.pin_about.text() == translate("The PIN goes off now. Undo does not bring it back.")
    assert [box.text() for box in dialog.keys.values()] == [translate("Key {number} is back", number="7")]
    assert room.services.people.host(fatma).name == "Fatma Yildiz"
    assert fatma in {host.id for host in room.services.people.hosts()}


def test_one_press_lets_them_go_and_one_press_undoes_it(
    dialog: LeavingDialog, room: OfficeRoom, fatma: UUID, qtbot: QtBot
) -> None:
    (box,) = dialog.keys.values()
    box.setChecked(True)
    press(dialog.stop)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    assert fatma not in {host.id for host in ask(room, qtbot, lambda s: s.people.hosts())}
    assert [key.back_on for key in ask(room, qtbot, lambda s: s.house_keys.all())] == [TODAY]
    last = ask(room, qtbot, lambda s: s.history.last())
    assert last.label.say() == translate("{name} stops as a host", name="Fatma Yildiz")
    ask(room, qtbot, lambda s: s.history.undo(last.unit))
    assert fatma in {host.id for host in ask(room, qtbot, lambda s: s.people.hosts())}
    assert [key.back_on for key in ask(room, qtbot, lambda s: s.house_keys.all())] == [None]


def test_another_last_day_is_looked_at_anew(dialog: LeavingDialog, qtbot: QtBot) -> None:
    show_day(dialog.last_on, FRIDAY)
    assert not dialog.stop.isEnabled()
    qtbot.waitUntil(lambda: dialog.shifts.text() == translate("No shift after the last day."))
    assert not dialog.erase_now.isVisible()
    show_day(dialog.last_on, date(2028, 1, 1))
    qtbot.waitUntil(dialog.told.isVisible)
    assert dialog.told.text() == translate("Choose a last day within a year from today.")
    assert not dialog.stop.isEnabled()


def test_erasing_at_once_is_said_by_its_day(dialog: LeavingDialog, qtbot: QtBot) -> None:
    def days() -> list[str]:
        return [label.text() for label in dialog._erased[::2]]  # type: ignore[attr-defined]

    later = days()
    dialog.erase_now.setChecked(True)
    qtbot.waitUntil(lambda: days() != later)
    assert days()[1] == days()[0]


def test_who_is_signed_on_stays_and_the_reason_is_said(
    dialog: LeavingDialog, room: OfficeRoom, fatma: UUID, qtbot: QtBot
) -> None:
    ask(room, qtbot, lambda s: s.rota.sign_on(fatma))
    press(dialog.stop)
    qtbot.waitUntil(dialog.told.isVisible)
    assert dialog.told.text() == translate("{name} is signed on. Sign them off first.", name="Fatma Yildiz")
    assert dialog.isVisible()


def test_a_practice_room_has_no_keys_of_its_data(dialog: LeavingDialog) -> None:
    assert not dialog.room_keys.isVisible()


def test_a_key_of_the_data_is_taken_away_after_a_question(
    room: OfficeRoom, fatma: UUID, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, secrets = tmp_path / "real", tmp_path / "secrets"
    folder.mkdir()
    made = vault.create(folder, secrets, "een twee drie vier", on=TODAY)
    vault.add_passphrase(folder, secrets, made, "vijf zes zeven acht", on=FRIDAY)
    monkeypatch.setattr(room.services.key_holders, "_files", folder)
    ask(room, qtbot, lambda s: s.key_holders.held())
    held = room.services.key_holders.held()
    assert [key.made_on for key in held] == [TODAY, FRIDAY]
    group = RoomKeysGroup(room.tasks, fatma)
    qtbot.addWidget(group)
    group._show(held)
    take = group.findChild(QPushButton, "take_1")
    assert isinstance(take, QPushButton)
    press(take)
    box = QApplication.activeModalWidget() or group.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: len(vault.load(folder).slots) == 2)
    qtbot.waitUntil(
        lambda: (
            translate("This key opens the room no more. Renew the key of the data under Office, Keys.")
            == group.answer.text()
        )
    )


def test_enter_ends_typing_the_day_and_lets_nobody_go(dialog: LeavingDialog, room: OfficeRoom, fatma: UUID) -> None:
    dialog.last_on.setFocus()
    QTest.keyClick(dialog.last_on, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert fatma in {host.id for host in room.services.people.hosts()}


def test_tab_goes_from_the_day_to_the_button(dialog: LeavingDialog, qtbot: QtBot) -> None:
    stops = [dialog.last_on, *dialog.keys.values(), dialog.back_on, dialog.erase_now, dialog.stop, dialog.back]
    dialog.activateWindow()
    dialog.last_on.setFocus()
    qtbot.waitUntil(dialog.last_on.hasFocus)
    reached: list[object] = []
    # Within a day Tab goes over its parts: day, month and year.
    for _ in range(len(stops) + 4):
        at = dialog.focusWidget()
        reached += [at] if at not in reached else []
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert reached == stops
