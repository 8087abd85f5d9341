"""The whole desktop on the practice room, clicked as a person would, with a clock that is set."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from buurtkamer_app.base.clock import SetClock, instant
from buurtkamer_app.base.settings import Settings
from tests.made_room import copy_practice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.desktop.desk import Desktop

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DAY = date(2026, 3, 11)
ZONE = ZoneInfo("Europe/Amsterdam")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform complain of what only a real screen has."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _printers() -> Iterator[None]:
    """Let no test print on a printer of this computer: there is none until a test brings its own."""
    from tests.qt.file_printers import without

    yield from without()


@dataclass
class Person:
    """Somebody at the desk: sees the window, clicks and types."""

    bot: QtBot
    desktop: Desktop
    clock: SetClock

    def at(self, moment: str) -> None:
        """Let it be this time of the day."""
        self.clock.instant = instant(DAY, time.fromisoformat(moment), ZONE)

    def see(self, kind: type[QWidget], name: str) -> QWidget:
        """Find a part of the window that is seen, by its name."""
        found = [part for part in self.desktop.window.findChildren(kind, name) if part.isVisible()]
        assert len(found) == 1, f"{len(found)} parts called {name} are seen"
        return found[0]

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until what was asked is shown."""
        self.bot.waitUntil(until, timeout=15_000)

    def settle(self) -> None:
        """Wait until everything that was asked so far is answered."""
        for _ in range(2):
            answered: list[object] = []
            self.desktop.tasks.write(lambda _: True, answered.append)
            self.wait(lambda answered=answered: bool(answered))  # type: ignore[misc]
            self.desktop.tasks.read(lambda _: True, answered.append)
            self.wait(lambda answered=answered: len(answered) == 2)  # type: ignore[misc]


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Give what opens the desktop on the practice room of this test, or on a `real` one, again and again."""
    from buurtkamer_app.base import i18n
    from buurtkamer_app.desktop import Practice
    from buurtkamer_app.desktop.desk import Desktop
    from buurtkamer_app.qt import theme, words

    clock = SetClock(datetime.combine(DAY, time(12), ZONE))
    opened: list[Desktop] = []
    hooks = sys.excepthook
    folder = tmp_path / "room"
    theme.start(qapp, 100)

    def start(*, real: bool = False) -> Person:
        if not real and not folder.exists():
            copy_practice(folder, clock)
        settings = Settings()
        words.switch_language(qapp, settings)
        desktop = Desktop(qapp, folder, settings, clock, None if real else Practice())
        opened.append(desktop)
        desktop.start(lambda: None)
        person = Person(qtbot, desktop, clock)
        desktop.window.activateWindow()
        person.wait(desktop.window.isActiveWindow)
        if not real:
            person.wait(lambda: desktop.entrance.door.house is not None)
            person.settle()
        return person

    yield start
    for desktop in opened:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    qapp.sendPostedEvents(None, 52)
    gc.collect()
    sys.excepthook = hooks
    i18n.speak("nl")
