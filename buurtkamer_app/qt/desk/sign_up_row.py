"""One line of a sign-up sheet on screen: name, persons, phone number, and what became of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.desk.sheets.records import EnteredLine, SignUpLine
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.desk.keyed_row import KeyedRow
from buurtkamer_app.qt.desk.sheet_row import number

CELLS: Final = ("name", "persons", "phone")
HEADS: Final = (mark("Name"), mark("How many people?"), mark("Phone"))
_LONGEST: Final = (200, 4, 40)
_WIDEST: Final = (None, 6.0, 11.0)  # times the size of type; the name takes what is left
_LEAST: Final = 9.0
_MARK: Final = 1.2


class SignUpRow(KeyedRow):
    """The widgets of one line in a grid; a line that was entered shows how its party stands now, locked."""

    def __init__(self, line: int, owner: QWidget) -> None:
        super().__init__(tuple(QLineEdit(owner) for _ in CELLS), owner)
        self.line = line
        self.entered: EnteredLine | None = None
        self.label, self.state, self.sign = QLabel(str(line), owner), QLabel(owner), QLabel(owner)
        em = owner.fontInfo().pixelSize()
        for name, cell, most, wide in zip(CELLS, self.cells, _LONGEST, _WIDEST, strict=True):
            cell.setObjectName(f"{name}_{line}")
            cell.setMaxLength(most)
            if wide is None:
                cell.setMinimumWidth(round(_LEAST * em))
            else:
                cell.setFixedWidth(round(wide * em))
        self.state.setProperty("kind", "soft")
        self.state.setWordWrap(True)
        self._mark = round(_MARK * em)
        self.say()

    @property
    def widgets(self) -> list[QWidget]:
        """Give all that is in the grid."""
        return [self.label, *self.cells, self.sign, self.state, self.trouble]

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put it in a grid, in three of its rows: what it says, how it stands, what is wrong."""
        for column, widget in enumerate((self.label, *self.cells)):
            grid.addWidget(widget, row, column)
            # A layout shows what it is given a moment later, and until then nothing can be typed there.
            widget.show()
        grid.addWidget(self.sign, row + 1, 0)
        grid.addWidget(self.state, row + 1, 1, 1, 3)
        grid.addWidget(self.trouble, row + 2, 1, 1, 3)

    def lock(self, entered: EnteredLine | None, *, hidden: bool) -> None:
        """Show what was entered, without names where they are `hidden`, or let it be typed."""
        was, self.entered = self.entered, entered
        if entered is not None:
            name = translate("Somebody") if hidden else entered.name
            shown = (name, str(entered.persons), "" if hidden else entered.phone)
            for cell, text in zip(self.cells, shown, strict=True):
                cell.setText(text)
        elif was is not None:
            for cell in self.cells:
                cell.clear()
        for cell in self.cells:
            cell.setReadOnly(entered is not None)
        self.say()

    def say(self) -> None:
        """Say which line it is, and how it stands."""
        words = _state(self.entered) if self.entered is not None else ""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.sign.setVisible(bool(words))
        if self.entered is not None:
            glyph = "xmark" if self.entered.cancelled else "hourglass-half" if self.entered.waiting else "circle-check"
            self.sign.setPixmap(icons.icon(glyph, theme.colours().petrol).pixmap(self._mark, self._mark))
        own = translate("Line {line}", line=self.line)
        for head, cell in zip(HEADS, self.cells, strict=True):
            cell.setAccessibleName(f"{own}, {translate(head)}" + (f", {words}" if words else ""))

    def read(self) -> SignUpLine:
        """Give what is typed, one person where no number is; raises `RefusedError` for what cannot be."""
        name, persons, phone = (cell.text() for cell in self.cells)
        return SignUpLine(self.line, name.strip(), number(persons) if persons.strip() else 1, phone.strip())


def _state(entered: EnteredLine) -> str:
    if entered.cancelled:
        words = translate("withdrew later")
    else:
        words = translate("on the waiting list") if entered.waiting else translate("has a place")
    return f"{words} · {translate('entered by {name}', name=entered.by)}" if entered.by else words
