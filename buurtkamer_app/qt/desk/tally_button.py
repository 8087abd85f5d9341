"""The button that counts: icon, word, key and today's number, with what is still being counted told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

_PALE: Final = 0.85  # as the theme's pale petrol on petrol


class TallyButton(QPushButton):
    """Counts when it is pressed; `counted` persons are on disk (None: not known yet), `pending` ones are not yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tally")
        self._word = self._key = ""
        self.counted: int | None = None
        self.pending = 0

    def write(self, word: str, key: str) -> None:
        """Write the word and the key that presses it."""
        self._word, self._key = word, key
        self.setToolTip(f"{word} ({key})")
        self.show_count(self.counted, self.pending)
        self.updateGeometry()

    def show_count(self, counted: int | None, pending: int) -> None:
        """Show how many were counted today, and that more are being counted."""
        self.counted, self.pending = counted, pending
        told = (self._word, self.number(), self.waiting(), self._key)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.update()

    def number(self) -> str:
        """Say how many were counted."""
        return "" if self.counted is None else str(self.counted)

    def waiting(self) -> str:
        """Say that presses are not on disk yet, nothing when all are."""
        return translate("being counted…") if self.pending else ""

    def sizeHint(self) -> QSize:
        """Be wide enough for icon and word."""
        wide = 3 * self._edge() + self.iconSize().width() + QFontMetrics(self.font()).horizontalAdvance(self._word)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter as well as with Space; a key that is held down presses it once."""
        from PySide6.QtCore import Qt

        if event.isAutoRepeat():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the style paint the button, and write on it in the colour of the style, which a painter begins with."""
        super().paintEvent(event)
        tints, edge, big, small = theme.colours(), self._edge(), self._big(), self._small()
        painter = QPainter(self)
        side = self.iconSize().width()
        icons.icon(str(self.property("sign")), tints.white).paint(
            painter, QRect(edge, (self.height() - side) // 2, side, side)
        )
        left = 2 * edge + side
        letters, figures = QFontMetrics(self.font()), QFontMetrics(big)
        top = (self.height() - letters.height() - figures.ascent()) // 2
        above, below = top + letters.ascent(), top + letters.height() + figures.ascent()
        painter.drawText(left, above, self._word)
        painter.setFont(big)
        painter.drawText(left, below, self.number())
        painter.setFont(small)
        if self.pending:
            after = figures.horizontalAdvance(f"{self.number()} ") if self.number() else 0
            painter.drawText(left + after, below, self.waiting())
            return
        # Paler; another pen would load the enumerations of Qt's pens: 15 ms before the first paint.
        painter.setOpacity(_PALE)
        painter.drawText(self.width() - edge - QFontMetrics(small).horizontalAdvance(self._key), below, self._key)

    def _edge(self) -> int:
        return self.font().pixelSize() * 3 // 4

    def _big(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 4 / 3))
        font.setWeight(QFont.Weight.Bold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * theme.TYPE_SIZE / 18))
        font.setWeight(QFont.Weight.Normal)
        return font


register(TallyButton)
