"""How the map is drawn on screen: rings, winds, the room, marks with picture and number, names where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPen

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Map, Spot
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.neighbourhood.map_words import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtGui import QPainter

    from buurtkamer_app.neighbourhood.resources.places import Box
    from buurtkamer_app.neighbourhood.resources.records import OnMap

_EDGE: Final = 12  # pixels around the field, in which the four winds stand
_SHARE: Final = 0.94  # of its place that a mark takes
_LABEL_WIDE: Final = 10.5  # of a name, in sizes of the type
_SMALLEST: Final = 12
_ROUND: Final = 8
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter


class MapPicture:
    """A map at one size; `wide` is in pixels. Residents have no name when `hidden`."""

    def __init__(self, found: Map, font: QFont, wide: float, *, hidden: bool) -> None:
        self.map, self._font, self._hidden = found, font, hidden
        self.wide, self.high = wide, wide * places.HIGH / places.WIDE
        self._across, self._down = wide - 2 * _EDGE, self.high - 2 * _EDGE
        self.side = self._across * found.side / places.THOUSAND * _SHARE
        self._size = QFontInfo(font).pixelSize()
        self._labels: list[tuple[QRectF, str, UUID]] | None = None

    def point(self, spot: Spot) -> QPointF:
        """Give where a place of the map is, in pixels."""
        across, down = self._across * spot.x / places.THOUSAND, self._down * spot.y / places.THOUSAND
        return QPointF(_EDGE + across, _EDGE + down)

    def spot(self, point: QPointF) -> Spot:
        """Give which place of the map is at a pixel."""
        across, down = (point.x() - _EDGE) / self._across, (point.y() - _EDGE) / self._down
        return Spot(round(across * places.THOUSAND), round(down * places.THOUSAND))

    def box(self, spot: Spot, scale: float = 1.0) -> QRectF:
        """Give the square of a mark at a place."""
        side, middle = self.side * scale, self.point(spot)
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)

    def draw(self, painter: QPainter, at: Mapping[UUID, Spot], chosen: UUID | None, *, ringed: bool) -> None:
        """Draw all of it, marks `at` another place there; the chosen one last, `ringed` when it has the keys."""
        self._ground(painter)
        last = None
        for mark in self.map.marks:
            if mark.entry.id == chosen:
                last = mark
            else:
                self._mark(painter, mark, self.box(at.get(mark.entry.id, mark.spot)))
        self._room(painter)
        self._names(painter, at)
        if last is not None:
            box = self.box(at.get(last.entry.id, last.spot))
            self._mark(painter, last, box, chosen=True)
            if ringed:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.colours().brick), 3))
                painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), _ROUND + 4, _ROUND + 4)

    def _ground(self, painter: QPainter) -> None:
        """Draw the field, how far is near and how far one walks, and the four winds."""
        tints = theme.colours()
        field = QRectF(_EDGE, _EDGE, self._across, self._down)
        painter.setPen(QPen(QColor(tints.line), 1))
        painter.setBrush(QColor(tints.paper))
        painter.drawRoundedRect(field, _ROUND, _ROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tints.edge), 1.2, Qt.PenStyle.DashLine))
        for ring in places.RINGS:
            painter.drawEllipse(field.center(), self._across * ring / 2, self._down * ring / 2)
        painter.setFont(self._type(min(self._size, 1.5 * _EDGE), bold=True))
        middle = field.center()
        for letter, x, y in (
            (translate("N"), middle.x(), field.top()),
            (translate("S"), middle.x(), field.bottom()),
            (translate("W"), field.left(), middle.y()),
            (translate("E"), field.right(), middle.y()),
        ):
            box = QRectF(x - _EDGE, y - _EDGE, 2 * _EDGE, 2 * _EDGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tints.card))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
            painter.setPen(QColor(tints.soft))
            painter.drawText(box, int(_MIDDLE), letter)

    def _room(self, painter: QPainter) -> None:
        tints, box = theme.colours(), self.box(places.MIDDLE, places.ROOM / _SHARE)
        painter.setPen(QPen(QColor(tints.petrol), 3))
        painter.setBrush(QColor(tints.petrol_pale))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        words = translate("We are here")
        font = self._type(self._size, bold=True)
        fits = QFontMetricsF(font).horizontalAdvance(words) <= box.width() - 6
        side = box.width() * (0.5 if fits else 0.66)
        top = box.top() + box.height() * (0.1 if fits else 0.17)
        self._icon(painter, "house", tints.petrol, QRectF(box.center().x() - side / 2, top, side, side))
        if fits:
            painter.setFont(font)
            painter.setPen(QColor(tints.petrol_dark))
            painter.drawText(box.adjusted(0, box.height() * 0.58, 0, -2), int(_MIDDLE), words)

    def _mark(self, painter: QPainter, mark: OnMap, box: QRectF, *, chosen: bool = False) -> None:
        """Draw a field with an edge, picture and number; the chosen one is filled with its colour."""
        look, tints = KINDS[mark.entry.it.kind], theme.colours()
        painter.setPen(QPen(QColor(look.colour), 2))
        painter.setBrush(QColor(look.colour if chosen else tints.white))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        side = box.height() * 0.46
        middle = box.center().x()
        colour = tints.white if chosen else look.colour
        self._icon(painter, look.icon, colour, QRectF(middle - side / 2, box.top() + 3, side, side))
        painter.setFont(self._type(max(_SMALLEST, min(self._size + 4, box.height() * 0.36)), bold=True))
        painter.setPen(QColor(tints.white if chosen else tints.ink))
        painter.drawText(box.adjusted(0, box.height() * 0.5, 0, -1), int(_MIDDLE), str(mark.number))

    @staticmethod
    def _icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixels = max(1, round(box.width() * ratio))
        painter.drawPixmap(box, icons.picture(name, colour, pixels, pixels), QRectF(0, 0, pixels, pixels))

    def _names(self, painter: QPainter, at: Mapping[UUID, Spot]) -> None:
        """Write names under their marks where they touch nothing; one that is being moved has none meanwhile."""
        painter.setFont(self._type(self._size))
        painter.setPen(QColor(theme.colours().ink))
        if self._labels is None:
            self._labels = self._fitting()
        for box, words, key in self._labels:
            if key not in at:
                painter.drawText(box, int(_MIDDLE), words)

    def _fitting(self) -> list[tuple[QRectF, str, UUID]]:
        measure = QFontMetricsF(self._type(self._size))
        boxes = [_edges(self.box(places.MIDDLE, places.ROOM / _SHARE))]
        wanted: list[Box | None] = []
        names = []
        for mark in self.map.marks:
            box = self.box(mark.spot)
            boxes.append(_edges(box))
            words = measure.elidedText(
                name_of(mark.entry.it, hidden=self._hidden), Qt.TextElideMode.ElideRight, _LABEL_WIDE * self._size
            )
            half = measure.horizontalAdvance(words) / 2 + 2
            middle, top = box.center().x(), box.bottom() + 1
            names.append(words)
            # At the edge a name stands beside the middle of its mark.
            left = min(max(middle - half, _EDGE + 1), self.wide - _EDGE - 1 - 2 * half)
            wanted.append((left, top, left + 2 * half, top + measure.height()))
        shown = places.fitting_labels(boxes, wanted, (self.wide - _EDGE, self.high - _EDGE))
        return [
            (QRectF(QPointF(*label[:2]), QPointF(*label[2:])), words, mark.entry.id)
            for label, words, mark, fits in zip(wanted, names, self.map.marks, shown, strict=True)
            if fits and label is not None
        ]

    def _type(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(size))
        font.setBold(bold)
        return font


def _edges(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()
