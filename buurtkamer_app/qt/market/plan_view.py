"""The drawing surface of a floor plan: one zooms, chooses, drags, turns and walks over it, by hand or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView

from buurtkamer_app.market.plan.snapping import Snap
from buurtkamer_app.qt.forms import register
from buurtkamer_app.qt.market.plan_hand import Hand
from buurtkamer_app.qt.market.plan_scene import PlanScene

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

QUARTER_TURN: Final = 15  # degrees at a time
_FINE: Final = 5  # cm
_REACH: Final = 10  # pixels from which something comes to stand against an edge
_FAR: Final = 4  # pixels from which a press is a drag: as fine as one pulls a stall straight
_ZOOM: Final = 1.25
_NEAREST: Final = 2.0  # pixels a cm
_FARTHEST: Final = 0.01
_ARROWS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PlanView(QGraphicsView):
    """`chose` says that something else is chosen, `away` that the chosen things are to be taken away."""

    chose = Signal()
    away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = PlanScene(self)
        self.hand = Hand(self.drawing)
        self.snap = Snap()
        self._pressed: tuple[UUID, QPoint] | None = None
        self._whole = True
        self.setScene(self.drawing)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rubberBandChanged.connect(self._band)

    def choose(self, *keys: UUID) -> None:
        """Choose these, after what is held was put down."""
        self.hand.drop()
        if keys != self.drawing.chosen:
            self.drawing.choose(keys)
            self.chose.emit()
        if keys:
            box = self.drawing.things[keys[-1]].box
            self.ensureVisible(box.x - box.wide / 2, box.y - box.high / 2, box.wide, box.high, 10, 10)

    def turn(self, by: int) -> None:
        """Turn what is chosen and put it down."""
        if self.hand.take(self.drawing.chosen):
            self.hand.turn(by)
            self.hand.drop()

    def zoom(self, times: float) -> None:
        """Come nearer (more than 1) or go away."""
        now = self.transform().m11()
        then = min(max(now * times, _FARTHEST), _NEAREST)
        self._whole = False
        self.scale(then / now, then / now)
        self.drawing.set_pixel(1 / then)

    def show_whole(self) -> None:
        """Show all of the plan, and go on doing so when there is more or less room."""
        self._whole = True
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.drawing.set_pixel(1 / max(self.transform().m11(), _FARTHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self.show_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.drawing.key_at(self.mapToScene(event.position().toPoint()))
        if event.button() is not Qt.MouseButton.LeftButton or key is None:
            self.choose()
            super().mousePressEvent(event)
            return
        chosen = self.drawing.chosen
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(*(one for one in chosen if one != key), *([] if key in chosen else [key]))
            return
        self._pressed = (key, event.position().toPoint())
        if key not in chosen:
            self.choose(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        start, now = self._pressed[1], event.position().toPoint()
        far = (now - start).manhattanLength() >= _FAR
        if (self.hand.busy or far) and self.hand.take(self.drawing.chosen):
            way = self.mapToScene(now) - self.mapToScene(start)
            reach = _REACH * self.drawing.look.pixel
            self.hand.carry(way.x(), way.y(), Snap(self.snap.grid, reach, self.snap.edges))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            event.accept()
            return
        self._pressed = None
        self.hand.drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_key(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put down what keys moved, unless it is on the route: then one may go on over it."""
        if not event.isAutoRepeat() and self._pressed is None and self.hand.may_stand():
            self.hand.drop()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._pressed is None:
            self.hand.drop()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        order, chosen = list(self.drawing.in_order()), self.drawing.chosen
        at = order.index(chosen[-1]) + (1 if forward else -1) if chosen else 0 if forward else len(order) - 1
        if 0 <= at < len(order):
            self.choose(order[at])
            return True
        return super().focusNextPrevChild(forward)

    def _band(self, rect: QRect, _first: QPointF, _last: QPointF) -> None:
        if not rect.isNull():
            keys = self.drawing.keys_in(self.mapToScene(rect).boundingRect())
            self.drawing.choose(keys)
            self.chose.emit()


def _pressed_key(view: PlanView, event: QKeyEvent) -> bool:
    """Do what a key says; tell whether it says something here."""
    key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    chosen, hand = view.drawing.chosen, view.hand
    if (way := _ARROWS.get(Qt.Key(key))) is not None and hand.take(chosen):
        step = _FINE if shift else view.snap.grid or _FINE
        hand.step(way[0] * step, way[1] * step)
    elif key == Qt.Key.Key_R and hand.take(chosen):
        hand.turn(-QUARTER_TURN if shift else QUARTER_TURN)
    elif key == Qt.Key.Key_Delete and chosen:
        view.away.emit()
    elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and hand.busy:
        hand.drop()
    elif key == Qt.Key.Key_Escape and hand.busy:
        hand.back()
    elif key == Qt.Key.Key_Escape:
        QGraphicsView.focusNextPrevChild(view, True)  # what is chosen stays so: its fields come next
    elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
        view.zoom(1 / _ZOOM if key == Qt.Key.Key_Minus else _ZOOM)
    elif key == Qt.Key.Key_0:
        view.show_whole()
    else:
        return False
    return True


register(PlanView)
