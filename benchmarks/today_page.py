"""Vandaag with years in the store: how fast the page opens, and what a letter in "Wie komt er binnen?" costs.

Run as `python benchmarks/today_page.py [YEARS…]` (default 10) where there is a display, or under xvfb-run. A room is
made by benchmarks/ten_years.py first. The page is opened from another one with every panel outdated: measured is from
the click until all of it was read anew, laid out and painted. Budget at ten years: 150 ms.

Names of known visitors are typed by their first three letters: measured is from the key until the names that fit are
painted in the list. "An empty repaint of the same list" is the same key with the same names put into the same list and
painted, with nothing looked up. Budget: 1.3 times that, and never over 33 ms (p99). The time until the list is painted
holds the way to the reading thread and back, in which the window is free: what its own thread works is printed beside
it. Also printed is what painting that list once more costs by itself, with no key pressed and nothing in it changed.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from buurtkamer_app.base.letters import words
from buurtkamer_app.desktop import Practice
from buurtkamer_app.qt.imports import import_plainly
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desktop.desk import Desktop
    from buurtkamer_app.services import Services

ROOT: Final = Path(__file__).resolve().parents[1]
OPENINGS: Final = 40
LETTERS: Final = 150  # names


class Ready:
    """Answers in place of the tasks, at once, with what was found before."""

    def __init__(self, found: object) -> None:
        self._found = found

    def read(self, _work: object, then: Callable[[Any], None], *_trouble: object) -> None:
        """Give the answer."""
        then(self._found)


class Watched:
    """Asks the tasks, and ends a loop when the answer was shown."""

    def __init__(self, tasks: Any, loop: QEventLoop) -> None:
        self._tasks, self._loop = tasks, loop

    def read(self, work: Callable[[Any], Any], then: Callable[[Any], None], *trouble: Any) -> Any:
        """Ask."""

        def answered(found: object) -> None:
            then(found)
            self._loop.quit()

        return self._tasks.read(work, answered, *trouble)


def paint() -> None:
    """Let all that waits be laid out and painted; what comes of that, too."""
    for _ in range(3):
        QApplication.processEvents()


def settle(desktop: Desktop) -> None:
    """Wait until everything that was asked is answered."""
    loop = QEventLoop()
    for _ in range(2):
        desktop.tasks.write(lambda _: None, lambda _: loop.quit())
        loop.exec()
        desktop.tasks.read(lambda _: None, lambda _: loop.quit())
        loop.exec()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


def sit(services: Services) -> Actor:
    """Sign the coordinator of the practice room in."""
    from buurtkamer_app.base.i18n import translate
    from buurtkamer_app.replay.rooms import PRACTICE_PIN

    return services.sign_in.enter(services.people.host_named(translate("Coordinator (practice)")).id, PRACTICE_PIN)


def opening(desktop: Desktop) -> float:
    """Click on Vandaag from another page, with everything there outdated; give ms until all of it is shown."""
    window = desktop.window
    window.show_page("rota")
    settle(desktop)
    page: Any = window.page("today")
    for panel in page.panels:
        panel.outdate()
    loop = QEventLoop()
    begun = time.perf_counter()
    window.rail.buttons["today"].click()
    # Answers come in the order in which was asked: this one comes after those of all panels.
    desktop.tasks.read(lambda _: None, lambda _: loop.quit())
    loop.exec()
    paint()
    return (time.perf_counter() - begun) * 1000


class Pressed(NamedTuple):
    """How long a key took in ms: until its list was painted, and what the window's thread worked for it."""

    shown: float
    worked: float


class Letter(NamedTuple):
    """What a letter took: looked up, with its names ready beforehand; and ms of painting its list once more."""

    typed: Pressed
    empty: Pressed
    repaint: float


def names(desktop: Desktop, dice: random.Random) -> list[str]:
    """Give names of known visitors, in plain letters."""
    loop, found = QEventLoop(), list[str]()

    def look(services: Services) -> None:
        with services.store.reading() as session:
            found.extend(session.scalars(select(VisitorRow.name)))

    desktop.tasks.read(look, lambda _: loop.quit())
    loop.exec()
    return ["".join(words(name))[:3] for name in dice.sample(found, LETTERS)]


def letters(desktop: Desktop, dice: random.Random) -> list[Letter]:
    """Type the first letters of names, each three times over."""
    page: Any = desktop.window.page("today")
    arrivals = next(panel for panel in page.panels if type(panel).__name__ == "ArrivalsPanel")
    arrivals.search.setFocus()
    return [letter for name in names(desktop, dice) for letter in spell(desktop, arrivals, name)]


