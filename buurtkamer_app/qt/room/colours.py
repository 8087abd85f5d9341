"""Colours to choose from: each with its name and a mark on the one that is chosen, for the mouse and the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from buurtkamer_app.base.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGridLayout, QWidget

# On each of them white letters are read well: 5.9 to 1 at least.
COLOURS: Final = {
    "#0b5563": mark("petrol"),
    "#1f4e8c": mark("blue"),
    "#1b2a5c": mark("night blue"),
    "#5b3a8c": mark("purple"),
    "#8f1f5c": mark("raspberry"),
    "#a0303c": mark("red"),
    "#b23a12": mark("brick red"),
    "#7f4507": mark("brown"),
    "#55560f": mark("olive"),
    "#2a602a": mark("green"),
}
_COLUMNS: Final = 2
_SIDE: Final = 1.5  # heights of a letter


class ColourGrid(QObject):
    """Fills a grid of a form with the colours; `chosen` gives `#rrggbb` when somebody chooses another one."""

    chosen = Signal(str)

    def __init__(self, grid: QGridLayout, owner: QWidget) -> None:
        super().__init__(owner)
        self._grid, self._owner = grid, owner
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for colour in COLOURS:
            self._add(colour)
        self._group.buttonToggled.connect(self._tell)

    def put(self, colour: str) -> None:
        """Show which colour is chosen; one of the room's own that is none of these stands behind them."""
        if colour not in self.buttons:
            self._add(colour)
            self.say()
        self._group.blockSignals(True)
        self.buttons[colour].setChecked(True)
        self._group.blockSignals(False)

    def say(self) -> None:
        """Write the names in the language of the moment."""
        for colour, button in self.buttons.items():
            button.setText(translate(COLOURS[colour]) if colour in COLOURS else translate("own colour"))

    def measure(self) -> None:
        """Make the squares as large as the type asks."""
        side = round(self._owner.fontMetrics().xHeight() * _SIDE * 1.6)
        for button in self.buttons.values():
            button.setIconSize(QSize(side, side))

    def _add(self, colour: str) -> None:
        button = QRadioButton(self._owner)
        button.setIcon(_square(colour))
        place = len(self.buttons)
        self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._group.addButton(button)
        self.buttons[colour] = button

    def _tell(self, button: QRadioButton, on: bool) -> None:
        if on:
            self.chosen.emit(next(colour for colour, known in self.buttons.items() if known is button))


def _square(colour: str) -> QIcon:
    pixmap = QPixmap(96, 96)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(0, 0, 96, 96), 18, 18)
    painter.end()
    return QIcon(pixmap)
