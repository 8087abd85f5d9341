"""A picture of figures on screen: the drawing that stands on paper too, drawn for the very pixels of this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.pdf_pages import drawn_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

# A letter of this size in a drawing, in points, is as large as the type of the window.
_TYPE: Final = 12
_NARROWEST: Final = 120.0  # points; what is narrower is cut off
_CALM: Final = 60  # milliseconds without a new size before a picture is drawn anew
_OTHER_LOOK: Final = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.DevicePixelRatioChange,
)


def _image(make: Callable[[float, float], Drawing], wide: float, high: float, pixels: int) -> QImage:
    """Make a picture and draw it so many pixels wide; away from the main thread."""
    from buurtkamer_app.printing.drawings import drawing_pdf

    return drawn_page(drawing_pdf(make(wide, high)), 0, pixels)


class Drawn(QWidget):
    """Shows a picture; it is drawn on the reading thread, again when size, type, language or screen change."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._make: Callable[[float, float], Drawing] | None = None
        self._points: float | None = None
        self._asked: Asked | None = None
        self._old = False
        self.image: QImage | None = None
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        self.sentence.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._draw)

    def picture(self, make: Callable[[float, float], Drawing] | None, told: str, high: float | None = None) -> None:
        """Show what `make(width, height)` draws, in points; it is called on another thread and must touch no widget.

        `told` is the picture in words, for who cannot see it; without `make` it is the sentence that is shown instead.
        `high` is how high the picture is in points at the normal size of type, where nothing else says so.
        """
        self._make, self._points = make, high
        self.setAccessibleName(told)
        self.sentence.setText("" if make is not None else told)
        self.sentence.setVisible(make is None)
        if make is None:
            self._forget()
        self._measure()
        self._outdate()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the narrowest picture has, and for the height that was named."""
        if self._make is None:
            return super().minimumSizeHint()
        return QSize(round(_NARROWEST * self._scale()), round((self._points or _NARROWEST) * self._scale()))

    def sizeHint(self) -> QSize:
        """As large as it must be at least; it takes what there is."""
        return super().sizeHint() if self._make is None else self.minimumSizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._old:
            self._calm.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._outdate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _OTHER_LOOK:
            self._measure()
            self._outdate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide, ratio = self.width(), self.image.height() / self.image.width()
        painter.drawImage(QRectF(0, 0, wide, wide * ratio), self.image)
        painter.end()

    def _scale(self) -> float:
        """Give how many pixels of the window a point of a drawing is."""
        return self.fontInfo().pixelSize() / _TYPE

    def _measure(self) -> None:
        self.setMinimumHeight(0 if self._make is None else self.minimumSizeHint().height())
        self.updateGeometry()

    def _outdate(self) -> None:
        """Draw again: soon when it is seen, else when it is seen next."""
        self._old = self._make is not None
        if self._old and self.isVisible():
            self._calm.start()

    def _draw(self) -> None:
        if (make := self._make) is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._old = False
        scale = self._scale()
        wide = max(_NARROWEST, self.width() / scale)
        high = max(self._points or 0.0, self.height() / scale) if self._points is None else self._points
        pixels = round(wide * scale * self.devicePixelRatio())
        self._asked = self._tasks.read(lambda _: _image(make, wide, high, pixels), while_there(self, self._take))

    def _take(self, image: QImage) -> None:
        self._asked, self.image = None, image
        self.update()

    def _forget(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked, self.image = None, None
        self.update()
