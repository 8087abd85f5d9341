"""Icons in the colours of the theme, drawn at the very size and pixel ratio at which they are shown."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from buurtkamer_app.base import paths
from buurtkamer_app.qt import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize

_FILLS: Final = 0.88


@functools.cache
def picture(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Draw an icon of `resources/icons` in a colour (`#rrggbb`) at a size in device pixels."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(drawing.replace(b"currentColor", colour.encode()))
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    # A little smaller than the room that it has: the widest would touch the word beside them.
    left, top = width * (1 - _FILLS) / 2, height * (1 - _FILLS) / 2
    renderer.render(painter, QRectF(left, top, width * _FILLS, height * _FILLS))
    painter.end()
    return pixmap


class _Drawn(QIconEngine):
    """Draws an icon when it is shown; `checked` is its colour on a button that is down."""

    def __init__(self, name: str, colour: str, checked: str) -> None:
        super().__init__()
        self._name, self._colour, self._checked = name, colour, checked

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = self._checked if state == QIcon.State.On else self._colour
        if mode == QIcon.Mode.Disabled:
            colour = theme.colours().hint
        return picture(self._name, colour, size.width(), size.height())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour, self._checked)


@functools.cache
def icon(name: str, colour: str, checked: str | None = None) -> QIcon:
    """Give an icon of `resources/icons` in a colour (`#rrggbb`), and in another on a button that is down."""
    return QIcon(_Drawn(name, colour, checked or colour))
