"""Draws a wish as a card: the activity it became, its own words, what it waits for, its theme, who wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from buurtkamer_app.qt import theme
from buurtkamer_app.qt.terms import THEMES
from buurtkamer_app.qt.wishes import words

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.qt.table_model import RecordsModel
    from buurtkamer_app.wishes.records import Wish

_WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_MOST: Final = 100_000.0
_SIDE: Final = 0.95  # times the size of type: from the edge of a card to its words


class CardDelegate(QStyledItemDelegate):
    """Draws the cards of one column; every length is a part of the size of type, so cards grow with it."""

    def __init__(self, view: QAbstractItemView, model: RecordsModel[Wish]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.today: date | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        em = _em(option.font)
        width = self._view.viewport().width()
        inner = width - 2 * _SIDE * em
        height = sum(_height(text, font, inner) for text, font, _tint in self._blocks(index, option.font))
        last, _beside = self._last_line(index, option.font, inner)
        return QSize(width, round(height + last + 2.4 * em))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tints, em = theme.colours(), _em(option.font)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        pen = em * (0.19 if focused else 0.07)
        card = QRectF(option.rect).adjusted(pen, pen, -pen, -0.6 * em)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tints.petrol if focused else tints.line), pen))
        painter.setBrush(QColor(tints.card))
        painter.drawRoundedRect(card, 0.7 * em, 0.7 * em)
        inner = QRectF(option.rect).adjusted(_SIDE * em, 0.85 * em, -_SIDE * em, -1.4 * em)
        top = inner.top()
        for text, font, tint in self._blocks(index, option.font):
            height = _height(text, font, inner.width())
            painter.setFont(font)
            painter.setPen(QColor(tint))
            painter.drawText(QRectF(inner.left(), top, inner.width(), height), _WRAPPED, text)
            top += height
        self._draw_last_line(painter, index, option.font, QRectF(QPointF(inner.left(), top + 0.3 * em), inner.size()))
        painter.restore()

    def _blocks(self, index: QModelIndex | QPersistentModelIndex, font: QFont) -> list[tuple[str, QFont, str]]:
        wish, tints, bold = self._model.record(index), theme.colours(), QFont(font)
        bold.setBold(True)
        text = words.on_a_card(wish.text)
        blocks = [(f"{text}  {words.with_members(wish)}" if wish.members else text, font, tints.ink)]
        if wish.activity:
            blocks.insert(0, (wish.activity, bold, tints.petrol))
        if wish.parked_reason:
            blocks.append((wish.parked_reason, font, tints.brick_dark))
        if self.today is not None and (waits := words.waits(wish, self.today)):
            blocks.append((f"→ {waits}", bold, tints.brick_dark if wish.to_tell else tints.petrol))
        return blocks

    def _facts(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str, str]:
        wish = self._model.record(index)
        since = words.age(wish.recorded_on, self.today).replace(" ", "\N{NO-BREAK SPACE}") if self.today else ""
        return (
            words.theme(wish),
            THEMES[wish.theme][1],
            " · ".join(part for part in (words.supporters(words.people(wish)), since) if part),
        )

    def _last_line(self, index: QModelIndex | QPersistentModelIndex, font: QFont, width: float) -> tuple[float, bool]:
        """Give the height of chip and facts, and whether they fit beside each other; else the facts stand below."""
        chip, _tint, facts = self._facts(index)
        letters, em = QFontMetricsF(font), _em(font)
        line = letters.height() + 0.2 * em
        if letters.horizontalAdvance(chip) + 1.8 * em + letters.horizontalAdvance(facts) <= width:
            return line, True
        return line + 0.2 * em + _height(facts, font, width), False

    def _draw_last_line(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, font: QFont, room: QRectF
    ) -> None:
        chip, tint, facts = self._facts(index)
        letters, em, tints = QFontMetricsF(font), _em(font), theme.colours()
        line = letters.height() + 0.2 * em
        pill = QRectF(room.topLeft(), QSizeF(letters.horizontalAdvance(chip) + 1.2 * em, line))
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tints, tint)))
        painter.drawRoundedRect(pill, line / 2, line / 2)
        painter.setPen(QColor(tints.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, chip)
        painter.setPen(QColor(tints.soft))
        height, beside = self._last_line(index, font, room.width())
        if beside:
            rest, place = QRectF(room.left(), room.top(), room.width(), line), Qt.AlignmentFlag.AlignRight
        else:
            below = line + 0.2 * em
            rest, place = (
                QRectF(room.left(), room.top() + below, room.width(), height - below),
                Qt.AlignmentFlag.AlignLeft,
            )
        painter.drawText(rest, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | place, facts)


def _em(font: QFont) -> float:
    """Give the size of type in pixels."""
    return float(font.pixelSize())


def _height(text: str, font: QFont, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, _MOST), _WRAPPED, text).height()
