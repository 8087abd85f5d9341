"""The list under a field in which one types: it lies over the page, so that nothing moves, and never takes the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from buurtkamer_app.qt.desk.coming import Choice


class Suggestions(QListWidget):
    """Shows what fits, the first one chosen; `chosen` gives what somebody pressed."""

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, panel: QWidget) -> None:
        super().__init__(panel)
        self._field = field
        self._panel = panel
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # All rows are one line: with each letter only one is measured.
        self.setUniformItemSizes(True)
        self._values: list[Choice] = []
        self.itemClicked.connect(lambda item: self.chosen.emit(self._values[self.row(item)]))
        self.hide()

    def put(self, rows: Sequence[tuple[str, Choice]], *, chosen: int = 0) -> None:
        """Show rows: what is read, and what is chosen with it; none takes the list away.

        The row `chosen` is chosen to begin with, -1 is none.
        """
        self._values = [value for _, value in rows]
        # Rows that stay are written over: making them anew with each letter takes as long as painting them.
        for place, (words, _) in enumerate(rows):
            item = self.item(place) or QListWidgetItem(self)
            if item.text() != words:
                item.setText(words)
        while self.count() > len(rows):
            self.takeItem(len(rows))
        self.setCurrentRow(chosen)
        # At once: laid out later, it would be painted twice.
        self.doItemsLayout()
        if rows:
            self._lie_under_field()
        self.setVisible(bool(rows))

    def current(self) -> Choice | None:
        """Give what is chosen, None when nothing is."""
        if self.currentRow() < 0:
            return None
        return self._values[self.currentRow()]

    def step(self, rows: int) -> None:
        """Choose the next or the one before; it shows again when it was taken away."""
        if not self.count():
            return
        if self.currentRow() < 0:
            self.setCurrentRow(0 if rows > 0 else self.count() - 1)
        elif self.isVisible():
            self.setCurrentRow((self.currentRow() + rows) % self.count())
        self.show()

    def follow(self) -> None:
        """Lie under the field again: it was moved by a sentence above it."""
        if self.isVisible():
            self._lie_under_field()

    def showEvent(self, event: QShowEvent) -> None:
        """Paint nothing of the page under it; its style, which it has by now, would let that shine through."""
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def _lie_under_field(self) -> None:
        page = self._panel.parentWidget() or self._panel
        if self.parentWidget() is not page:
            self.setParent(page)
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + 8
        corner = self._field.mapTo(page, QPoint(0, self._field.height()))
        self.setGeometry(corner.x(), corner.y() + 2, self._field.width(), height)
        self.raise_()
