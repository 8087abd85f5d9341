"""Pictures of every page, for the guide and for looking at: `python installer/pictures.py FOLDER`, on a display.

The practice room is opened on the afternoon of Wednesday 11 March 2026, some of it is done, and each page is written to
a PNG file at 1366 x 768, at normal size and at 200 %.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Actor
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import DayPart, Purpose
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desktop import Practice
from buurtkamer_app.desktop.desk import Desktop
from buurtkamer_app.qt import theme, words
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from buurtkamer_app.startup import Services

_NOW = datetime(2026, 3, 11, 13, 20, tzinfo=UTC)


def live(services: Services) -> None:
    """Let some of an afternoon have happened."""
    services.sign_in.act_as(KEY_HOLDER)
    hosts = {host.name: host.id for host in services.people.hosts()}
    today = services.room.today()
    for name in ("Ria Postma", "Kees Vos"):
        services.rota.put_on(hosts[name], today, DayPart.AFTERNOON)
    services.rota.put_on(hosts["Henk de Wit"], today, DayPart.MORNING)
    services.days.open()
    services.rota.sign_on(hosts["Ria Postma"])
    for count, purpose in ((9, Purpose.WALK_IN), (6, Purpose.ACTIVITY), (2, Purpose.HELP), (1, Purpose.WALK_IN)):
        services.desk.tally(Tally(count, purpose))
    services.desk.tally(Tally(3, Purpose.CHILD, children=3))
    services.arrivals.come_in(["De Boer", "Mw. Tan", "Zeynep"])
    table = services.activities.on_date("Taalcafé", today).id
    services.activities.sign_up(table, today, "Łukasz", 7)
    services.wishes.support(services.wishes.numbered(16))


class Studio:
    """Opens the window and writes what it shows."""

    def __init__(self, app: QApplication, room: Path, folder: Path) -> None:
        self._app, self._folder = app, folder
        self.desktop = Desktop(app, room, Settings(), SetClock(_NOW), Practice())

    def settle(self) -> None:
        """Wait until everything that was asked is answered and shown."""
        loop = QEventLoop()
        for _ in range(3):
            self.desktop.tasks.write(_nothing, lambda _: loop.quit())
            loop.exec()
            self.desktop.tasks.read(_nothing, lambda _: loop.quit())
            loop.exec()
            QTimer.singleShot(200, loop.quit)
            loop.exec()

    def shoot(self, name: str) -> None:
        """Write the window to a file; a page that scrolls is written once more from its end."""
        self.settle()
        self.desktop.window.grab().save(str(self._folder / f"{name}.png"))
        for area in self.desktop.window.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            if area.isVisible() and bar.maximum() > 0:
                bar.setValue(bar.maximum())
                self.settle()
                self.desktop.window.grab().save(str(self._folder / f"{name}-end.png"))
                bar.setValue(0)

    def pages(self, size: str) -> None:
        """Write every page, and every section of Beheer."""
        window = self.desktop.window
        for name in list(window.rail.buttons):
            window.show_page(name)
            self.shoot(f"{name}-{size}")
            if name == "office":
                page: Any = window.page(name)
                for section in list(page.buttons):
                    page.show_section(section)
                    self.shoot(f"{name}-{section}-{size}")
                page.show_section("log")


def _nothing(_: Services) -> None:
    """Ask for nothing: the answer comes when everything that was asked before is answered."""


def main() -> int:
    """Write the pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    words.switch_language(app, Settings())
    with tempfile.TemporaryDirectory() as scratch:
        house = open_practice(Path(scratch) / "room", SetClock(_NOW))
        live(house.services)
        coordinator = next(host for host in house.services.people.hosts() if not host.rostered)
        house.close()
        studio = Studio(app, Path(scratch) / "room", folder)
        desktop = studio.desktop
        desktop.start(lambda: None)
        app.processEvents()
        studio.shoot("nobody-100")
        actor = Actor(coordinator.role, coordinator.id, coordinator.name)
        desktop.tasks.write(lambda services: services.sign_in.act_as(actor), lambda _: desktop.entrance.seat(actor))
        studio.settle()
        studio.pages("100")
        desktop.screen.keep(Settings(scale=200))
        studio.pages("200")
        desktop.screen.keep(Settings())
        desktop.entrance.lock()
        studio.shoot("locked-100")
        desktop.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