def spell(desktop: Desktop, arrivals: Any, name: str) -> Iterator[Letter]:
    """Type one name letter by letter."""
    from buurtkamer_app.qt.desk import coming

    tasks, loop = desktop.tasks, QEventLoop()
    found: list[object] = [None]
    for letter, typed in zip(name, accumulate(name), strict=True):
        tasks.read(partial(coming.find, typed=typed), found.append)
        tasks.read(lambda _: None, lambda _: loop.quit())
        loop.exec()
        arrivals.tasks = Ready(found[-1])
        empty = press(arrivals, letter)
        begun = time.perf_counter()
        arrivals.suggestions.viewport().update()
        paint()
        repaint = (time.perf_counter() - begun) * 1000
        # Back to before the letter, with the names of then.
        arrivals.tasks = Ready(found[-2])
        press(arrivals, Qt.Key.Key_Backspace)
        arrivals.tasks = Watched(tasks, loop)
        yield Letter(press(arrivals, letter, loop), empty, repaint)
    arrivals.tasks = tasks
    arrivals.search.clear()
    arrivals.suggestions.hide()
    settle_soon(desktop)


def press(arrivals: Any, key: Any, loop: QEventLoop | None = None) -> Pressed:
    """Press a key in the field and wait until its list is painted; the loop ends when the answer came."""
    begun, working = time.perf_counter(), time.thread_time()
    QTest.keyClick(arrivals.search, key)
    if loop is not None:
        loop.exec()
    paint()
    return Pressed((time.perf_counter() - begun) * 1000, (time.thread_time() - working) * 1000)


def settle_soon(desktop: Desktop) -> None:
    """Wait until the list is gone and nothing is asked any more."""
    loop = QEventLoop()
    desktop.tasks.read(lambda _: None, lambda _: QTimer.singleShot(20, loop.quit))
    loop.exec()


class Measured(NamedTuple):
    """Milliseconds: each opening of the page, each letter."""

    opened: list[float]
    letters: list[Letter]

    def typed(self) -> list[float]:
        """Give how long each letter took until its list was painted, the shortest first."""
        return sorted(letter.typed.shown for letter in self.letters)

    def p99(self) -> float:
        """Give what 99 of 100 letters stay under."""
        return self.typed()[len(self.letters) * 99 // 100]

    def __str__(self) -> str:
        shown, ready = (statistics.median(side.shown for side in sides) for sides in self._sides())
        worked, idle = (statistics.median(side.worked for side in sides) for sides in self._sides())
        repaint = statistics.median(letter.repaint for letter in self.letters)
        return (
            f"page open p50 {statistics.median(self.opened):.0f} ms, worst {max(self.opened):.0f} ms (budget 150)\n"
            f"a letter p50 {shown:.1f} ms, p99 {self.p99():.1f} ms (budget 33)\n"
            f"with nothing to look up {ready:.1f} ms: {shown / ready:.2f} times (budget 1.3)\n"
            f"the window's own work {worked:.1f} ms, with nothing to look up {idle:.1f} ms: {worked / idle:.2f} times\n"
            f"its list painted once more {repaint:.1f} ms"
        )

    def _sides(self) -> tuple[list[Pressed], list[Pressed]]:
        return [letter.typed for letter in self.letters], [letter.empty for letter in self.letters]


def application() -> QApplication:
    """Make the application as the program does, with its look and its words."""
    gc.disable()
    import_plainly()
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.qt import theme
    from buurtkamer_app.qt.words import switch_language

    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    switch_language(app, Settings())
    return app


def measure(app: QApplication, room: Path, years: int) -> Measured:
    """Open the desktop on a room with so many years and use it."""
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop.desk import Desktop

    sys.path.insert(0, str(ROOT / "benchmarks"))
    from ten_years import NOW

    desktop = Desktop(app, room, Settings(), SetClock(NOW), Practice())
    desktop.start(lambda: None)
    settle(desktop)
    desktop.tasks.write(sit, desktop.entrance.locking.seat)
    settle(desktop)
    opened = [opening(desktop) for _ in range(OPENINGS)]
    measured = Measured(opened, letters(desktop, random.Random(years)))
    desktop.window.close()
    return measured


def make(room: Path, years: int) -> None:
    """Make a room with so many years, in a process of its own: what that needs is no part of what is measured."""
    maker = [sys.executable, str(ROOT / "benchmarks" / "ten_years.py"), str(room), str(years)]
    subprocess.run(maker, check=True, cwd=ROOT)


def main() -> None:
    """Measure for each number of years asked for."""
    app = application()
    for years in [int(word) for word in sys.argv[1:]] or [10]:
        with tempfile.TemporaryDirectory() as scratch:
            room = Path(scratch) / "room"
            make(room, years)
            print(f"{years} years\n{measure(app, room, years)}")


if __name__ == "__main__":
    main()
