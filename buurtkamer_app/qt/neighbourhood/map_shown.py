"""The schematic map as a widget that shows it: one mark is the chosen one, and may stand elsewhere for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Map
from buurtkamer_app.qt.neighbourhood.map_picture import MapPicture

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPaintEvent

    from buurtkamer_app.neighbourhood.resources.records import OnMap, Spot

_TARGET: Final = 48  # pixels that the place of a mark has at least
_WIDEST: Final = 1060


class MapShown(QWidget):
    """Draws the map as wide as it may be; `key` is that of the chosen mark, `spot` where it is moved to now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = Map(0, ())
        self.key: UUID | None = None
        self.spot: Spot | None = None
        self._hidden = False
        self._picture: MapPicture | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, found: Map, *, hidden: bool = False) -> None:
        """Show a map; residents have no name when `hidden`."""
        self.map, self._hidden, self._picture = found, hidden, None
        least = round(_TARGET * places.THOUSAND / found.side) if found.side else 0
        self.setMinimumSize(least, self.heightForWidth(least))
        self.update()

    def mark(self) -> OnMap | None:
        """Give the chosen mark, None when nothing is chosen."""
        return next((mark for mark in self.map.marks if mark.entry.id == self.key), None)

    def at(self, mark: OnMap) -> QRectF:
        """Give where a mark is drawn."""
        moved = self.spot if mark.entry.id == self.key else None
        return self.picture().box(moved or mark.spot)

    def picture(self) -> MapPicture:
        """Give the map as it is drawn at this size."""
        wide = min(self.width(), round(self.height() * places.WIDE / places.HIGH))
        if self._picture is None or self._picture.wide != wide:
            self._picture = MapPicture(self.map, self.font(), max(1, wide), hidden=self._hidden)
        return self._picture

    def heightForWidth(self, width: int) -> int:
        return round(min(width, _WIDEST) * places.HIGH / places.WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        moved = {self.key: self.spot} if self.key is not None and self.spot is not None else {}
        self.picture().draw(painter, moved, self.key, ringed=self.hasFocus())
        painter.end()
