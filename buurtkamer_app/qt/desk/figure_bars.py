"""The small picture of a period: a bar an hour, a day or a week, each to be pressed to see its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.evaluation.records import Bar, Span
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.desk.figure_button import fill
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class BarButton(QPushButton):
    """A bar of the picture as high as its share of the highest: dark with a name, striped without one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bar: Bar | None = None
        self._most, self._below = 1, ""

    def show_bar(self, bar: Bar, most: int, below: str, told: str) -> None:
        """Show a part of the period; `most` is what the highest bar counts, `below` is written under it."""
        self._bar, self._most, self._below = bar, max(most, 1), below
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def text(self) -> str:
        """Give the number."""
        return "" if self._bar is None else str(self._bar.sums.visits)

    @property
    def bar(self) -> Bar | None:
        """Give what is shown."""
        return self._bar

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        words = max(letters.horizontalAdvance(self._below), letters.horizontalAdvance("000"))
        return QSize(words, 3 * letters.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for little: a room that is open all day and night has 24 of these."""
        return QSize(self.fontMetrics().horizontalAdvance("0"), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._bar is None:
            return
        letters, sums = self.fontMetrics(), self._bar.sums
        line = letters.height()
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().soft))
        if letters.horizontalAdvance(self._below) <= self.width():
            painter.drawText(QRect(0, self.height() - line, self.width(), line), int(_MIDDLE), self._below)
        room = self.height() - 2 * line
        high = round(room * sums.visits / self._most)
        dark = round(high * sums.named / sums.visits) if sums.visits else 0
        wide = max(min(self.width() - line // 3, 2 * line), 3)
        left, foot = (self.width() - wide) // 2, self.height() - line
        if high > dark:
            fill(painter, QRect(left, foot - high, wide, high - dark), named=False)
        fill(painter, QRect(left, foot - dark, wide, dark), named=True)
        painter.setPen(QColor(theme.colours().ink))
        if letters.horizontalAdvance(self.text()) <= self.width():
            painter.drawText(QRect(0, foot - high - line, self.width(), line), int(_MIDDLE), self.text())


class FigureBars(QWidget):
    """Shows bars beside each other; `opened` gives the one that was pressed."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._bars: list[BarButton] = []

    def show_bars(self, span: Span, bars: Sequence[Bar]) -> None:
        """Show these in the buttons that are there: twenty tallies a second leave no time to make new ones."""
        while len(self._bars) < len(bars):
            button = BarButton(self)
            button.clicked.connect(lambda _=False, button=button: self.opened.emit(button.bar))
            self._row.addWidget(button)
            self._bars.append(button)
        most = max((bar.sums.visits for bar in bars), default=0)
        told = []
        for bar, button in zip(bars, self._bars, strict=False):
            when, below = _when(span, bar)
            button.setObjectName(f"hour_{bar.hour}" if bar.hour is not None else f"from_{bar.first.day}")
            counted = {"visits": bar.sums.visits, "named": bar.sums.named}
            words = translate("{when}: {visits} visits, {named} with name, open the rows", when=when, **counted)
            button.show_bar(bar, most, below, words)
            told.append(f"{when}: {bar.sums.visits}")
        for number, button in enumerate(self._bars):
            button.setVisible(number < len(bars))
        self.setAccessibleName(", ".join(told))


def _when(span: Span, bar: Bar) -> tuple[str, str]:
    """Say when the people of a bar came: as one hears it, and as it stands under the bar."""
    if bar.hour is not None:
        return f"{bar.hour}.00", str(bar.hour)
    if span is Span.WEEK:
        return dates.day_and_month(bar.first), dates.short_weekday(bar.first)
    return dates.period(bar.first, bar.last), str(bar.first.day)


register(FigureBars)
