"""One item model for every table: records in, columns that say how to show one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

R = TypeVar("R")
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: the message id of its header, and how a record is shown in it; figures stand to the right."""

    header: str
    show: Callable[[R], str]
    figures: bool = False


class RecordsModel(QAbstractTableModel, Generic[R]):
    """Shows records in a table, each in one row."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._records: tuple[R, ...] = ()

    def put(self, records: Sequence[R]) -> None:
        """Show these records instead of the ones before."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record(self, index: QModelIndex | QPersistentModelIndex) -> R:
        """Give the record of a row."""
        return self._records[index.row()]

    def say(self) -> None:
        """Say the headers again, in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return column.show(self._records[index.row()])
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if role != _ROLE.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return translate(self._columns[section].header) if 0 <= section < len(self._columns) else None


def show_in(view: QTableView, model: RecordsModel[R]) -> None:
    """Show a model in a table of which one chooses rows; each row is as high as a finger needs."""
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setHighlightSections(False)
