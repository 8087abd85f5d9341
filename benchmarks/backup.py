"""Measures a backup of ten years while somebody counts: `python benchmarks/backup.py [FOLDER]`.

What must hold: the backup is there and was read back within 5 s, no gap of the event loop is over 100 ms meanwhile,
and every press is written down.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from ten_years import NOW, open_years

from buurtkamer_app.desk.records import Tally
from buurtkamer_app.safekeeping.backups.make import back_up
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.engine import DATABASE

SECONDS: Final = 5
GAP: Final = 100  # milliseconds
_PRESS: Final = 250  # milliseconds between two presses
_TICK: Final = 5


def main() -> None:
    """Measure and say what it took."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.qt.tasks import Tasks

    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as scratch:
        house = open_years(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "room")
        house.services.sign_in.act_as(KEY_HOLDER)
        size = (house.folder / DATABASE).stat().st_size / 1_000_000
        tasks: Tasks[Any] = Tasks()
        tasks.open(lambda: house.services, house.reader, lambda: None)
        ticks: list[float] = []
        presses: list[float] = []
        took: list[float] = []
        started: list[float] = []

        def press() -> None:
            begun = time.monotonic()
            tasks.write(lambda s: s.desk.tally(Tally(1)), lambda _: presses.append(time.monotonic() - begun))

        def made(_: object) -> None:
            took.append(time.monotonic() - started[0])
            app.quit()

        def begin() -> None:
            started.append(time.monotonic())
            ticks.clear()
            target = Path(scratch) / "backup.buurtkamer"
            tasks.read_long("", lambda _, __: back_up(house.folder, house.opened, target, NOW), made)

        beat, pressing = QTimer(interval=_TICK), QTimer(interval=_PRESS)
        beat.timeout.connect(lambda: ticks.append(time.monotonic()))
        pressing.timeout.connect(press)
        beat.start()
        pressing.start()
        QTimer.singleShot(1500, begin)
        app.exec()
        pressing.stop()
        tasks.close()
    gap = max(after - before for before, after in itertools.pairwise(ticks)) * 1000
    print(f"{size:.0f} MB: backup {took[0]:.2f} s of {SECONDS}; longest gap {gap:.0f} ms of {GAP}")
    print(f"{len(presses)} presses, slowest {max(presses) * 1000:.0f} ms")
    sys.exit(took[0] > SECONDS or gap > GAP)


if __name__ == "__main__":
    main()
