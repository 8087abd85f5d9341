"""A picture that is shared, as large as it fits, without losing its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtkamer_app.qt import theme
from buurtkamer_app.qt.forms import register

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LOW: Final = 13  # lines of type
_KEEPING: Final = Qt.AspectRatioMode.KeepAspectRatio


class SharedPicture(QWidget):
    """Shows a PNG."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_png(self, png: bytes) -> None:
        """Show another picture."""
        self.image = QImage.fromData(png)
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 1.5

    def minimumSizeHint(self) -> QSize:
        high = _LOW * self.fontMetrics().height()
        return QSize(int(high * 0.8), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.image.isNull():
            return
        fitted = self.image.size().scaled(self.size(), _KEEPING)
        left, top = (self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(left, top, fitted.width(), fitted.height())
        painter.drawImage(place, self._small(fitted))
        painter.setPen(QColor(theme.colours().line))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _small(self, fitted: QSize) -> QImage:
        """Give the picture in the pixels of the screen: drawn straight at a third of its size it would be rough."""
        smooth = Qt.TransformationMode.SmoothTransformation
        return self.image.scaled(fitted * self.devicePixelRatio(), _KEEPING, smooth)


register(SharedPicture)
