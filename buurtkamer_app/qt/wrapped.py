"""Long words in a table go on on a next line, in whatever width their column gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
    from PySide6.QtWidgets import QTableView

_AIR: Final = 1.1  # what stands free to both sides of the words in a cell, in lines of type


class _Wrapping(QStyledItemDelegate):
    """Counts the air beside the words when it says how high they are: without it the last one would be cut off."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        within = QStyleOptionViewItem(option)
        within.rect = option.rect.adjusted(0, 0, -round(_AIR * option.fontMetrics.height()), 0)
        return super().sizeHint(within, index)


def wrap_in(table: QTableView) -> None:
    """Let rows be as high as their words need."""
    table.setWordWrap(True)
    table.setItemDelegate(_Wrapping(table))
    table.horizontalHeader().sectionResized.connect(table.resizeRowsToContents)
