"""A date of an activity that is taken to another day: dragged with the mouse, or with Alt and an arrow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication

from buurtkamer_app.qt.activities.pressed_row import PressedRow

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Occurrence

_KIND: Final = "application/x-buurtkamer-date"


def as_mime(series: UUID, on: date) -> QMimeData:
    """Give a date of a series in the shape in which it is dragged."""
    told = QMimeData()
    told.setData(_KIND, f"{series}|{on}".encode())
    return told


def of_mime(told: QMimeData) -> tuple[UUID, date] | None:
    """Give the date of a series that is dragged, None for anything else."""
    if not told.hasFormat(_KIND):
        return None
    series, on = bytes(told.data(_KIND).data()).decode().split("|")
    return UUID(series), date.fromisoformat(on)


class DraggedRow(PressedRow):
    """A row that can be pressed and dragged; `moved` gives by how many days the keys want it elsewhere."""

    moved = Signal(int)

    def __init__(self, occurrence: Occurrence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._occurrence = occurrence
        self._from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember from where it may be dragged."""
        self._from = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse is on its way."""
        far = QApplication.startDragDistance()
        if self._from is None or (event.position().toPoint() - self._from).manhattanLength() < far:
            return
        drag = QDrag(self)
        drag.setMimeData(as_mime(self._occurrence.series.id, self._occurrence.on))
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._from)
        self._from = None
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press it, unless it was dragged."""
        if self._from is not None:
            self._from = None
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it to the day before or after with Alt and an arrow."""
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if days is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(days)
        else:
            super().keyPressEvent(event)
