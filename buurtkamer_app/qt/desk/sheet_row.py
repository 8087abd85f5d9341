"""One row of a paper sheet on screen: the hour, three cells, and how it stands."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.sheets.records import EnteredHour, SheetLine
from buurtkamer_app.desk.sheets.rules import check_line
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.desk.keyed_row import KeyedRow

COLUMNS: Final = ("count", "children", "first_time")
_CELL: Final = 5.5  # times the size of type
_MARK: Final = 1.2
_NUMBER: Final = re.compile(r"\d{1,4}", re.ASCII)


def number(typed: str) -> int:
    """Read a cell; an empty one is 0. Raises `RefusedError` for what is no number."""
    if not typed.strip():
        return 0
    if _NUMBER.fullmatch(typed.strip()) is None:
        raise RefusedError("Type a number, or leave it empty.")
    return int(typed)


class SheetRow(KeyedRow):
    """The widgets of one hour in a grid; an hour that was entered shows what stands there, locked."""

    def __init__(self, hour: int, owner: QWidget) -> None:
        super().__init__(tuple(QLineEdit(owner) for _ in COLUMNS), owner)
        self.hour = hour
        self.entered: EnteredHour | None = None
        self.label, self.state, self.sign = QLabel(owner), QLabel(owner), QLabel(owner)
        em = owner.fontInfo().pixelSize()
        for name, cell in zip(COLUMNS, self.cells, strict=True):
            cell.setObjectName(f"{name}_{hour}")
            cell.setFixedWidth(round(_CELL * em))
        self.state.setProperty("kind", "soft")
        size = round(_MARK * em)
        self.sign.setPixmap(icons.icon("circle-check", theme.colours().petrol).pixmap(size, size))
        self.say()

    @property
    def widgets(self) -> list[QWidget]:
        """Give all that is in the grid."""
        return [self.label, *self.cells, self.sign, self.state, self.trouble]

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put it in a grid, in two of its rows."""
        for column, widget in enumerate((self.label, *self.cells, self.sign, self.state)):
            grid.addWidget(widget, row, column)
            if widget is not self.sign:
                # A layout shows what it is given a moment later, and until then nothing can be typed there.
                widget.show()
        grid.addWidget(self.trouble, row + 1, 0, 1, 6)

    def lock(self, entered: EnteredHour | None) -> None:
        """Show what was entered, or let it be typed."""
        if entered is not None:
            for cell, value in zip(self.cells, (entered.count, entered.children, entered.first_time), strict=True):
                cell.setText(str(value))
        elif self.entered is not None:
            for cell in self.cells:
                cell.clear()
        self.entered = entered
        for cell in self.cells:
            cell.setReadOnly(entered is not None)
        self.say()

    def say(self) -> None:
        """Say the hour, and whether it was entered."""
        hours = translate("{first}.00 to {last}.00", first=self.hour, last=self.hour + 1)
        self.label.setText(hours)
        names = (translate("Visitors"), translate("Children"), translate("First time"))
        known = self.entered is not None
        by = self.entered.by if self.entered is not None else ""
        words = translate("entered by {name}", name=by) if by else translate("entered")
        self.state.setText(words if known else "")
        self.sign.setVisible(known)
        for name, cell in zip(names, self.cells, strict=True):
            cell.setAccessibleName(f"{hours}, {name}" + (f", {words}" if known else ""))

    def line(self, sheet: str) -> SheetLine:
        """Give what is typed; raises `RefusedError` for what cannot be."""
        line = SheetLine(sheet, self.hour, *(number(cell.text()) for cell in self.cells))
        check_line(line)
        return line

    def sums(self) -> tuple[int, int, int]:
        """Give visitors, children and first time as they stand here, what cannot be read as nothing."""
        first, second, third = (_readable(cell.text()) for cell in self.cells)
        return first, second, third


def _readable(typed: str) -> int:
    try:
        return number(typed)
    except RefusedError:
        return 0
