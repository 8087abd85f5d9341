"""A market of 80 stalls, 20 performances and 40 volunteers: how long opening it, adding to it and its clashes take.

Run as `python benchmarks/market.py` where there is a display, or under xvfb-run. A practice room is made in a folder of
its own; its market has workshops and children's activities too, six meetings with who was there, and twelve actions.
First the services alone, then the page: from pressing until all is laid out and painted. Budget: 150 ms each, once a
section is loaded; a part that was added waits for the pace at which panels show what changed, too.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea

from buurtkamer_app import startup
from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms_around import ElementKind, Motive, SessionKind
from buurtkamer_app.market.records import Action, Element, MarketEvent, Session, Talent
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.tasks import Tasks
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.services import Services

STALLS: Final = 80
PERFORMANCES: Final = 20
VOLUNTEERS: Final = 40
TIMES: Final = 20
SAYINGS: Final = ("zingen in een koor", "fietsen maken", "kinderen schminken", "koken voor velen", "dansen en muziek")


def fill(services: Services, today: date) -> UUID:
    """Write a market down; some of its performances are at one place at one time."""
    markets = services.markets
    event = markets.events.write(
        MarketEvent("Buurtmarkt", today + timedelta(weeks=6), wall(10), wall(17), "Koningsplein")
    ).value
    markets.elements.add_stalls(event, STALLS, "Rommelmarkt", "Plein")
    for number in range(PERFORMANCES):
        starts = 10 + number % 6
        markets.elements.write(
            Element(
                event,
                ElementKind.PERFORMANCE,
                f"Optreden {number} met {SAYINGS[number % len(SAYINGS)]}",
                Motive.RELAXATION,
                f"Artiest {number % 15}",
                "06 12345678",
                wall(starts),
                wall(starts + 1),
                f"Podium {number % 3}",
            )
        )
    for number in range(VOLUNTEERS):
        said = SAYINGS[number % len(SAYINGS)]
        markets.talents.write(Talent(event, f"Vrijwilliger {number}", "", said, "goed met mensen"))
    hosts = [host.id for host in services.people.hosts()]
    for number in range(6):
        on = today - timedelta(weeks=number)
        met = markets.sessions.write(Session(event, SessionKind.WORKING, on, wall(19), wall(21))).value
        markets.presence.set(met, hosts, [f"Vrijwilliger {at}" for at in range(VOLUNTEERS)])
        for at in range(2):
            markets.actions.write(Action(event, f"Iets regelen {at}", "Anna", on + timedelta(weeks=2), None, met))
    return event


def took(work: Callable[[], object], times: int = TIMES) -> list[float]:
    """Do something many times over; give the ms of each."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def say(name: str, found: list[float]) -> None:
    """Print figures."""
    print(
        f"{name:26} first {found[0]:6.1f} ms   median {statistics.median(found):6.1f} ms   worst {max(found):6.1f} ms"
    )


def services_alone(house: startup.House, event: UUID) -> None:
    """Print what reading and writing cost without any window."""
    reader = house.reader()
    asked: dict[str, Callable[[], object]] = {
        "clashes": lambda: reader.markets.clashes(event),
        "overview": lambda: reader.markets.overview(event),
        "parts": lambda: reader.markets.elements.all(event_id=event),
        "proposals of talents": lambda: reader.markets.suits(event),
    }
    for name, ask in asked.items():
        say(name, took(ask))
    reader.close()
    elements = house.services.markets.elements
    stall = Element(event, ElementKind.STALL, "Boeken", Motive.DISCOVERY)
    say("one part written", took(lambda: elements.write(stall)))
    made = [known for known in elements.all(event_id=event) if known.it.name == stall.name]
    for known in made:
        elements.take_away(known.id)


def _nothing(_: Services) -> None:
    """Do nothing, after everything that was asked before."""


def _leave(loop: QEventLoop, _: object) -> None:
    loop.quit()


class Page:
    """The section of markets in a window as it is at 1366 x 768."""

    def __init__(self, tasks: Tasks[Any], actor: Actor) -> None:
        from buurtkamer_app.desktop.market import MarketParts

        self._tasks = tasks
        self.parts = MarketParts(tasks)
        self.parts.set_actor(actor)
        self.window = QScrollArea()
        self.window.setWidgetResizable(True)
        self.window.setWidget(self.parts.faces)
        self.window.resize(1086, 648)
        self.window.show()
        self.wait()

    def wait(self) -> None:
        """Wait until all that was asked is answered and painted."""
        for ask in (self._tasks.write, self._tasks.read) * 2:
            loop = QEventLoop()
            ask(_nothing, partial(_leave, loop))
            loop.exec()
            for _ in range(3):
                QApplication.processEvents()

    def opened(self, event: UUID) -> None:
        """Open the market from the list."""
        self.parts.open_market(event)
        self.wait()

    def shown(self, name: str) -> None:
        """Go to a section and let it read all again."""
        panel = self.parts.sections.show_section(name)
        again: Any = getattr(panel, "outdate", None)
        if again is not None:
            again()
        self.wait()

    def added(self) -> None:
        """Write a part down with the form, until it stands in the list."""
        panel: Any = self.parts.sections.show_section("elements")
        panel.inputs["name"].input.setText("Boeken")
        panel.keep.click()
        self.wait()


def main() -> None:
    """Make the room, measure, print."""
    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    with tempfile.TemporaryDirectory() as folder:
        today = datetime.now(UTC).date()
        house = startup.build(Path(folder), vault.create_practice(Path(folder), on=today), SystemClock())
        furnish(house.services, read_room(paths.demo_room()))
        add_practice_people(house.services)
        event = fill(house.services, today)
        services_alone(house, event)
        tasks: Tasks[Any] = Tasks()
        tasks.open(lambda: house.services, house.reader, lambda: None)
        host = house.services.people.hosts()[0]
        page = Page(tasks, Actor(Role.COORDINATOR, host.id, host.name))
        say("market opened", took(lambda: page.opened(event)))
        for name in ("overview", "elements", "roles", "meetings", "talents", "goals", "permits"):
            say(f"{name} shown", took(partial(page.shown, name)))
        say("part added on the page", took(page.added))
        tasks.close()


if __name__ == "__main__":
    main()
