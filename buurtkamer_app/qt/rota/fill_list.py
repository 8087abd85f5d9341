"""The lines of a proposal, day by day: a model of headings and lines, and the list that walks and ticks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import register
from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.rota.filling.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from buurtkamer_app.rota.filling.draft import Line

_ROLE = Qt.ItemDataRole
BOX: Final = 2.9  # times the size of type: how wide the place is that ticks a line


class FillModel(QAbstractListModel):
    """Shows a heading for each day, and its lines; `ticked` gives the number of a line and whether it is wanted."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._rows: list[int | date] = []

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines, which stand by day."""
        self.beginResetModel()
        self._lines, self._rows = list(lines), []
        for number, line in enumerate(self._lines):
            if number == 0 or self._lines[number - 1].key.on != line.key.on:
                self._rows.append(line.key.on)
            self._rows.append(number)
        self.endResetModel()

    def change(self, lines: Sequence[Line]) -> None:
        """Show lines that changed, of which there are as many, on the same days."""
        self._lines = list(lines)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line | None:
        """Give the line of a row, None for a heading."""
        number = self.number(index)
        return self._lines[number] if number is not None else None

    def number(self, index: QModelIndex | QPersistentModelIndex) -> int | None:
        """Give the number of the line of a row, None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, int) else None

    def at(self, number: int) -> QModelIndex:
        """Give where a line stands; nowhere when there is none of that number."""
        return self.index(self._rows.index(number)) if number in self._rows else QModelIndex()

    def heading(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Give the words of a heading."""
        row = self._rows[index.row()]
        return "" if isinstance(row, int) else dates.day_heading(row)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index)
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return fill_words.aloud(line) if line is not None else self.heading(index)
        if role == _ROLE.CheckStateRole and line is not None and line.kind is not Kind.OPEN:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = _ROLE.EditRole) -> bool:
        line, number = self.line(index), self.number(index)
        if role != _ROLE.CheckStateRole or line is None or number is None or line.kind is Kind.OPEN:
            return False
        self.ticked.emit(number, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if line.kind is Kind.OPEN else flags | Qt.ItemFlag.ItemIsUserCheckable


class FillList(QListView):
    """A line is ticked by a press on its box or with the space bar; `chosen` tells that another one is at hand."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cards")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def turn(self, index: QModelIndex) -> None:
        """Tick a line, or untick it."""
        state = index.data(_ROLE.CheckStateRole)
        if state is not None:
            other = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
            self.model().setData(index, other, _ROLE.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() <= BOX * self.fontInfo().pixelSize():
            self.turn(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines again: Qt keeps heights that it measured when the list was narrower or wider."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines again when the size of type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()


register(FillList)
