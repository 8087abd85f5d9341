"""Pictures of every page, for the guide and for looking at: `python installer/pictures.py FOLDER`, on a display.

The practice room is opened on the morning of Wednesday 11 March 2026 and again in the afternoon, when much was done.
Pages and what opens over them are written to PNG files of 1366 x 768, at normal size and at 200 %.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import around_life
import around_pictures
import exchange_pictures
import print_pictures
import rota_pictures
import wish_pictures
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Actor
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import DayPart, HelpTopic, Purpose, Theme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.desktop import Practice
from buurtkamer_app.desktop.desk import Desktop
from buurtkamer_app.qt import theme, words
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

_MORNING: Final = datetime(2026, 3, 11, 8, 50, tzinfo=UTC)  # 9.50 in the room
_AFTERNOON: Final = datetime(2026, 3, 11, 13, 20, tzinfo=UTC)
_OF_THE_ROOM: Final = ("desk", "programmes", "look", "spaces", "hours", "meal_choices")
_SIZES: Final = (100, 200)
_DIM: Final = QColor(0, 0, 0, 90)
# How many came in each hour from ten o'clock on, and who is known by name.
_CAME: Final = (9, 14, 11, 8, 12)
_NAMES: Final = ("De Boer", "Hassan A.", "Dhr. Pinto", "Ömer Şahin", "Mw. De Vries-Jansen", "Zeynep", "Łukasz")
_ACTIVITIES: Final = (
    ("Wandelclub", 10, 11, Theme.HEALTH),
    ("Haakclub", 11, 12, Theme.COMMUNITY),
    ("Soep met elkaar", 12, 13, Theme.SUSTAINABILITY),
    ("Fietsles", 15, 16, Theme.HEALTH),
)


def staff(services: Services) -> None:
    """Let people of the room have a shift."""
    services.sign_in.act_as(KEY_HOLDER)
    hosts = {host.name: host.id for host in services.people.hosts()}
    today = services.room.today()
    for name in ("Ria Postma", "Kees Vos"):
        services.rota.put_on(hosts[name], today, DayPart.AFTERNOON)
    services.rota.put_on(hosts["Henk de Wit"], today, DayPart.MORNING)


def live(services: Services, clock: SetClock) -> None:
    """Let a busy day have happened until the afternoon."""
    staff(services)
    _leave_behind(services, clock)
    hosts = {host.name: host.id for host in services.people.hosts()}
    services.days.open(4250)
    services.rota.sign_on(hosts["Henk de Wit"])
    _plan(services)
    _come(services, clock)
    services.rota.sign_off(hosts["Henk de Wit"])
    services.rota.sign_on(hosts["Ria Postma"])
    services.desk.tally(Tally(3, Purpose.CHILD, children=3))
    for topic in (HelpTopic.LETTER, HelpTopic.PHONE):
        services.desk.ask_help(topic)
    services.wishes.support(services.wishes.numbered(16))
    number = services.sheets.give_numbers(3, services.room.today()).value[0]
    services.sheets.enter_all(number, services.room.today(), [SheetLine(number, 10, 4, 1)])
    wish_pictures.wished(services)
    rota_pictures.rostered(services)
    print_pictures.numbered(services)


def _leave_behind(services: Services, clock: SetClock) -> None:
    """Let the day before have left something to do and to read."""
    clock.instant = _MORNING - timedelta(days=1)
    hosts = {host.name: host for host in services.people.hosts()}
    henk = hosts["Henk de Wit"]
    services.sign_in.act_as(Actor(henk.role, henk.id, henk.name))
    services.handover.write("De achterdeur klemt. Trek hem goed dicht.")
    services.handover.write("Wil jij Mw. De Vries bellen over de bingo?", hosts["Ria Postma"].id)
    services.handover.call_back("Wijkzuster Anja", "020 000 02 01", "een afspraak")
    services.handover.lend("Tafelkleed", "De Boer", _MORNING.date() - timedelta(days=1))
    clock.instant = _MORNING
    services.sign_in.act_as(KEY_HOLDER)


def _plan(services: Services) -> None:
    today, spaces = services.room.today(), [space.name for space in services.room.spaces()]
    for place, (name, starts, ends, about) in enumerate(_ACTIVITIES):
        services.activities.add_series(
            NewSeries(name, about, spaces[place % len(spaces)], today, time(starts), time(ends), capacity=12)
        )
    table = services.activities.on_date("Taalcafé", today).id
    services.activities.sign_up(table, today, "Łukasz", 7)


def _come(services: Services, clock: SetClock) -> None:
    """Let people come in through the day, and the clock go with them."""
    for hour, count in enumerate(_CAME):
        clock.instant = _MORNING + timedelta(hours=hour, minutes=20)
        services.desk.tally(Tally(count, Purpose.WALK_IN, first_time=hour % 2))
        services.desk.tally(Tally(count // 2, Purpose.ACTIVITY))
        services.desk.tally(Tally(1, Purpose.HELP))
        services.arrivals.come_in(_NAMES[hour : hour + 2])
    clock.instant = _AFTERNOON


class Studio:
    """Opens the window and writes what it shows."""

    def __init__(self, app: QApplication, room: Path, folder: Path, clock: SetClock) -> None:
        self.app, self.folder, self.clock = app, folder, clock
        self.desktop = Desktop(app, room, Settings(), clock, Practice())

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

    def seat(self, name: str) -> None:
        """Let somebody sit down at the desk."""

        def sit(services: Services) -> Actor:
            host = services.people.host_named(name)
            actor = Actor(host.role, host.id, host.name)
            services.sign_in.act_as(actor)
            return actor

        self.settle()
        self.desktop.tasks.write(sit, self.desktop.entrance.locking.seat)
        self.settle()

    def write(self, name: str) -> None:
        """Write the window to a file, with the dialog that is open before it."""
        self.settle()
        window = self.desktop.window
        picture = window.grab()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                painter = QPainter(picture)
                painter.fillRect(window.rect(), _DIM)
                painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
                painter.end()
        picture.save(str(self.folder / f"{name}.png"))

    def shoot(self, name: str) -> None:
        """Write the window; a page that scrolls is written once more from its end."""
        self.write(name)
        areas = [area for area in self.desktop.window.findChildren(QScrollArea) if area.isVisible()]
        bar = max(areas, key=lambda area: area.width() * area.height()).verticalScrollBar()
        if bar.maximum() > 0:
            bar.setValue(bar.maximum())
            self.write(f"{name}-end")
            bar.setValue(0)

    def shoot_over(self, asked: str, name: str) -> None:
        """Write what opens over the page when it is asked for."""
        self.desktop.overlays.ask(asked)
        self.write(name)
        self.leave()

    def shoot_sheet(self, name: str) -> None:
        """Write a paper sheet that is half entered: an hour of it was kept before, the next is being typed."""
        self.desktop.overlays.ask("sheet")
        self.settle()
        dialog = next(found for found in self.desktop.window.findChildren(QDialog) if found.isVisible())
        self._type(dialog, "number", "1")
        self.settle()
        for field, typed in (("count_11", "6"), ("children_11", "1"), ("count_12", "9")):
            self._type(dialog, field, typed)
        self.write(name)
        for field in ("count_11", "children_11", "count_12", "number"):
            self._type(dialog, field, "")
        self.leave()

    @staticmethod
    def _type(dialog: QDialog, name: str, typed: str) -> None:
        field: Any = dialog.findChild(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def leave(self) -> None:
        """Close what is open over the page."""
        for dialog in self.desktop.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self.settle()

    def desk(self, size: int) -> None:
        """Write Vandaag in the afternoon, and what opens from it."""
        window = self.desktop.window
        window.show_page("today")
        self.shoot(f"today-full-{size}")
        self.shoot_over("inside", f"inside-{size}")
        self.shoot_over("call_guide", f"call-guide-{size}")
        self.shoot_sheet(f"sheet-{size}")
        page: Any = window.page("today")
        page.panels[0].opening.click()
        self.write(f"closing-{size}")
        self.leave()
        page.hide_names.setChecked(True)
        self.shoot(f"today-hidden-{size}")
        page.hide_names.setChecked(False)

    def pages(self, size: int) -> None:
        """Write every page, and every section of Beheer."""
        window = self.desktop.window
        for name in list(window.rail.buttons):
            window.show_page(name)
            self.shoot(f"{name}-{size}")
            if name == "office":
                page: Any = window.page(name)
                for section in (*page.buttons, *_OF_THE_ROOM):
                    page.show_section(section)
                    self.shoot(f"{name}-{section}-{size}")
                page.show_section("log")
        wish_pictures.shoot(self, size)
        rota_pictures.shoot(self, size)
        print_pictures.shoot(self, size)
        around_pictures.shoot(self, size)
        exchange_pictures.shoot(self, size)


def _nothing(_: Services) -> None:
    """Ask for nothing: the answer comes when everything that was asked before is answered."""


def _open(app: QApplication, room: Path, folder: Path, clock: SetClock) -> Studio:
    studio = Studio(app, room, folder, clock)
    studio.desktop.start(lambda: None)
    app.processEvents()
    return studio


def morning(app: QApplication, room: Path, folder: Path) -> None:
    """Write the quiet morning: nobody came yet."""
    clock = SetClock(_MORNING)
    house = open_practice(room, clock)
    staff(house.services)
    house.close()
    studio = _open(app, room, folder, clock)
    studio.seat("Ria Postma")
    for size in _SIZES:
        studio.desktop.screen.keep(Settings(scale=size))
        studio.shoot(f"today-quiet-{size}")
    studio.desktop.screen.keep(Settings())
    studio.desktop.window.close()


def afternoon(app: QApplication, room: Path, folder: Path) -> None:
    """Write the full afternoon, every page, and the locked desk."""
    clock = SetClock(_MORNING)
    house = open_practice(room, clock)
    live(house.services, clock)
    house.services.sign_in.act_as(KEY_HOLDER)
    around_life.around(house.services)
    coordinator = next(host.name for host in house.services.people.hosts() if not host.rostered)
    house.close()
    studio = _open(app, room, folder, clock)
    screen, entrance = studio.desktop.screen, studio.desktop.entrance
    for size in _SIZES:
        screen.keep(Settings(scale=size, lock_minutes=30, hide_minutes=30))
        studio.seat("Ria Postma")
        studio.desk(size)
        studio.seat(coordinator)
        studio.pages(size)
        entrance.locking.lock()
        studio.shoot(f"locked-{size}")
    studio.desktop.window.close()


def main() -> int:
    """Write the pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    words.switch_language(app, Settings())
    with tempfile.TemporaryDirectory() as scratch:
        morning(app, Path(scratch) / "morning", folder)
        afternoon(app, Path(scratch) / "afternoon", folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
