"""A part that scrolls by itself where there is room; with large type the page scrolls, and the part is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Whole(QObject):
    """Keeps an area as high as it has to be: `least` times the size of type, or all that is inside it."""

    def __init__(self, area: QScrollArea, inside: QWidget, least: int) -> None:
        super().__init__(area)
        self._area, self._inside, self._least = area, inside, least
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.FontChange}:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Be as high as it has to be now: two scroll bars for one thing are one too many."""
        area, inside = self._area, self._inside
        whole = 0
        if narrow(area):
            wide = area.viewport().width()
            whole = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        high = max(whole, self._least * area.fontInfo().pixelSize())
        if high != area.minimumHeight():
            area.setMinimumHeight(high)
            # What has the keyboard was in sight before this grew.
            QTimer.singleShot(0, self, self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        focus, around = self._area.window().focusWidget(), self._area.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and focus is not None and self._inside.isAncestorOf(focus):
            around.ensureWidgetVisible(focus)
