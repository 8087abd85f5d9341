"""Forty hosts on the rota: how long it takes until the month page is there, opened for the first time and again.

Run as `python benchmarks/rota_month.py [HOSTS]` (default 40) where there is a display, or under xvfb-run. The practice
room is made in a folder of its own, gets hosts until there are so many, and shifts for a task each day; most places of
three months are held. Measured is from making the panel (first) or asking it to read (again), through the reading
thread, until everything is laid out and painted. Budget: 100 ms.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as at
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea

from buurtkamer_app import startup
from buurtkamer_app.base import paths
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.people.records import Available, NewHost
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.rota.month import RotaMonth, read_month
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.room.records import ShiftPattern
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.tables.rota import PlaceRow

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

HOSTS: Final = 40
TIMES: Final = 20
BUDGET: Final = 100.0  # milliseconds


def fill(services: Services, dice: random.Random, count: int) -> None:
    """Write down hosts, shifts for a task, and who is on for three months."""
    times = tuple(Available(weekday, part) for weekday in range(7) for part in DayPart)
    for number in range(len(services.people.hosts()), count):
        kind = Experience.EXPERIENCED if number % 3 == 0 else Experience.REGULAR
        services.people.add_host(NewHost(f"Gastvrouw {number}", experience=kind, availability=times))
    for weekday in range(6):
        services.shift_patterns.keep(ShiftPattern(weekday, DayPart.AFTERNOON, at(13), at(16), 1, 0, "Bar"))
    hosts = [host.id for host in services.people.hosts() if host.rostered]
    first = services.room.today().replace(day=1) - timedelta(days=31)
    shifts = services.rota.shifts(first, first + timedelta(days=100))
    with services.store.work(Label("filled"), Role.COORDINATOR) as unit:
        for shift in shifts:
            row = services.rota.asked.row(unit.session, shift.key)
            for host in dice.sample(hosts, shift.hosts - int(dice.random() < 0.15)):
                unit.session.add(PlaceRow(shift_id=row.id, host_id=host, replaces_id=None, filled=True))


def wait(tasks: Tasks[Any]) -> None:
    """Wait until all that was asked is answered and painted."""
    loop = QEventLoop()
    tasks.read(lambda _: None, lambda _: loop.quit())
    loop.exec()
    for _ in range(3):
        QApplication.processEvents()


def opened(tasks: Tasks[Any], window: QScrollArea) -> float:
    """Make the page and show it; give the ms until it is there."""
    begun = time.perf_counter()
    panel = RotaMonth(tasks)
    window.setWidget(panel)
    panel.show()
    wait(tasks)
    took = (time.perf_counter() - begun) * 1000
    window.takeWidget().deleteLater()
    QApplication.processEvents()
    return took


def again(tasks: Tasks[Any], window: QScrollArea) -> list[float]:
    """Let the page read and show a month anew, many times; give the ms of each."""
    panel, took = RotaMonth(tasks), []
    window.setWidget(panel)
    panel.show()
    wait(tasks)
    for _ in range(TIMES):
        begun = time.perf_counter()
        panel.outdate()
        wait(tasks)
        took.append((time.perf_counter() - begun) * 1000)
    return took


def read_alone(house: startup.House, first: date) -> list[float]:
    """Read the month without any window; give the ms of each."""
    reader, took = house.reader(), []
    for _ in range(TIMES):
        begun = time.perf_counter()
        read_month(reader, first)
        took.append((time.perf_counter() - begun) * 1000)
    reader.close()
    return took


def say(name: str, took: list[float]) -> None:
    """Print figures."""
    middle = statistics.median(took)
    told = f"median {middle:6.1f} ms   worst {max(took):6.1f} ms   {middle / BUDGET:5.0%} of the budget"
    print(f"{name:20} first {took[0]:6.1f} ms   {told}")


def main() -> None:
    """Make the room, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else HOSTS
    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    with tempfile.TemporaryDirectory() as folder:
        today = datetime.now(UTC).date()
        house = startup.build(Path(folder), vault.create_practice(Path(folder), on=today), SystemClock())
        furnish(house.services, read_room(paths.demo_room()))
        add_practice_people(house.services)
        fill(house.services, random.Random(5), count)
        print(f"{count} hosts, {TIMES} times each")
        say("month read", read_alone(house, today.replace(day=1)))
        tasks: Tasks[Any] = Tasks()
        tasks.open(lambda: house.services, house.reader, lambda: None)
        window = QScrollArea()
        window.setWidgetResizable(True)
        window.resize(1086, 648)
        window.show()
        wait(tasks)
        say("month opened", [opened(tasks, window) for _ in range(TIMES)])
        say("month read and shown", again(tasks, window))
        tasks.close()


if __name__ == "__main__":
    main()
