"""The lines of a sign-up sheet, in the order of the paper: Tab goes to the right, Enter to the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.desk.keyed_row import all_read, stand_in_first
from buurtkamer_app.qt.desk.sign_up_row import CELLS, HEADS, SignUpRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.desk.sheets.records import EnteredLine, SignUpLine, SignUpSheet
    from buurtkamer_app.qt.desk.typed import Typed

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_DEEP: Final = 3  # rows of the grid that a line takes


class SignUpRows(QObject):
    """Fills a grid with lines; `edited`: something changed, `ended`: Enter was pressed in the last line."""

    edited = Signal()
    ended = Signal()

    def __init__(self, grid: QGridLayout, owner: QWidget, typed: Typed) -> None:
        super().__init__(owner)
        self._grid, self._owner, self._typed = grid, owner, typed
        self.rows: list[SignUpRow] = []
        self._heads = [QLabel(owner) for _ in HEADS]
        for column, head in enumerate(self._heads, 1):
            head.setProperty("kind", "strong")
            grid.addWidget(head, 0, column)
        self.waiting = QLabel(owner)
        self.waiting.setProperty("kind", "strong")
        self.waiting.hide()
        grid.setColumnStretch(1, 1)
        self.say()

    def make(self, sheet: SignUpSheet, after: QWidget) -> None:
        """Make the lines that stand on the paper; Tab goes from the last of them to `after`."""
        self.rows = [SignUpRow(line, self._owner) for line in range(1, sheet.lines + 1)]
        before: QWidget | None = None
        for row in self.rows:
            # The heading of the waiting list stands before its first line, as on the paper.
            place = 1 + _DEEP * (row.line - 1) + (row.line > sheet.places)
            if row.line == sheet.places + 1:
                self._grid.addWidget(self.waiting, place - 1, 0, 1, 4)
                self.waiting.show()
            row.place(self._grid, place)
            for name, cell in zip(CELLS, row.cells, strict=True):
                cell.installEventFilter(self)
                cell.textEdited.connect(self.edited)
                self._typed.watch(f"{row.line}.{name}", cell)
                if before is not None:
                    QWidget.setTabOrder(before, cell)
                before = cell
        if before is not None:
            QWidget.setTabOrder(before, after)

    def put(self, entered: Sequence[EnteredLine], *, hidden: bool) -> None:
        """Lock the lines that were entered, without names where they are `hidden`; what is typed elsewhere stays."""
        known = {entry.line: entry for entry in entered}
        for row in self.rows:
            new = known.get(row.line)
            for name, cell in zip(CELLS, row.cells, strict=True):
                if new is not None:
                    self._typed.drop(f"{row.line}.{name}")
                elif row.entered is not None:
                    cell.clear()
                    self._typed.watch(f"{row.line}.{name}", cell)
                cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus if new is not None else Qt.FocusPolicy.StrongFocus)
            row.lock(new, hidden=hidden)
        self.edited.emit()

    def say(self) -> None:
        """Write the words of heads and lines in the language of the moment."""
        for head, words in zip(self._heads, HEADS, strict=True):
            head.setText(translate(words))
        self.waiting.setText(translate("Waiting list"))
        for row in self.rows:
            row.say()

    def start(self) -> bool:
        """Stand in the first free line; tell whether there is one."""
        return stand_in_first(self.rows)

    def lines(self) -> list[SignUpLine] | None:
        """Give what is typed; None when something cannot be: it is said at each of those lines."""
        return all_read(self.rows, SignUpRow.read)

    def persons(self) -> int:
        """Give how many persons are typed that are not entered yet, what cannot be read as nobody."""
        found = 0
        for row in self.rows:
            if row.touched:
                try:
                    found += row.read().persons
                except RefusedError:
                    continue
        return found

    def at(self, line: object) -> SignUpRow | None:
        """Give the row of a line."""
        return next((row for row in self.rows if row.line == line), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the name of the next free line, or up and down a column."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in _ENTER:
            self._go(watched, 1, 0)
        elif event.key() in _STEPS:
            self._go(watched, _STEPS[Qt.Key(event.key())], None)
        else:
            return False
        return True

    def _go(self, cell: QObject, step: int, column: int | None) -> None:
        """Go so many free lines further, to a cell of the same or of another column."""
        free = [row for row in self.rows if row.entered is None or cell in row.cells]
        place = next((place for place, row in enumerate(free) if cell in row.cells), 0)
        own = next((place for place, other in enumerate(free[place].cells) if other is cell), 0)
        if place + step == len(free):
            self.ended.emit()
        elif place + step >= 0:
            to = free[place + step].cells[own if column is None else column]
            to.setFocus()
            to.selectAll()
