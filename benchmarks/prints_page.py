"""Afdrukken: how soon the preview shows what changed, and how soon the page is there at all.

Run as `python benchmarks/prints_page.py` where there is a display, or under xvfb-run, on a practice room of its own.
A preview is measured from the change that was written, or from the choice that was made, until its picture is painted;
for every kind of sheet once from the choice of its tile. Budget: 150 ms for the wall sheet, while tiles are drawn.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop import Practice

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.desktop.desk import Desktop

ROOT: Final = Path(__file__).resolve().parents[1]
NOON: Final = datetime(2026, 3, 11, 12, tzinfo=UTC)
TIMES: Final = 20
_REST: Final = 600  # milliseconds in which tiles are drawn
LONGEST: Final = 20_000  # milliseconds


class Painted(QObject):
    """Ends a loop when a sheet that was seen is painted."""

    def __init__(self, sheet: Any) -> None:
        super().__init__()
        self._seen, self.at, self.loop = False, 0.0, QEventLoop()
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.loop.quit)
        self._page = sheet.paper.page
        sheet.seen.connect(self._see)
        self._page.installEventFilter(self)

    def wait(self) -> float:
        """Give when the next sheet that is seen is painted."""
        self._seen = False
        self._longest.start()
        self.loop.exec()
        self._longest.stop()
        return self.at

    def _see(self, _: object) -> None:
        self._seen = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt calls it
        if self._seen and event.type() == QEvent.Type.Paint:
            self._seen = False
            QTimer.singleShot(0, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.at = time.perf_counter()
        self.loop.quit()


def rest(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def measured(painted: Painted, do: Callable[[], object], begins: list[float] | None = None) -> float:
    """Do something, and give the milliseconds until its sheet was painted; `begins` is when it is counted from."""
    begun = time.perf_counter()
    do()
    shown = painted.wait()
    return (shown - (begins[-1] if begins else begun)) * 1000


def told(name: str, found: list[float]) -> None:
    """Print what was measured."""
    print(f"{name}: p50 {statistics.median(found):.0f} ms, worst {max(found):.0f} ms")


def previews(desktop: Desktop) -> None:
    """Change the week and the choices of the wall sheet, and look at every other sheet."""
    prints: Any = desktop.pages.prints
    sheet, changed = prints.sheet, list[float]()
    painted = Painted(sheet)
    desktop.tasks.changed.connect(lambda _: changed.append(time.perf_counter()))
    day = NOON.date() + timedelta(days=1)

    def change(number: int) -> None:
        desktop.tasks.write(lambda s: s.room.close_days(day, day, f"Schilders {number}"), lambda _: None)

    def choose(_: int) -> None:
        ink = sheet.choices.ink
        ink.setCurrentIndex((ink.currentIndex() + 1) % ink.count())
        ink.activated.emit(ink.currentIndex())

    made = list[float]()
    for number in range(TIMES):
        made.append(measured(painted, lambda number=number: change(number), changed))  # type: ignore[misc]
        rest(_REST)
        desktop.undo()
        painted.wait()
        rest(_REST)
    told("a change until the preview is painted (budget 150)", made)
    chosen = list[float]()
    for number in range(TIMES):
        chosen.append(measured(painted, lambda number=number: choose(number)))  # type: ignore[misc]
        rest(_REST)
    told("a choice until the preview is painted (budget 150)", chosen)
    for name in prints.kinds:
        if name != sheet.kind.name:
            took = measured(painted, lambda name=name: prints.choose(name))  # type: ignore[misc]
            print(f"  {name}: {took:.0f} ms")
            rest(_REST)


def main() -> None:
    """Open the page, and measure."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from today_page import application, settle, sit

    app = application()
    with tempfile.TemporaryDirectory() as scratch:
        from buurtkamer_app.desktop.desk import Desktop

        desktop = Desktop(app, Path(scratch) / "room", Settings(), SetClock(NOON), Practice())
        desktop.start(lambda: None)
        settle(desktop)
        desktop.tasks.write(sit, desktop.entrance.locking.seat)
        settle(desktop)
        begun = time.perf_counter()
        desktop.window.show_page("prints")
        shown = (time.perf_counter() - begun) * 1000
        prints: Any = desktop.pages.prints
        first = Painted(prints.sheet).wait()
        print(f"the page is there in {shown:.0f} ms, the wall sheet cold in {(first - begun) * 1000:.0f} ms")
        rest(3000)
        previews(desktop)
        desktop.window.close()


if __name__ == "__main__":
    main()
