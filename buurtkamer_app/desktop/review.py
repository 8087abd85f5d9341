"""The same application opened "als professional": without a room, on logs that rooms sent."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from buurtkamer_app.base import paths
from buurtkamer_app.qt.imports import import_plainly

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def run_review(files: Sequence[Path]) -> int:
    """Open the window of a professional on these files and stay until it is closed; give the exit code."""
    gc.disable()  # for good: see qt/garbage.py
    import_plainly()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("buurtkamer")
    return stay(app, files)


def stay(app: QApplication, files: Sequence[Path]) -> int:
    """Show that window in an application that runs already, as when somebody comes from the first screen of a room."""
    from buurtkamer_app.base import settings as remembered
    from buurtkamer_app.base.clock import SystemClock
    from buurtkamer_app.base.log import keep_log
    from buurtkamer_app.qt import theme, words

    folder = paths.review_data()
    known = remembered.load(folder)
    theme.start(app, known.scale)
    words.switch_language(app, known)
    from buurtkamer_app.desktop.reviewing import ReviewDesktop

    desktop = ReviewDesktop(app, folder, known, SystemClock(), files)

    def behind() -> None:
        # A folder that cannot be written is told when a profile is made; it has no log then.
        with suppress(OSError):
            keep_log(folder)

    desktop.start(behind)
    return app.exec()
