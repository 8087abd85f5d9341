"""How much memory the running desktop takes on the demo room, after a coordinator opened every page.

Run as `python benchmarks/memory.py` where there is a display (or under xvfb-run, or with QT_QPA_PLATFORM=offscreen).
What is printed is the resident memory of this process, in which the desktop runs; the demo room was made by another
one, as on every day but the first. Budget: 220 MB.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from buurtkamer_app.desktop import Practice
from buurtkamer_app.qt.imports import import_plainly

if TYPE_CHECKING:
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desktop.desk import Desktop
    from buurtkamer_app.services import Services

BUDGET: Final = 220  # MB
ROOT: Final = Path(__file__).resolve().parents[1]
MAKE: Final = """
import sys
from pathlib import Path
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.replay.practice import open_practice
open_practice(Path(sys.argv[1]), SystemClock()).close()
"""
PAUSE: Final = 800  # milliseconds in which a page shows what it read, and the wall sheet its preview


def show(step: str) -> None:
    """Print how much memory is resident now."""
    print(f"{step:24} {psutil.Process().memory_info().rss / 1024**2:6.1f} MB")


def wait(desktop: Desktop) -> None:
    """Wait until everything that was asked is answered and shown."""
    loop = QEventLoop()
    for _ in range(2):
        desktop.tasks.write(_nothing, lambda _: loop.quit())
        loop.exec()
        desktop.tasks.read(_nothing, lambda _: loop.quit())
        loop.exec()
    QTimer.singleShot(PAUSE, loop.quit)
    loop.exec()


def _nothing(_: Services) -> None:
    """Ask for nothing: the answer comes when everything that was asked before is answered."""


def sit(services: Services) -> Actor:
    """Sign the coordinator of the practice room in."""
    from buurtkamer_app.base.i18n import translate
    from buurtkamer_app.replay.rooms import PRACTICE_PIN

    return services.sign_in.enter(services.people.host_named(translate("Coordinator (practice)")).id, PRACTICE_PIN)


def open_everything(desktop: Desktop) -> None:
    """Show every page, and every section of the office."""
    desktop.tasks.write(sit, desktop.entrance.locking.seat)
    wait(desktop)
    window = desktop.window
    for name in list(window.rail.buttons):
        window.show_page(name)
        wait(desktop)
        page: Any = window.page(name)
        if name == "office":
            for section in list(page.buttons):
                page.show_section(section)
                wait(desktop)
        show(name)


def main() -> None:
    """Open the desktop as `buurtkamer demo` does, and print what it takes."""
    gc.disable()
    import_plainly()
    from buurtkamer_app.base.clock import SystemClock
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop.desk import Desktop
    from buurtkamer_app.qt import theme, words

    app = QApplication(sys.argv[:1])
    theme.start(app, 100)
    words.switch_language(app, Settings())
    with tempfile.TemporaryDirectory() as scratch:
        room = Path(scratch) / "room"
        subprocess.run([sys.executable, "-c", MAKE, str(room)], check=True, cwd=ROOT)
        desktop = Desktop(app, room, Settings(), SystemClock(), Practice())
        desktop.start(lambda: show("first paint"))
        wait(desktop)
        show("the room is open")
        open_everything(desktop)
        taken = psutil.Process().memory_info().rss / 1024**2
        print(f"the desktop takes {taken:.0f} MB with every page open (at most {BUDGET} MB)")
        desktop.window.close()


if __name__ == "__main__":
    main()
