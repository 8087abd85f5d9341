"""The drawing of a floor plan: the ground with its grid, and everything that stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import words
from buurtkamer_app.market.plan.records import GROUND
from buurtkamer_app.market.plan.shapes import Box, around, holds, overlap
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.market.plan_item import Look, ThingItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtCore import QObject, QRect

    from buurtkamer_app.market.plan.records import Plan, Thing, Trouble

_AIR: Final = 150  # cm around the plan
_ROW: Final = 300  # cm: what is less far below something stands beside it, as one reads
_METRE: Final = 100
_FAINT: Final = 7  # lines of the grid stand at least so many pixels apart


class PlanScene(QGraphicsScene):
    """Shows `things`, which are those on record or what somebody just made of them; `chosen` are marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What moves often is found faster without an index of where everything is.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.look = Look()
        self.plan: Plan | None = None
        self.things: dict[UUID, Thing] = {}
        self.chosen: tuple[UUID, ...] = ()
        self._items: dict[UUID, ThingItem] = {}
        self._numbers: dict[UUID, str] = {}
        self._wrong: frozenset[UUID] = frozenset()

    def show_plan(self, plan: Plan) -> None:
        """Show what is on record."""
        self.plan = plan
        self.things = {known.id: known.it for known in plan.things}
        self._numbers = {key: _label(plan, thing) for key, thing in self.things.items()}
        for key in [key for key in self._items if key not in self.things]:
            self.removeItem(self._items.pop(key))
        for key in self.things:
            if key not in self._items:
                self._items[key] = ThingItem(self.look)
                self.addItem(self._items[key])
        whole = [Box(plan.wide_cm / 2, plan.high_cm / 2, plan.wide_cm, plan.high_cm)]
        edge = around([*whole, *(thing.box for thing in self.things.values())])
        rect = QRectF(edge.left, edge.top, edge.right - edge.left, edge.bottom - edge.top)
        self.setSceneRect(rect.adjusted(-_AIR, -_AIR, _AIR, _AIR))
        self.put(self.things)
        self.choose(key for key in self.chosen if key in self.things)
        self.update()

    def put(self, things: Mapping[UUID, Thing]) -> None:
        """Show these things as they are now."""
        self.things |= things
        for key, thing in things.items():
            self._items[key].put(thing, self._numbers[key])

    def mark(self, troubles: Iterable[Trouble]) -> None:
        """Mark what is not right."""
        self._wrong = frozenset(key for trouble in troubles for key in words.concerns(trouble))
        self._remark()

    def choose(self, keys: Iterable[UUID]) -> None:
        """Mark what is chosen."""
        self.chosen = tuple(keys)
        self._remark()

    def key_at(self, point: QPointF) -> UUID | None:
        """Give what one points at: the smallest of what lies there, the route only where nothing else does."""
        at, air = (point.x(), point.y()), 6 * self.look.pixel
        under = [
            (thing.kind in GROUND, thing.wide_cm * thing.high_cm, key)
            for key, thing in self.things.items()
            if holds(thing.box._replace(wide=thing.wide_cm + air, high=thing.high_cm + air), at)
        ]
        return min(under)[2] if under else None

    def keys_in(self, rect: QRectF) -> list[UUID]:
        """Give what lies in a rectangle, at least in part; the route and buildings only when they lie in it whole."""
        middle = rect.center()
        box = Box(middle.x(), middle.y(), rect.width(), rect.height())
        return [
            key
            for key, thing in self.things.items()
            if overlap(thing.box, box)
            and (thing.kind not in GROUND or rect.contains(self._items[key].sceneBoundingRect()))
        ]

    def in_order(self) -> Sequence[UUID]:
        """Give all things as one reads: from the top down, and from left to right."""
        return sorted(self.things, key=lambda key: (self.things[key].y_cm // _ROW, self.things[key].x_cm, key))

    def set_pixel(self, cm: float) -> None:
        """Hear how many centimetres a pixel is."""
        self.look.pixel = cm
        for item in self._items.values():
            item.resized()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        rect, tints = QRectF(rect), theme.colours()
        painter.fillRect(rect, QColor(tints.sand))
        if self.plan is None:
            return
        ground = QRectF(0, 0, self.plan.wide_cm, self.plan.high_cm)
        painter.fillRect(ground & rect, QColor(tints.card))
        fine = self.look.pixel * _FAINT
        for step, colour, weight in ((_METRE, tints.line, 1.0), (5 * _METRE, tints.edge, 1.0)):
            if step >= fine:
                _grid(painter, ground, rect, step, _pen(colour, weight))
        painter.setPen(_pen(tints.ink, 2.5))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRect(ground)

    def _remark(self) -> None:
        chosen = frozenset(self.chosen)
        for key, item in self._items.items():
            item.mark(wrong=key in self._wrong, chosen=key in chosen)


def _label(plan: Plan, thing: Thing) -> str:
    """Give what stands on a thing: its number or name, else what it is."""
    return plan.number(thing) or ("" if thing.kind is PlanThing.TREE else words.kind(thing))


def _pen(colour: str, weight: float) -> QPen:
    pen = QPen(QColor(colour), weight)
    pen.setCosmetic(True)
    return pen


def _grid(painter: QPainter, ground: QRectF, rect: QRectF, step: int, pen: QPen) -> None:
    """Draw the lines of the grid that are in sight."""
    seen = ground & rect.adjusted(-step, -step, step, step)
    first, top = int(seen.left() // step) * step, int(seen.top() // step) * step
    lines = [QLineF(at, seen.top(), at, seen.bottom()) for at in range(first, int(seen.right()) + 1, step)]
    lines += [QLineF(seen.left(), at, seen.right(), at) for at in range(top, int(seen.bottom()) + 1, step)]
    painter.setPen(pen)
    painter.drawLines(lines)
