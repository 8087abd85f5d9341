"""A figure that one can press to see its rows: a number over its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_FIGURE: Final = 22 / 16  # as labels of kind "figure"
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter
# Room that the ring of the focus needs on each side, in pixels at 100 %.
_RING: Final = 4


def fill(painter: QPainter, place: QRect, *, named: bool) -> None:
    """Fill a part of a bar: with a name it is dark, without one it is striped, which a copy in grey shows as well."""
    petrol = QColor(theme.colours().petrol)
    if named:
        painter.fillRect(place, petrol)
    else:
        painter.fillRect(place, QColor(theme.colours().petrol_pale))
        painter.setPen(petrol)
        painter.setBrush(QColor(petrol))
        painter.fillRect(place, Qt.BrushStyle.BDiagPattern)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -1))


class FigureButton(QPushButton):
    """Looks like a number over its word; `swatch` (`named`, `anonymous`) says which fill of the picture it explains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._word = self._number = ""

    def write(self, word: str) -> None:
        """Write what is counted."""
        self._word = word
        self._tell()
        self.updateGeometry()

    def show_number(self, number: int) -> None:
        """Show how many there are."""
        self._number = str(number)
        self._tell()

    def text(self) -> str:
        """Give the number."""
        return self._number

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        wide = max(letters.horizontalAdvance(self._word), 2 * letters.height()) + 2 * self._ring() + self._swatch_room()
        return QSize(wide, QFontMetrics(self._big()).ascent() + letters.height() + 2 * self._ring())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        letters, big, room = self.fontMetrics(), self._big(), self._swatch_room()
        painter = QPainter(self)
        figures = QFontMetrics(big)
        top = (self.height() - figures.ascent() - letters.height()) // 2
        place = QRect(room, top + figures.ascent(), self.width() - room, letters.height())
        painter.setPen(QColor(theme.colours().soft))
        painter.drawText(place, int(_MIDDLE), self._word)
        painter.setFont(big)
        painter.setPen(QColor(theme.colours().petrol))
        painter.drawText(
            room + (self.width() - room - figures.horizontalAdvance(self._number)) // 2,
            top + figures.ascent(),
            self._number,
        )
        if room:
            side = letters.ascent()
            kind = self.property("swatch") == "named"
            fill(painter, QRect(self._ring(), (self.height() - side) // 2, side, side), named=kind)

    def _swatch_room(self) -> int:
        return self.fontMetrics().height() + self._ring() if self.property("swatch") else 0

    def _ring(self) -> int:
        return round(_RING * self.fontMetrics().height() / 19)

    def _big(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self.fontInfo().pixelSize() * _FIGURE))
        font.setWeight(QFont.Weight.Bold)
        return font

    def _tell(self) -> None:
        told = translate("{number} {word}, open the rows", number=self._number, word=self._word)
        self.setAccessibleName(told)
        self.setToolTip(told)


register(FigureButton)
