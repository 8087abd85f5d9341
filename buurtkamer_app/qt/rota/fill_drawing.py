"""Draws the lines of a proposal: a box to tick or a sign, who it is, which shift, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.qt.rota.fill_list import BOX
from buurtkamer_app.rota.filling.draft import Kind

if TYPE_CHECKING:
    from buurtkamer_app.qt.rota.fill_list import FillList, FillModel
    from buurtkamer_app.rota.filling.draft import Line

_WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_MOST: Final = 100_000.0
_ABOVE: Final = 0.5  # times the size of type, as all that follow: above and below the words of a line
_RIGHT: Final = 0.8


class FillDrawing(QStyledItemDelegate):
    """Every length is a part of the size of type, so lines grow with it."""

    def __init__(self, view: FillList, model: FillModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        em, width = _em(option.font), self._view.viewport().width()
        line = self._model.line(index)
        if line is None:
            return QSize(width, round(2.4 * em))
        inner = width - (BOX + _RIGHT) * em
        height = sum(_height(text, font, inner) for text, font, _tint in _blocks(line, option.font))
        return QSize(width, round(max(height + (2 * _ABOVE + 0.5) * em, BOX * em)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._model.line(index)
        if line is None:
            self._heading(painter, option, self._model.heading(index))
        else:
            self._line(painter, option, line)
        painter.restore()

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Leave ticking to the list: Qt would look for a box where none is drawn."""
        return False

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.colours().petrol))
        room = option.rect.adjusted(round(0.2 * _em(option.font)), 0, 0, -round(0.3 * _em(option.font)))
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, words)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        tints, em = theme.colours(), _em(option.font)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        at_hand = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = em * (0.19 if focused else 0.07)
        painter.setPen(QPen(QColor(tints.petrol if focused or at_hand else tints.line), pen))
        painter.setBrush(QColor(tints.petrol_pale if at_hand else tints.card))
        card = QRectF(option.rect).adjusted(pen, pen, -pen, -0.4 * em)
        painter.drawRoundedRect(card, 0.6 * em, 0.6 * em)
        self._sign(painter, option.rect, em, line)
        left, top = option.rect.left() + BOX * em, option.rect.top() + _ABOVE * em
        width = option.rect.width() - (BOX + _RIGHT) * em
        for text, font, tint in _blocks(line, option.font):
            height = _height(text, font, width)
            painter.setFont(font)
            painter.setPen(QColor(tint))
            painter.drawText(QRectF(left, top, width, height), _WRAPPED, text)
            top += height

    @staticmethod
    def _sign(painter: QPainter, rect: QRect, em: float, line: Line) -> None:
        """Draw the box that is ticked or not; for an open place the sign that something is to be done."""
        tints, side = theme.colours(), 1.5 * em
        box = QRectF(QPointF(rect.left() + 0.75 * em, rect.top() + _ABOVE * em), QPointF(0, 0))
        box.setWidth(side)
        box.setHeight(side)
        if line.kind is Kind.OPEN:
            icons.icon("triangle-exclamation", tints.brick_dark).paint(painter, box.toRect())
            return
        painter.setPen(QPen(QColor(tints.petrol if line.ticked else tints.edge), 0.12 * em))
        painter.setBrush(QColor(tints.petrol if line.ticked else tints.card))
        painter.drawRoundedRect(box, 0.35 * em, 0.35 * em)
        if line.ticked:
            inside = box.adjusted(0.2 * em, 0.2 * em, -0.2 * em, -0.2 * em)
            icons.icon("check", tints.white).paint(painter, inside.toRect())


def _blocks(line: Line, font: QFont) -> list[tuple[str, QFont, str]]:
    tints, bold = theme.colours(), QFont(font)
    bold.setBold(True)
    tint = tints.brick_dark if line.kind is Kind.OPEN else tints.ink if line.ticked else tints.soft
    blocks = [(f"{fill_words.what(line)}  ·  {fill_words.moment(line)}", bold, tint)]
    return [*blocks, (fill_words.why(line), font, tints.ink)] if fill_words.why(line) else blocks


def _em(font: QFont) -> float:
    """Give the size of type in pixels."""
    return float(font.pixelSize())


def _height(text: str, font: QFont, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, _MOST), _WRAPPED, text).height()
