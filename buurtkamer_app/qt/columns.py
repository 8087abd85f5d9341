"""Columns beside each other that come under each other where large type or a small window leaves no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

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
