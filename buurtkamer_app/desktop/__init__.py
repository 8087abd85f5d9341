"""Puts the window on the services: shows it first, opens the room behind it, and hands the panels to the pages."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from buurtkamer_app.qt.imports import import_plainly

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.qt.single import Single


class Practice(NamedTuple):  # made before the first paint: a dataclass takes 0.4 ms
    """How the practice room is opened: another room file, another moment, or only for a picture of the desk."""

    room: Path | None = None
    at: datetime | None = None
    picture: Path | None = None


def run(folder: Path, practice: Practice | None = None) -> int:
    """Open the window on the room of a folder and stay until it is closed; give the exit code."""
    gc.disable()  # for good: see qt/garbage.py
    import_plainly()
    from buurtkamer_app.base import settings as remembered
    from buurtkamer_app.qt import theme, words
    from buurtkamer_app.qt.single import Single, to_front

    app = QApplication(sys.argv[:1])
    app.setApplicationName("buurtkamer")
    single = Single(folder)
    if not single.first() and single.call():
        return 0
    known = remembered.load(folder)
    theme.start(app, known.scale)
    words.switch_language(app, known)
    from buurtkamer_app.desktop.desk import Desktop

    desktop = Desktop(app, folder, known, _clock(practice), practice)
    single.called.connect(lambda: to_front(desktop.window))
    desktop.start(lambda: _behind(single, folder))
    code = app.exec()
    single.close()
    if desktop.entrance.review is None:
        return code
    from buurtkamer_app.desktop.review import stay

    return stay(app, desktop.entrance.review)


def _clock(practice: Practice | None) -> Clock:
    from buurtkamer_app.base.clock import ShiftedClock, SystemClock

    if practice is None or practice.at is None:
        return SystemClock()
    # The moment is meant on this computer's wall.
    return ShiftedClock(practice.at.astimezone() - SystemClock().now())


def _behind(single: Single, folder: Path) -> None:
    """Do what can wait until the window is there: hear a second start, keep a log."""
    from buurtkamer_app.base.log import keep_log

    single.listen()
    # A folder that cannot be written is told in the window; it has no log then.
    with suppress(OSError):
        keep_log(folder)
