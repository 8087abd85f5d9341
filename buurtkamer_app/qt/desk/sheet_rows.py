"""The rows of a paper sheet, in the order of the paper: Tab goes to the right, Enter goes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.desk.keyed_row import all_read, stand_in_first
from buurtkamer_app.qt.desk.sheet_row import COLUMNS, SheetRow
from buurtkamer_app.qt.discard import discard

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from buurtkamer_app.desk.sheets.records import EnteredHour, SheetLine
    from buurtkamer_app.qt.desk.typed import Typed

_HEADS: Final = (mark("Hour"), mark("Visitors"), mark("Children"), mark("First time"))
_DOWN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SheetRows(QObject):
    """Fills a grid with rows; `edited` says that a number changed, `ended` that Enter was pressed in the last cell."""

    edited = Signal()
    ended = Signal()

    def __init__(self, grid: QGridLayout, owner: QWidget, typed: Typed) -> None:
        super().__init__(owner)
        self._grid, self._owner, self._typed = grid, owner, typed
        self.rows: list[SheetRow] = []
        self._made: list[QWidget] = []
        self._heads = [QLabel(owner) for _ in _HEADS]
        for column, head in enumerate(self._heads):
            head.setProperty("kind", "strong")
            grid.addWidget(head, 0, column)
        grid.setColumnStretch(5, 1)

    def put(self, hours: Sequence[int], entered: Sequence[EnteredHour], before: QWidget, after: QWidget) -> None:
        """Show these hours between two fields; what is typed or wrong at an hour stays, unless it is entered now."""
        known = {entry.hour: entry for entry in entered}
        wrong = {row.hour: why for row in self.rows if (why := row.refused) is not None}
        for row in self.rows:
            for name, cell in zip(COLUMNS, row.cells, strict=True):
                key = f"{row.hour}.{name}"
                (self._typed.drop if row.entered or row.hour in known else self._typed.leave)(key)
                cell.removeEventFilter(self)
        discard(self._grid, self._made)
        self.rows = [SheetRow(hour, self._owner) for hour in hours]
        for place, row in enumerate(self.rows):
            row.place(self._grid, 2 * place + 1)
            self._made += row.widgets
            row.lock(known.get(row.hour))
            if row.entered is None and row.hour in wrong:
                row.complain(wrong[row.hour])
            for name, cell in zip(COLUMNS, row.cells, strict=True):
                cell.installEventFilter(self)
                cell.textEdited.connect(self.edited)
                if row.entered is None:
                    self._typed.watch(f"{row.hour}.{name}", cell)
                else:
                    cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                QWidget.setTabOrder(before, cell)
                before = cell
        QWidget.setTabOrder(before, after)
        self.edited.emit()

    def say(self) -> None:
        """Write the words of heads and rows in the language of the moment."""
        for head, words in zip(self._heads, _HEADS, strict=True):
            head.setText(translate(words))
        for row in self.rows:
            row.say()

    def start(self) -> bool:
        """Stand in the first free cell; tell whether there is one."""
        return stand_in_first(self.rows)

    def clear(self, hours: Collection[int] | None = None) -> None:
        """Let go of what is typed at these hours, or at all: it is on disk."""
        for row in self.rows:
            if hours is not None and row.hour not in hours:
                continue
            for name, cell in zip(COLUMNS, row.cells, strict=True):
                self._typed.drop(f"{row.hour}.{name}")
                cell.clear()

    def lines(self, sheet: str) -> list[SheetLine] | None:
        """Give what is typed; None when something cannot be: it is said at each of those rows."""
        return all_read(self.rows, lambda row: row.line(sheet))

    def at(self, hour: object) -> SheetRow | None:
        """Give the row of an hour."""
        return next((row for row in self.rows if row.hour == hour), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down or up a column as one keys a column of numbers."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _DOWN:
            self._go(watched, 1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(watched, -1)
        else:
            return False
        return True

    def _go(self, cell: QObject, step: int) -> None:
        """Go to the next free cell of the column, and on to the next column."""
        column = [other for place in range(len(COLUMNS)) for row in self.rows for other in row.cells[place : place + 1]]
        free: list[QLineEdit] = [other for other in column if not other.isReadOnly() or other is cell]
        place = next((place for place, other in enumerate(free) if other is cell), 0) + step
        if place == len(free):
            self.ended.emit()
        elif place >= 0:
            free[place].setFocus()
            free[place].selectAll()
