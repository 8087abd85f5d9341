"""The schematic map in the hand: marks are chosen and moved with the mouse, and with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Map, Spot
from buurtkamer_app.qt.neighbourhood.map_shown import MapShown

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.neighbourhood.resources.records import OnMap

_STEP: Final = 10  # thousandths of the width that one press of an arrow goes
_CALM: Final = 700  # milliseconds without a key before it is written down where something stands
_ARROWS: Final = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}
_OTHERS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MapCanvas(MapShown):
    """`chosen` gives the key of a mark that was chosen here; `moved` that key, and where somebody put it."""

    chosen = Signal(object)
    moved = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: QPointF | None = None
        self._dragged = False
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.put_down)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, found: Map, *, hidden: bool = False) -> None:
        """Show a map; what is in the hand stays there."""
        if self._grip is None and not self._calm.isActive():
            self.spot = None
        super().put(found, hidden=hidden)

    def choose(self, key: UUID | None) -> None:
        """Let one be the chosen one."""
        if key != self.key:
            self.put_down()
            self.key, self.spot = key, None
            self.update()

    def put_down(self) -> None:
        """Tell where the chosen one stands now, if it was moved."""
        self._calm.stop()
        mark = self.mark()
        if self._grip is None and self.spot is not None and mark is not None and self.spot != mark.spot:
            self.moved.emit(mark.entry.id, self.spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = next((mark for mark in self.map.marks if self.at(mark).contains(event.position())), None)
        if mark is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._take(mark)
        self._grip, self._dragged = event.position() - self.at(mark).center(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self.mark()
        if self._grip is None or mark is None:
            return
        middle = event.position() - self._grip
        far = (middle - self.picture().point(mark.spot)).manhattanLength()
        if self._dragged or far >= QApplication.startDragDistance():
            self._dragged = True
            self._move(self.picture().spot(middle))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._grip = None
        if self._dragged:
            self._dragged = False
            self.put_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mark = Qt.Key(event.key()), self.mark()
        if key in _OTHERS and self.map.marks:
            self._go(_OTHERS[key])
        elif key in _ARROWS and mark is None and self.map.marks:
            self._go(1)
        elif key in _ARROWS and mark is not None:
            spot, (across, down) = self.spot or mark.spot, _ARROWS[key]
            self._move(Spot(spot.x + across, round(spot.y + down * places.WIDE / places.HIGH)))
            self._calm.start()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.put_down()
        self.update()

    def _go(self, by: int) -> None:
        """Choose the next mark, or the one before."""
        keys = [mark.entry.id for mark in self.map.marks]
        now = keys.index(self.key) if self.key in keys else -1
        self._take(self.map.marks[(now + by) % len(keys)])

    def _take(self, mark: OnMap) -> None:
        if mark.entry.id != self.key:
            self.choose(mark.entry.id)
            self.chosen.emit(mark.entry.id)

    def _move(self, spot: Spot) -> None:
        self.spot = places.within(spot, self.map.side)
        self.update()
