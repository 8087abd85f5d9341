"""The list under a field in which one types: it lies over the page, so that nothing moves, and never takes the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Suggestions(QListWidget):
    """Shows what fits, the first one chosen; `chosen` gives what somebody pressed."""

    chosen = Signal(str)

    def __init__(self, field: QLineEdit, panel: QWidget) -> None:
        super().__init__(panel)
        self._field = field
        self._panel = panel
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.hide()

    def put(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show rows: what is read, and what is chosen with it; none takes the list away."""
        self.clear()
        for words, value in rows:
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, value)
        self.setCurrentRow(0)
        if rows:
            self._lie_under_field()
        self.setVisible(bool(rows))

    def current(self) -> str | None:
        """Give what is chosen, None when there is nothing to choose."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole)) if self.count() else None

    def step(self, rows: int) -> None:
        """Choose the next or the one before; it shows again when it was taken away."""
        if self.count():
            self.setCurrentRow((self.currentRow() + rows) % self.count() if self.isVisible() else self.currentRow())
            self.show()

    def _lie_under_field(self) -> None:
        page = self._panel.parentWidget() or self._panel
        if self.parentWidget() is not page:
            self.setParent(page)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 8
        corner = self._field.mapTo(page, QPoint(0, self._field.height()))
        self.setGeometry(corner.x(), corner.y() + 2, self._field.width(), height)
        self.raise_()
