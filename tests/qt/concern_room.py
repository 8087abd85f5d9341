"""The practice room with a host at the desk, as the tests of worries use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.services import Services
    from tests.qt.office_room import OfficeRoom

TEXT = "Zij had geen jas aan en bibberde"


def sit(room: OfficeRoom, name: str = "Ria Postma") -> None:
    found = room.services.people.host_named(name)
    room.act_as(Actor(found.role, found.id, found.name))


def sit_coordinator(room: OfficeRoom) -> None:
    found = next(entry for entry in room.services.people.hosts() if entry.role is Role.COORDINATOR)
    room.act_as(Actor(found.role, found.id, found.name))


def settle(room: OfficeRoom, qtbot: QtBot) -> None:
    """Wait until all that was asked has been read."""
    answers: list[bool] = []
    room.tasks.read(lambda _: True, answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def as_coordinator(work: Callable[[Services], Any]) -> Callable[[Services], Any]:
    def seen(services: Services) -> Any:
        sitting = services.store.actor
        services.sign_in.act_as(KEY_HOLDER)
        answer = work(services)
        services.sign_in.act_as(sitting)
        return answer

    return seen


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
