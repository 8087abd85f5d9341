"""The window of a professional: the same as that of a room, without what belongs to a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.review.dropping import Dropping
from buurtkamer_app.qt.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from buurtkamer_app.qt.page import PageSpec


class ReviewWindow(Window):
    """`dropped` gives the files that are dragged onto it."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        for tool in (self.rail.inside, self.rail.call_guide, self.rail.concern, self.rail.lock, self.undo):
            tool.hide()
            # Nobody presses by a key what is not there.
            tool.setEnabled(False)
        Dropping(self, self._drop)

    def set_room(self, name: str) -> None:
        """Say what this window is for: it has no room."""
        super().set_room(name)
        self.rail.room.setText(translate("Reading along with rooms"))
        self.setWindowTitle(f"{translate('Reading along with rooms')} – {translate('Neighbourhood room')}")

    def set_pages(self, specs: Sequence[PageSpec]) -> None:
        super().set_pages(specs)
        self.undo.hide()

    def _drop(self, files: list[Path]) -> None:
        self.dropped.emit(files)
