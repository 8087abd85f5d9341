"""One thing on the drawing of a floor plan: its shape in centimetres, its number upright, and marks that say more."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.words import KINDS
from buurtkamer_app.qt import icons, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from buurtkamer_app.market.plan.records import Thing

_MARGIN: Final = 8.0  # pixels around a shape for its lines
_LEAST_TYPE: Final = 12.0
_LARGEST_TYPE: Final = 20.0
_ICON: Final = 26.0
_SIGN: Final = 22.0
_FRONT: Final = 0.14  # of a stall's depth: the side at which one stands to buy
_HANDLE: Final = 7.0
_ROUND: Final = 0.7  # how much of a round shape upright words have


@dataclass
class Look:
    """What all things of a drawing share: how many centimetres a pixel is, and how much larger type is than usual."""

    pixel: float = 1.0
    scale: float = 1.0


@functools.cache
def _fills() -> dict[PlanThing, tuple[str, str]]:
    """Give what a kind is filled with and drawn in."""
    tints = theme.colours()
    return {
        PlanThing.STALL: (tints.petrol_pale, tints.petrol),
        PlanThing.STAGE: (tints.rose, tints.brick_dark),
        PlanThing.TABLE: (tints.sand, tints.soft),
        PlanThing.ENTRANCE: (tints.leaf, tints.ink),
        PlanThing.ROUTE: (tints.straw, tints.brick),
        PlanThing.FIRST_AID: (tints.white, tints.brick),
        PlanThing.TOILET: (tints.white, tints.petrol),
        PlanThing.POWER: (tints.sun, tints.ink),
        PlanThing.TREE: (tints.leaf, tints.soft),
        PlanThing.BUILDING: (tints.idle, tints.soft),
    }


class ThingItem(QGraphicsItem):
    """Is painted as the thing, number and marks that it was given last; routes lie under all else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.thing: Thing | None = None
        self._label = ""
        self._wrong = self._chosen = False
        self._shape = QRectF()

    def put(self, thing: Thing, label: str) -> None:
        """Become this thing; nothing is painted anew when it is the same."""
        if (thing, label) == (self.thing, self._label):
            return
        self.prepareGeometryChange()
        self.thing, self._label = thing, label
        self._shape = QRectF(-thing.wide_cm / 2, -thing.high_cm / 2, thing.wide_cm, thing.high_cm)
        self.setPos(thing.x_cm, thing.y_cm)
        self.setRotation(thing.turned)
        order = {PlanThing.ROUTE: 0, PlanThing.ENTRANCE: 1, PlanThing.BUILDING: 2, PlanThing.TREE: 4}
        self.setZValue(order.get(thing.kind, 3))
        self.update()

    def mark(self, *, wrong: bool, chosen: bool) -> None:
        """Show whether something is not right with it, and whether it is chosen."""
        if (wrong, chosen) != (self._wrong, self._chosen):
            self._wrong, self._chosen = wrong, chosen
            self.update()

    def resized(self) -> None:
        """Hear that a pixel is another number of centimetres now."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        air = _MARGIN * self._look.pixel
        return self._shape.adjusted(-air, -air, air, air)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        del option, widget
        if (thing := self.thing) is None:
            return
        tints = theme.colours()
        fill, line = _fills()[thing.kind]
        self._outline(painter, thing, QColor(fill), QColor(tints.brick_dark if self._wrong else line))
        if self._chosen:
            self._handles(painter, QColor(tints.ink))
        painter.save()
        middle = painter.worldTransform().map(QPointF(0, 0))
        painter.setWorldTransform(QTransform())
        self._words(painter, thing, middle)
        painter.restore()

    def _outline(self, painter: QPainter, thing: Thing, fill: QColor, line: QColor) -> None:
        style = Qt.PenStyle.DashLine if self._wrong else Qt.PenStyle.SolidLine
        pen = QPen(line, 4 if self._wrong else 3 if self._chosen else 1.6, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        draw = painter.drawEllipse if thing.kind is PlanThing.TREE else painter.drawRect
        painter.setBrush(fill)
        draw(self._shape)
        if thing.kind is PlanThing.ROUTE or self._wrong:
            pattern = Qt.BrushStyle.FDiagPattern if self._wrong else Qt.BrushStyle.BDiagPattern
            painter.setBrush(QBrush(line, pattern))
            draw(self._shape)
        if thing.kind is PlanThing.STALL:
            front = QRectF(self._shape)
            front.setTop(front.bottom() - front.height() * _FRONT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line)
            painter.drawRect(front)

    def _handles(self, painter: QPainter, ink: QColor) -> None:
        side = _HANDLE * self._look.pixel
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for corner in (
            self._shape.topLeft(),
            self._shape.topRight(),
            self._shape.bottomLeft(),
            self._shape.bottomRight(),
        ):
            painter.drawRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side))

    def _words(self, painter: QPainter, thing: Thing, middle: QPointF) -> None:
        """Write number or name upright in the middle as far as there is room, under the icon of what it is."""
        wide, high = self._upright(thing)
        down = middle.y()
        icon = min(_ICON * self._look.scale, wide, high) if thing.kind is not PlanThing.STALL else 0.0
        size = min(_LARGEST_TYPE, max(_LEAST_TYPE, high * 0.4)) * self._look.scale
        font = _font(size)
        measures = QFontMetricsF(font)
        fits = bool(self._label) and measures.horizontalAdvance(self._label) <= wide
        both = fits and icon + measures.height() <= high
        if icon >= _LEAST_TYPE:
            top = down - (icon + measures.height()) / 2 if both else down - icon / 2
            at = QRectF(middle.x() - icon / 2, top, icon, icon)
            _put_icon(painter, KINDS[thing.kind][1], theme.colours().ink, at)
            down = top + icon + measures.height() / 2
        if both or (fits and icon < _LEAST_TYPE and measures.ascent() <= high):
            painter.setFont(font)
            painter.setPen(QColor(theme.colours().ink))
            box = QRectF(middle.x() - wide / 2, down - measures.height() / 2, wide, measures.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._label)
        if self._wrong:
            side = _SIGN * self._look.scale
            at = QRectF(middle.x() - side / 2, middle.y() + high / 2 - side, side, side)
            _put_icon(painter, "triangle-exclamation", theme.colours().brick_dark, at)

    def _upright(self, thing: Thing) -> tuple[float, float]:
        """Give how much room upright words have in the middle, in pixels."""
        wide, high = thing.wide_cm / self._look.pixel, thing.high_cm / self._look.pixel
        if thing.kind is PlanThing.TREE:
            return wide * _ROUND, high * _ROUND
        if thing.turned % 180 == 90:
            return high - 2, wide - 2
        if thing.turned % 90:
            side = min(wide, high) * 0.8
            return side, side * 0.7
        return wide - 2, high - 2


def _font(size: float) -> QFont:
    font = QFont("Roboto")
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.Bold)
    return font


def _put_icon(painter: QPainter, name: str, colour: str, at: QRectF) -> None:
    ratio = painter.device().devicePixelRatio()
    side = max(1, round(at.width() * ratio))
    picture = icons.picture(name, colour, side, side)
    painter.drawPixmap(at, picture, QRectF(picture.rect()))
