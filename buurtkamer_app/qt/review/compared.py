"""What is compared as rows of a table: a room or period each, with the figures of one part, in the order asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.table_model import Column, RecordsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from buurtkamer_app.review.records import Amount, Block, Comparison, Line, Side


@dataclass(frozen=True, slots=True)
class Row:
    """A room or period with its figures, in words and as they sort."""

    side: Side
    said: tuple[str, ...]
    amounts: tuple[Amount | None, ...]


class ComparedModel(RecordsModel[Row]):
    """Shows the figures of one part of a comparison; which ones differs, so its columns do too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._lines: tuple[Line, ...] = ()
        self._periods = False

    @property
    def records(self) -> tuple[Row, ...]:
        """Give the rows in their order."""
        return self._records

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the figures that are shown."""
        return self._lines

    def show_block(self, comparison: Comparison, block: Block) -> None:
        """Show the figures of a part, in the order in which the sides came."""
        from buurtkamer_app.review.records import By
        from buurtkamer_app.review.words import said

        lines = block.lines
        rows = [
            Row(
                side,
                tuple(said(line.amounts[at], line) for line in lines),
                tuple(line.amounts[at] for line in lines),
            )
            for at, side in enumerate(comparison.sides)
        ]
        self.beginResetModel()
        self._lines, self._periods = lines, comparison.by is By.PERIOD
        self._columns = (
            Column("", lambda row: row.side.name),
            *(Column(line.name, lambda row, at=at: row.said[at], figures=True) for at, line in enumerate(lines)),  # type: ignore[misc]
        )
        self.endResetModel()
        self.put(rows)

    def order(self, column: int, *, down: bool) -> None:
        """Sort by a column: 0 by name or by day, the others by their figure; what is not known comes last."""
        known: Sequence[Row] = [row for row in self._records if column == 0 or row.amounts[column - 1] is not None]
        rest = [row for row in self._records if row not in known]
        self.put([*sorted(known, key=self._named if column == 0 else _by(column), reverse=down), *rest])

    def _named(self, row: Row) -> tuple[int, str]:
        """Give the place of a room by its name, and that of a period by its days: March comes before April."""
        return (row.side.first.toordinal() if self._periods else 0, row.side.name.casefold())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if section == 0 and orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Room or period")
        return super().headerData(section, orientation, role)


def _by(column: int) -> Callable[[Row], tuple[int, str]]:
    def place(row: Row) -> tuple[int, str]:
        amount = row.amounts[column - 1]
        return (amount.low if amount is not None else 0, "")

    return place
