"""Fields with their labels, put in columns beside each other or all under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QGridLayout, QWidget

COLUMNS: Final = 3


def cells_of(form: QWidget) -> list[QFrame]:
    """Give the fields of a form, each with its label."""
    return [cell for cell in form.findChildren(QFrame) if cell.objectName().endswith("_cell")]


def arrange(grid: QGridLayout, cells: Sequence[QWidget], across: int) -> None:
    """Put what is not hidden in so many columns, all of one width."""
    for place, cell in enumerate(cell for cell in cells if not cell.isHidden()):
        grid.addWidget(cell, place // across, place % across)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, int(column < across))
