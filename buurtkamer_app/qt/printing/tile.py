"""A tile: a sheet as a small picture of itself, its name, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

# In heights of a line of type.
_WIDE: Final = 4
_HIGH: Final = 5
_AROUND: Final = 0.5
_MARK: Final = 1.2


class TileWords(NamedTuple):
    """What stands on a tile: its name in code, title and purpose (message ids), icon, and the heading above it."""

    name: str
    title: str
    about: str
    icon: str
    group: str


class _Picture(QWidget):
    """The sheet at the very pixels of its tile; its icon until it is there. The chosen one bears a mark."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.chosen = False
        self._icon = icon
        self.measure()

    def measure(self) -> None:
        line = self.fontMetrics().height()
        self.setFixedSize(_WIDE * line, _HIGH * line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, ratio = QPainter(self), self.devicePixelRatio()
        if self.image is None:
            side = 2 * self.fontMetrics().height()
            place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            glyph = icons.picture(self._icon, theme.colours().petrol, round(side * ratio), round(side * ratio))
            painter.drawPixmap(place.topLeft().toPoint(), glyph.scaled(round(side), round(side)))
        else:
            wide, high = self.image.width() / ratio, self.image.height() / ratio
            place = QRectF(round((self.width() - wide) / 2), round((self.height() - high) / 2), wide, high)
            painter.drawImage(place, self.image)
            painter.setPen(QColor(theme.colours().edge))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.chosen:
            self._mark(painter)
        painter.end()

    def _mark(self, painter: QPainter) -> None:
        side, ratio = round(_MARK * self.fontMetrics().height()), self.devicePixelRatio()
        place = QRectF(self.width() - side - 1, self.height() - side - 1, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours().white))
        painter.setBrush(QColor(theme.colours().petrol))
        painter.drawEllipse(place)
        inner = round(0.6 * side)
        glyph = icons.picture("check", theme.colours().white, round(inner * ratio), round(inner * ratio))
        glyph.setDevicePixelRatio(ratio)
        painter.drawPixmap(place.center() - QPointF(inner, inner) / 2, glyph)


class Tile(QPushButton):
    """One to choose; where its words need more lines it grows."""

    def __init__(self, words: TileWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setObjectName(f"tile {words.name}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture = _Picture(words.icon, self)
        self._title, self._about = QLabel(), QLabel()
        self._title.setProperty("kind", "strong")
        self._about.setProperty("kind", "soft")
        row, column = QHBoxLayout(self), QVBoxLayout()
        self._row = row
        around = round(_AROUND * self.fontMetrics().height())
        row.setContentsMargins(around, around, around, around)
        row.setSpacing(around)
        row.addWidget(self.picture)
        row.addLayout(column, 1)
        column.addStretch(1)
        for label in (self._title, self._about):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        for part in (self.picture, self._title, self._about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._choose)
        self.say()

    def say(self) -> None:
        """Write the words in the language of the moment."""
        self._title.setText(translate(self.words.title))
        self._about.setText(translate(self.words.about))
        self.setAccessibleName(f"{translate(self.words.title)}, {translate(self.words.about)}")
        self._grow()

    def put(self, image: QImage | None) -> None:
        """Show a sheet, or its icon."""
        self.picture.image = image
        self.picture.update()

    def room(self) -> QSize:
        """Give in how many pixels of this screen a sheet must fit."""
        return self.picture.size() * self.devicePixelRatio()

    def sizeHint(self) -> QSize:
        wide = self.width() or self.minimumWidth()
        return QSize(wide, max(self._row.heightForWidth(wide), self._row.minimumSize().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _choose(self, chosen: bool) -> None:
        self.picture.chosen = chosen
        self.picture.update()

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        # Grown while it was being laid out, it would keep its parts where they fitted before.
        self._row.invalidate()
        self._row.activate()
