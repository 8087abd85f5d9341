"""A simple picture of the year of the team: what was given, the two marks, and where today should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.forms import register
from buurtkamer_app.qt.team.words import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from buurtkamer_app.team.hours.records import Pace

# A little more than the highest mark, so that its line stands within the picture.
_BEYOND: Final = 1.04
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class PaceBar(QWidget):
    """A bar as long as what was given; above it what there should be by today, under it the marks of the year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pace: Pace | None = None

    def put(self, pace: Pace) -> None:
        """Show how far the team is."""
        self._pace = pace
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * self.fontMetrics().height(), round(4.2 * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self.fontMetrics().height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        pace = self._pace
        if pace is None or not pace.high:
            return
        most = max(pace.high, pace.minutes) * _BEYOND
        tints, line = theme.colours(), self.fontMetrics().height()
        painter = QPainter(self)
        bar = QRect(0, round(1.5 * line), self.width() - 1, round(1.2 * line))
        painter.fillRect(bar, QColor(tints.idle))
        painter.fillRect(
            QRect(bar.left(), bar.top(), round(bar.width() * pace.minutes / most), bar.height()), tints.petrol
        )
        painter.setPen(QColor(tints.ink))
        painter.drawRect(bar)
        now = [round(bar.width() * minutes / most) for minutes in (pace.low_now, pace.high_now)]
        top = bar.top() - line // 4
        painter.fillRect(QRect(now[0], top, max(3, now[1] - now[0]), line // 4), QColor(tints.brick))
        for left in now:
            painter.fillRect(QRect(left - 1, top, 3, bar.height() + line // 4), QColor(tints.brick))
        self._write(painter, translate("should be by today"), sum(now) // 2, 0)
        for minutes in (pace.low, pace.high):
            left = round(bar.width() * minutes / most)
            painter.fillRect(QRect(left - 1, bar.top(), 3, bar.height() + line // 3), QColor(tints.ink))
            words = translate("{hours} hours", hours=number(minutes // 60))
            self._write(painter, words, left, bar.bottom() + line // 3)

    def _write(self, painter: QPainter, words: str, middle: int, top: int) -> None:
        """Write words under or above a place, as near to it as they fit."""
        wide, high = self.fontMetrics().horizontalAdvance(words) + 4, self.fontMetrics().height()
        left = max(0, min(middle - wide // 2, self.width() - wide))
        painter.drawText(QRect(left, top, wide, high), int(_MIDDLE), words)


register(PaceBar)
