"""Keeps what was chosen in sight where a list gets lower than it was, until somebody scrolls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget


class Following(QObject):
    """Follows one part of a list that scrolls."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._part: QWidget | None = None
        area.verticalScrollBar().actionTriggered.connect(lambda _: self.keep(None))
        area.viewport().installEventFilter(self)

    def keep(self, part: QWidget | None) -> None:
        """Keep this in sight from now on; None is nothing any more."""
        self._part = part
        self._bring()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # Only then does the list know how far it can be scrolled.
            QTimer.singleShot(0, self, self._bring)
        return super().eventFilter(watched, event)

    def _bring(self) -> None:
        if self._part is not None:
            self._area.ensureWidgetVisible(self._part)
