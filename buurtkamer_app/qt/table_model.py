"""One item model for every table: records in, columns that say how to show one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.breaks import fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

R = TypeVar("R")
_ROLE = Qt.ItemDataRole
_PADDING: Final = 1.25  # of a cell beside its words, left and right together, in sizes of the type
EDGE: Final = 6  # pixels that Qt keeps free beside words and beside an icon, left and right together
_LEAST: Final = 2  # lines of type: in a cell narrower than this nothing is broken


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


class WholeLines(QStyledItemDelegate):
    """Makes a row as high as its lines ask: Qt reckons them in the whole cell, but draws them within its padding.

    A word that is wider than its cell goes on on the next line.
    """

    _reckons = False

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        self.break_words(option)

    def break_words(self, option: QStyleOptionViewItem, taken: int = 0) -> None:
        """Let words that are wider than the cell go on below; `taken` is what stands beside them."""
        shown: Any = option
        padding = 0 if self._reckons else int(_PADDING * QFontInfo(shown.font).pixelSize())
        room = shown.rect.width() - padding - EDGE - taken
        if room > _LEAST * shown.fontMetrics.height():
            shown.text = fitting(shown.text, shown.fontMetrics.horizontalAdvance, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        inner: Any = QStyleOptionViewItem(option)
        inner.rect = inner.rect.adjusted(0, 0, -int(_PADDING * QFontInfo(inner.font).pixelSize()), 0)
        self._reckons = True
        size = super().sizeHint(inner, index)
        self._reckons = False
        return size


def share_width(view: QTableView, wide: Container[int]) -> None:
    """Let these columns share the width that the others leave, so that all are in sight; long words take more lines."""
    modes, header = QHeaderView.ResizeMode, view.horizontalHeader()
    view.setWordWrap(True)
    if not isinstance(view.itemDelegate(), WholeLines):
        view.setItemDelegate(WholeLines(view))
    header.setStretchLastSection(False)
    header.setDefaultAlignment(Qt.AlignmentFlag(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap))
    for column in range(header.count()):
        header.setSectionResizeMode(column, modes.Stretch if column in wide else modes.ResizeToContents)
