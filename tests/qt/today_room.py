"""The page Vandaag on the demo room, as the tests of that page open it."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.qt.activities.programme import ProgrammePanel
from buurtkamer_app.qt.desk.arrivals import ArrivalsPanel
from buurtkamer_app.qt.desk.day import DayPanel
from buurtkamer_app.qt.desk.figures import FiguresPanel
from buurtkamer_app.qt.desk.handover import HandoverPanel
from buurtkamer_app.qt.desk.help_asked import HelpPanel
from buurtkamer_app.qt.desk.tally import TallyPanel
from buurtkamer_app.qt.pages.today import Parts, TodayPage
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.qt.wishes.heard import HeardPanel
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app import startup
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@dataclass
class Vandaag:
    """The page in a scrolling window, its panels, the room behind it and the work that goes there."""

    bot: QtBot
    house: startup.House
    clock: SetClock
    tasks: Tasks[Any]
    day: DayPanel
    tally: TallyPanel
    arrivals: ArrivalsPanel
    programme: ProgrammePanel
    heard: HeardPanel
    figures: FiguresPanel
    handover: HandoverPanel
    page: TodayPage
    window: QScrollArea
    opened: bool = False

    def open_store(self) -> None:
        """Let the store be open, and wait until it is."""

        def ready() -> None:
            self.opened = True

        self.tasks.open(lambda: self.house.services, self.house.reader, ready)
        self.wait(lambda: self.opened)

    def leave(self) -> None:
        """End the work and take the page down on this thread, or one of the next test would collect its widgets."""
        self.tasks.close()
        self.window.close()
        self.window.takeWidget().deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    def sit(self, actor: Actor) -> None:
        """Put somebody at the desk."""
        self.house.services.sign_in.act_as(actor)
        for panel in (self.day, self.arrivals, self.programme, self.heard, self.handover):
            panel.set_actor(actor)

    def sit_host(self, name: str = "Ria Postma") -> Actor:
        """Put a host at the desk."""
        host = self.house.services.people.host_named(name)
        actor = Actor(host.role, host.id, host.name)
        self.sit(actor)
        return actor

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something shows."""
        self.bot.waitUntil(until, timeout=5000)

    def ask(self, work: Callable[[Services], Any]) -> Any:
        """Let the writing services answer, after everything that was asked before."""
        answers: list[Any] = []
        self.tasks.write(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def undo(self) -> None:
        """Take back what was done last."""
        last = self.ask(lambda services: services.history.last())
        self.ask(lambda services: services.history.undo(last.unit))

    @staticmethod
    def words(panel: QWidget, name: str) -> str:
        """Read a label of a panel by its name, nothing when it is not there."""
        label = panel.findChild(QLabel, name)
        return label.text() if isinstance(label, QLabel) else ""

    def number(self, name: str) -> str:
        """Read a figure off the page."""
        label: Any = getattr(self.figures, name)
        return str(label.text())


def enter(bot: QtBot, folder: Path, clock: SetClock) -> Vandaag:
    """Make the demo room with its page in a window, nobody signed in and the store not open yet."""
    house = practice_room(folder, clock)
    tasks: Tasks[Any] = Tasks()
    day, tally, arrivals = DayPanel(tasks), TallyPanel(tasks, clock.now), ArrivalsPanel(tasks)
    programme, heard, figures = ProgrammePanel(tasks), HeardPanel(tasks), FiguresPanel(tasks)
    page = TodayPage(day=day, tally=tally)
    handover, help_asked = HandoverPanel(tasks), HelpPanel(tasks)
    page.complete(Parts(arrivals, programme, figures, heard, help_asked, handover))
    for panel in (figures, handover):
        page.names_hidden.connect(panel.hide_names)
    page.names_hidden.connect(arrivals.hide_names)
    page.names_hidden.connect(programme.hide_names)
    page.names_hidden.connect(heard.hide_names)
    window = QScrollArea()
    window.setFrameShape(QFrame.Shape.NoFrame)
    window.setWidgetResizable(True)
    window.setWidget(page)
    window.resize(1086, 648)
    bot.addWidget(window)
    here = Vandaag(bot, house, clock, tasks, day, tally, arrivals, programme, heard, figures, handover, page, window)
    here.sit(NOBODY)
    with bot.waitActive(window):
        window.show()
        window.activateWindow()
    here.wait(lambda: tally.escape is not None)
    return here
