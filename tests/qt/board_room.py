"""The practice room behind the pages Wensen, Activiteiten and Rooster, and how one waits for what they show."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.qt.tasks import Tasks
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.services import Services


def _both(answers: list[object]) -> bool:
    return len(answers) == 2


@dataclass
class BoardRoom:
    """The room, the work that goes there, and what the window would have said."""

    bot: QtBot
    services: Services
    tasks: Tasks[Any]
    changes: list[Change] = field(default_factory=list)
    troubles: list[BuurtkamerError] = field(default_factory=list)

    def sit(self, role: Role, name: str = "Ria Postma") -> Actor:
        """Put somebody at the desk."""
        actor = Actor(role, self.services.people.host_named(name).id, name)
        self.services.sign_in.act_as(actor)
        return actor

    def show(self, page: QWidget) -> QScrollArea:
        """Show a page as the window does: in an area that scrolls, as large as it is there at 1366 x 768."""
        window = QScrollArea()
        window.setWidgetResizable(True)
        window.setWidget(page)
        window.resize(1086, 648)
        self.bot.addWidget(window)
        with self.bot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until something shows."""
        self.bot.waitUntil(lambda: bool(until()), timeout=5000)

    def settle(self) -> None:
        """Wait until all that was asked, and what its answers asked in turn, is answered."""
        for _ in range(3):
            answers: list[object] = []
            self.tasks.write(lambda _: None, answers.append)
            self.tasks.read(lambda _: None, answers.append)
            self.wait(functools.partial(_both, answers))


def enter(bot: QtBot, folder: Path, clock: SetClock) -> Iterator[BoardRoom]:
    """Make the demo room with its coordinator at the desk, and close it at the end."""
    house = practice_room(folder, clock)
    tasks: Tasks[Any] = Tasks()
    opened: list[bool] = []
    tasks.open(lambda: house.services, house.reader, lambda: opened.append(True))
    room = BoardRoom(bot, house.services, tasks)
    tasks.changed.connect(room.changes.append)
    tasks.troubled.connect(room.troubles.append)
    room.wait(lambda: opened)
    yield room
    tasks.close()
