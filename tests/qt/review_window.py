"""The window of a professional on logs of rooms, with a profile or without a name, again and again."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.reviewing import ReviewDesktop
from buurtkamer_app.qt.review.comparing import ComparingPanel
from buurtkamer_app.qt.review.logs import LogsPanel
from buurtkamer_app.qt.review.questions import QuestionsPanel
from buurtkamer_app.qt.review.reading import ReadingPanel
from buurtkamer_app.qt.review.taking import TakingPanel
from buurtkamer_app.review.profile import Profile
from tests.review import rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
WORDS = "wortel fiets molen kaars sneeuw"


@dataclass
class Office:
    """The computer of a professional: its folder, its clock, and the windows that were opened on it."""

    app: QApplication
    bot: QtBot
    folder: Path
    clock: SetClock
    opened: list[ReviewDesktop] = field(default_factory=list)

    def start(self, *files: Path) -> ReviewDesktop:
        """Open the window, until it asks who one is."""
        desktop = ReviewDesktop(self.app, self.folder / "review", Settings(language="en"), self.clock, files)
        self.opened.append(desktop)
        desktop.start(lambda: None)
        self.bot.waitUntil(lambda: asking(desktop) is not None)
        return desktop

    def without(self, *files: Path) -> ReviewDesktop:
        """Open the window and read without a name."""
        desktop = self.start(*files)
        press(asking(desktop), "without")
        self.wait(lambda: desktop.entrance.is_open)
        return desktop

    def with_profile(self, *files: Path) -> ReviewDesktop:
        """Open the window with the profile that is on this computer."""
        desktop = self.start(*files)
        write(asking(desktop), "words", WORDS)
        press(asking(desktop), "open")
        self.wait(lambda: asking(desktop) is None)
        return desktop

    def make_profile(self, desktop: ReviewDesktop) -> None:
        """Say who one is, take the words that are offered, and write the recovery code down."""
        panel = asking(desktop)
        write(panel, "name", "Sam de Wit")
        write(panel, "again", panel.words.text().upper())
        press(panel, "make")
        self.wait(lambda: asking(desktop) is not panel)
        asking(desktop).have.setChecked(True)
        press(asking(desktop), "go_on")

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until what was asked is shown."""
        self.bot.waitUntil(until, timeout=15_000)


def office(app: QApplication, bot: QtBot, folder: Path, clock: SetClock, patch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give a professional's computer, and close its windows in the end."""
    patch.setattr(paths, "user_secrets", lambda: folder / "secrets")
    hooks = sys.excepthook, threading.excepthook
    made = Office(app, bot, folder, clock)
    yield made
    for desktop in made.opened:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sys.excepthook, threading.excepthook = hooks


def make_profile(folder: Path) -> Path:
    """Make a profile, once for many tests: stretching a passphrase takes long by design."""
    made = {"name": "Sam de Wit", "organisation": "Dichtbij", "passphrase": WORDS}
    Profile.create(folder / "review", folder / "secrets", **made, on=date(2026, 3, 11))
    return folder


def asking(desktop: ReviewDesktop) -> Any:
    """Give what covers the window, None when nothing does."""
    cover = desktop.window._cover
    return cover.page if cover is not None else None


def part(owner: QWidget, name: str, kind: type[W]) -> W:
    """Give a part by its name."""
    found = owner.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press(owner: QWidget, name: str) -> None:
    """Click a button."""
    button = part(owner, name, QAbstractButton)
    assert button.isVisible(), name
    QTest.mouseClick(button, LEFT)


def write(owner: QWidget, name: str, text: str) -> None:
    """Type in a field, over what stood there."""
    typed = part(owner, name, QLineEdit)
    typed.clear()
    QTest.keyClicks(typed, text)


def page(desktop: ReviewDesktop, name: str, kind: type[W]) -> W:
    """Show a page by its button on the rail, and give it."""
    QTest.mouseClick(desktop.window.rail.buttons[name], LEFT)
    found = desktop.window.page(name)
    assert isinstance(found, kind)
    return found


def logs_of(desktop: ReviewDesktop) -> LogsPanel:
    return page(desktop, "logs", LogsPanel)


def reading_of(desktop: ReviewDesktop) -> ReadingPanel:
    return page(desktop, "reading", ReadingPanel)


def comparing_of(desktop: ReviewDesktop) -> ComparingPanel:
    return page(desktop, "comparing", ComparingPanel)


def questions_of(desktop: ReviewDesktop) -> QuestionsPanel:
    return page(desktop, "questions", QuestionsPanel)


def taking_of(desktop: ReviewDesktop) -> TakingPanel:
    return page(desktop, "taking", TakingPanel)


def unlock(office: Office, logs: LogsPanel, *numbers: int) -> None:
    """Type the passphrases of rooms for the file that is chosen, one after the other."""
    for number in numbers:
        write(logs.closed, "words", rooms.words(number))
        press(logs.closed, "try_words")
        # What the passphrase opened opens the other logs of its room, which is said while it goes on.
        office.wait(lambda: not logs.closed.words.text() and logs.answer.isHidden())
