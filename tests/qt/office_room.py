"""A practice room with its services on the two threads of the desktop, the coordinator at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from shiboken6 import isValid

from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.services import Services
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.roles import Actor


@dataclass
class OfficeRoom:
    tasks: Tasks[Services]
    services: Services
    troubles: list[BuurtkamerError] = field(default_factory=list)

    def act_as(self, actor: Actor) -> None:
        self.services.sign_in.act_as(actor)


def furnished(folder: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    (folder / "room").mkdir()
    house = practice_room(folder / "room", clock)
    opened: list[bool] = []
    tasks = Tasks[Services]()
    tasks.open(lambda: house.services, house.reader, lambda: opened.append(True))
    room = OfficeRoom(tasks, house.services)
    tasks.troubled.connect(room.troubles.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield room
    tasks.close()
    assert not room.troubles


def ask(room: OfficeRoom, qtbot: QtBot, work: Callable[[Any], Any]) -> Any:
    """Let the writing services answer, after everything that was asked before."""
    answers: list[Any] = []
    room.tasks.write(work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def choose(dialog: object, file: Path) -> None:
    """Choose a file in the dialog that asks where to save, and let the dialog go."""
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    let_go(dialog)


def let_go(dialog: QDialog) -> None:
    """Close a dialog, and wait until it is gone: its parent may not go before it."""
    dialog.done(0)
    while isValid(dialog):
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
