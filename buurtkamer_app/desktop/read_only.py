"""Says on every page that nothing can be written where the room is kept, for as long as that is so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from buurtkamer_app.base.i18n import mark, translate

if TYPE_CHECKING:
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window

_LOOKS: Final = 60_000  # milliseconds between two looks
_NAME: Final = "read_only"
_WORDS: Final = mark("Nothing can be kept: this folder can only be read. Ask who looks after the computer.")


class ReadOnly(QObject):
    """Looks when the room opens, when a write is refused, and every minute."""

    def __init__(self, tasks: Tasks[Any], door: Door, window: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door, self._window = door, window
        self.looking = QTimer(self, interval=_LOOKS)
        self.looking.timeout.connect(self.look)
        tasks.troubled.connect(self._hear)

    def look(self) -> None:
        """Put the banner up, or take it away."""
        self.looking.start()
        house = self._door.house
        if house is None:
            return
        files = (house.folder, *(path for path in house.folder.glob("room.db*")))
        if all(os.access(path, os.W_OK) for path in files):
            self._window.banners.remove(_NAME)
        elif _NAME not in self._window.banners.shown:
            from buurtkamer_app.qt.bars import Tone

            self._window.banners.put(_NAME, lambda: translate(_WORDS), Tone.READ_ONLY)

    def _hear(self, _: BuurtkamerError) -> None:
        self.look()
