"""One column of a list that comes in: how it is headed, what stands in it, and the choice what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.tables.columns import COLUMNS, Field
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.exchange.tables.columns import ListKind

_LETTERS: Final = 26
_SHOWN: Final = 44  # letters of what stands in a column: so many fit in large type too


class BringInColumn(Form):
    """`changed` says that somebody chose what this column says: its place, and the field or None."""

    changed = Signal(int, object)
    form: ClassVar[str] = "exchange/bring_in_column"
    line: QBoxLayout
    head: QLabel
    samples: QLabel
    says: QComboBox

    def __init__(self, place: int, head: str, samples: Sequence[str], kind: ListKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.place, self._head, self._samples, self._kind = place, head, samples, kind
        self._hidden = False
        self.says.addItem("", None)
        for column in COLUMNS[kind]:
            self.says.addItem("", column.field)
        self.says.activated.connect(self._choose)
        self.say()

    def put(self, field: Field | None) -> None:
        """Show what the column says."""
        self.says.setCurrentIndex(max(0, self.says.findData(field)) if field is not None else 0)

    def hide_names(self, *, hidden: bool) -> None:
        """Show nothing of what stands in it, or show it again."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        head = _short(self._head) or translate("Column {letters}", letters=letters(self.place))
        self.head.setText(head)
        told = "" if self._hidden else _short(", ".join(self._samples))
        self.samples.setText(translate("In it stands: {words}", words=told) if told else "")
        self.samples.setVisible(bool(told))
        self.says.setItemText(0, translate("I do not use this"))
        for at, column in enumerate(COLUMNS[self._kind], 1):
            self.says.setItemText(at, translate(column.head))
        self.says.setAccessibleName(head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.line)
        # Under each other it is higher than the page took it to be.
        self.setMinimumHeight(self.line.sizeHint().height())

    def _choose(self) -> None:
        said = self.says.currentData()
        self.changed.emit(self.place, Field(said) if said is not None else None)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def letters(place: int) -> str:
    """Give the letters of a column as spreadsheets call it; the first is 0."""
    name = ""
    place += 1
    while place:
        place, left = divmod(place - 1, _LETTERS)
        name = chr(ord("A") + left) + name
    return name
