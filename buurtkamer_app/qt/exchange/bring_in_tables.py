"""The two tables of a list that comes in: its first rows as they will be kept, and all that is not right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHeaderView, QTableView

from buurtkamer_app.exchange.lists.records import Seen
from buurtkamer_app.qt.exchange.bring_in_words import (
    WRONG_COLUMNS,
    Wrong,
    preview,
    preview_columns,
    wrongs,
)
from buurtkamer_app.qt.table_model import RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.lists.records import Looked

_SEEN: Final = 14  # lines of type
_MEASURED: Final = 300  # rows: more are not measured one by one, that takes seconds
_WIDE: Final = 22  # lines of type that a column is wide at most
_AROUND: Final = 5  # lines of type for the heads and the scroll bar
_HIGH: Final = 3  # lines of type of a row that is not measured


class ListTables:
    """Shows what looking at a list gave; each table takes no room while it has nothing to show."""

    def __init__(self, shown: QTableView, wrong: QTableView) -> None:
        self.shown, self.wrong = shown, wrong
        self.first: RecordsModel[Seen] | None = None
        self.faults = RecordsModel[Wrong](WRONG_COLUMNS, wrong)
        show_in(wrong, self.faults)
        _spread(wrong)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        for table in (self.shown, self.wrong):
            table.hide()

    def show(self, looked: Looked, heads: Sequence[str], *, hidden: bool) -> None:
        """Show the first rows and all that is not right; `hidden`: nobody's name."""
        rows, faults = preview(looked), wrongs(looked, heads)
        before = self.first
        self.first = RecordsModel[Seen](preview_columns(looked), self.shown)
        self.first.put(rows)
        show_in(self.shown, self.first)
        _spread(self.shown)
        if before is not None:
            before.deleteLater()
        modes, lines = QHeaderView.ResizeMode, self.wrong.verticalHeader()
        lines.setSectionResizeMode(modes.ResizeToContents if len(faults) <= _MEASURED else modes.Fixed)
        lines.setDefaultSectionSize(_HIGH * self.wrong.fontMetrics().height())
        self.faults.put(faults)
        self.faults.say()
        self.shown.setHidden(hidden or not rows)
        self.wrong.setHidden(hidden or not faults)
        self.fit()

    def fit(self) -> None:
        """Let some rows be in sight, whatever the size of type."""
        for table in (self.shown, self.wrong):
            line, rows = table.fontMetrics().height(), table.model().rowCount() if table.model() is not None else 0
            table.setFixedHeight(min(_SEEN, _AROUND + rows * _HIGH) * line)
            table.horizontalHeader().setMaximumSectionSize(_WIDE * line)


def _spread(table: QTableView) -> None:
    """Let each column be as wide as it asks, up to some lines of type; what is longer goes on below."""
    share_width(table, ())
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setMaximumSectionSize(_WIDE * table.fontMetrics().height())
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
