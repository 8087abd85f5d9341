"""Columns beside each other that come under each other where large type or a small window leaves no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QTableView

from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fold(owner: QWidget, *rows: QBoxLayout) -> None:
    """Put what stands in these rows beside each other when there is room, else under each other, the first on top."""
    ways = QBoxLayout.Direction
    for row in rows:
        row.setDirection(ways.TopToBottom if narrow(owner) else ways.LeftToRight)


def fold_within(owner: QWidget, enough: int, *rows: QBoxLayout) -> None:
    """Put what stands in these rows under each other where the owner is narrower than `enough` lines of its type."""
    ways = QBoxLayout.Direction
    small = owner.width() < enough * owner.fontMetrics().height()
    for row in rows:
        row.setDirection(ways.TopToBottom if small else ways.LeftToRight)


def keep_last(table: QTableView) -> None:
    """Keep the last column as wide as what it says: with large type the table is scrolled, and nothing is cut off."""
    header = table.horizontalHeader()
    last = header.count() - 1
    header.setMinimumSectionSize(max(header.sectionSizeHint(last), table.sizeHintForColumn(last)))
