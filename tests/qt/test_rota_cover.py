from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.qt.rota.cover import CoverDialog
from buurtkamer_app.qt.wishes.asking import AskingDialog
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile


@pytest.fixture
def room(qtbot: QtBot, qapp: object, tmp_path: Path, clock: SetClock, demo_file: RoomFile) -> Iterator[BoardRoom]:
    yield from enter(qtbot, tmp_path, clock, demo_file)


@pytest.fixture
def page(room: BoardRoom) -> Iterator[QWidget]:
    made = QWidget()
    window = room.show(made)
    yield made
    window.close()


def click(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_somebody_is_called_and_takes_over_in_two_clicks(room: BoardRoom, page: QWidget) -> None:
    room.sit(Role.COORDINATOR)
    kees = room.services.people.host_named("Kees Vos").id
    today = room.services.room.today()
    room.services.rota.put_on(kees, today, DayPart.AFTERNOON)
    room.services.rota.no_show(kees, AbsenceReason.UNKNOWN)
    dialog = CoverDialog(room.tasks, kees, "Kees Vos", page)
    shut: list[int] = []
    dialog.finished.connect(shut.append)
    dialog.open()
    room.settle()
    assert dialog.heading.text() == translate("Who can take over from {name}?", name="Kees")
    count = len(room.services.cover.candidates())
    assert count > 1
    click(dialog, "no_answer 0")
    room.settle()
    click(dialog, "yes 0")
    room.settle()
    assert shut == [1]
    shift = next(one for one in room.services.rota.shifts(today, today) if one.part is DayPart.AFTERNOON)
    assert [place.substitute for place in shift.on_duty] == [True]


def test_a_question_is_kept_only_with_the_residents_yes(room: BoardRoom, page: QWidget) -> None:
    room.sit(Role.HOST)
    wish = room.services.wishes.all()[0]
    dialog = AskingDialog(room.tasks, wish, page)
    shut: list[int] = []
    dialog.finished.connect(shut.append)
    dialog.open()
    QTest.keyClicks(dialog.question, "Wie kan meekijken met brieven?")
    dialog.keep.click()
    room.settle()
    assert not shut
    assert dialog.told.text()
    dialog.consent.click()
    dialog.keep.click()
    room.settle()
    assert shut == [1]
    room.sit(Role.COORDINATOR)
    assert room.services.wishes.questions() == [(wish.number, "Wie kan meekijken met brieven?")]
