"""What every row of a paper sheet on screen has in common: its cells, and what is said under it to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLineEdit, QWidget

    from buurtkamer_app.base.errors import BuurtkamerError


class KeyedRow:
    """A row that is keyed back, cell by cell; one that was entered before is locked, and `entered` tells what it is."""

    entered: object

    def __init__(self, cells: tuple[QLineEdit, ...], owner: QWidget) -> None:
        self.cells, self.trouble = cells, Sentence(owner)
        self._why: BuurtkamerError | None = None
        for cell in cells:
            cell.textEdited.connect(self.trouble.clear)

    @property
    def touched(self) -> bool:
        """Tell whether something is typed here that is not entered yet."""
        return self.entered is None and any(cell.text().strip() for cell in self.cells)

    @property
    def refused(self) -> BuurtkamerError | None:
        """Give what is said under the row to be wrong, None when nothing is."""
        return None if self.trouble.isHidden() else self._why

    def complain(self, error: BuurtkamerError) -> None:
        """Say under the row what is wrong."""
        self._why = error
        self.trouble.trouble(error)

    def refuse(self, error: BuurtkamerError) -> None:
        """Say under the row what is wrong, and stand in its first cell."""
        self.complain(error)
        self.cells[0].setFocus()
        self.cells[0].selectAll()


Row = TypeVar("Row", bound=KeyedRow)
Line = TypeVar("Line")


def stand_in_first(rows: Sequence[KeyedRow]) -> bool:
    """Stand in the first row that is free; tell whether there is one."""
    free = next((row for row in rows if row.entered is None), None)
    if free is not None:
        free.cells[0].setFocus()
    return free is not None


def all_read(rows: Sequence[Row], read: Callable[[Row], Line]) -> list[Line] | None:
    """Give what is typed; None when something cannot be: it is said at each of those rows."""
    lines, wrong = [], []
    for row in rows:
        row.trouble.clear()
        if row.touched:
            try:
                lines.append(read(row))
            except RefusedError as error:
                wrong.append((row, error))
    for row, why in reversed(wrong):
        row.refuse(why)
    return None if wrong else lines
