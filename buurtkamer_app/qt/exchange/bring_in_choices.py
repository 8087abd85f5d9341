"""What a list that comes in is, and what each of its columns says: guessed, shown, and changed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.lists.records import TITLES
from buurtkamer_app.exchange.tables.columns import SEVERAL, ListKind
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.exchange.bring_in_column import BringInColumn
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.exchange.lists.records import OpenedList
    from buurtkamer_app.exchange.tables.columns import Chosen, Field

_HEADS_WITHIN: Final = 15  # rows in which the heads can be said to stand


class BringInChoices(Form):
    """`changed` gives what is chosen now; `other` a sheet and a kind whose columns are to be guessed anew."""

    changed = Signal(object)
    other = Signal(int, object)
    form: ClassVar[str] = "exchange/bring_in_choices"
    what: QBoxLayout
    kind: QComboBox
    sheet_frame: QFrame
    sheet: QComboBox
    heads: QComboBox
    column_lines: QBoxLayout
    never_words: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedList | None = None
        self.chosen: Chosen | None = None
        self.lines: list[BringInColumn] = []
        self._never: tuple[str, ...] = ()
        self._hidden = False
        for kind in ListKind:
            self.kind.addItem("", kind)
        for box in (self.kind, self.sheet):
            box.activated.connect(lambda _: self._guess())
        self.heads.activated.connect(lambda _: self._set_heads())
        self.say()

    def open(self, opened: OpenedList, chosen: Chosen) -> None:
        """Show a file and what is chosen of it."""
        if opened is not self.opened:
            self.sheet.clear()
            for at, sheet in enumerate(opened.sheets):
                self.sheet.addItem(sheet.name, at)
            self.sheet_frame.setVisible(len(opened.sheets) > 1)
        self.opened, self.chosen, self._never = opened, chosen, ()
        self.kind.setCurrentIndex(self.kind.findData(chosen.kind))
        self.sheet.setCurrentIndex(chosen.sheet)
        self.heads.clear()
        for at in range(-1, min(_HEADS_WITHIN, len(opened.sheets[chosen.sheet].rows))):
            self.heads.addItem("", at)
        self.heads.setCurrentIndex(chosen.heads_in + 1)
        discard(self.column_lines, self.lines)
        for place, head in enumerate(opened.columns(chosen)):
            samples = opened.samples(chosen, place)
            if head or samples:
                self._add_line(BringInColumn(place, head, samples, chosen.kind, self), chosen.columns.get(place))
        self.say()

    def stops(self) -> list[QWidget]:
        """Give what Tab goes through, in its order."""
        return [self.kind, self.sheet, self.heads, *(line.says for line in self.lines)]

    def tell_never(self, heads: tuple[str, ...]) -> None:
        """Say which columns hold what is never kept of anybody."""
        self._never = heads
        self.say()

    def hide_names(self, *, hidden: bool) -> None:
        """Show nothing of what stands in the columns, or show it again."""
        self._hidden = hidden
        for line in self.lines:
            line.hide_names(hidden=hidden)

    def say(self) -> None:
        for at in range(self.kind.count()):
            self.kind.setItemText(at, translate(TITLES[ListKind(self.kind.itemData(at))]))
        for at in range(self.heads.count()):
            self.heads.setItemText(at, self._heads_told(int(self.heads.itemData(at))))
        never = ", ".join(self._never)
        self.never_words.setText(translate("This is never kept here: {heads}.", heads=never) if never else "")
        self.never_words.setVisible(bool(never))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.what)

    def _guess(self) -> None:
        self.other.emit(int(self.sheet.currentData()), ListKind(self.kind.currentData()))

    def _set_heads(self) -> None:
        if self.chosen is not None:
            self.changed.emit(replace(self.chosen, heads_in=int(self.heads.currentData())))

    def _add_line(self, line: BringInColumn, field: Field | None) -> None:
        line.put(field)
        line.hide_names(hidden=self._hidden)
        line.changed.connect(self._column)
        self.column_lines.addWidget(line)
        self.lines.append(line)

    def _column(self, place: int, field: Field | None) -> None:
        """Take over what a column says; what said the same before is not used any more."""
        if self.chosen is None:
            return
        columns = {
            at: known
            for at, known in self.chosen.columns.items()
            if at != place and (known is not field or known in SEVERAL)
        }
        if field is not None:
            columns[place] = field
        self.chosen = replace(self.chosen, columns=dict(sorted(columns.items())))
        for line in self.lines:
            line.put(columns.get(line.place))
        self.changed.emit(self.chosen)

    def _heads_told(self, at: int) -> str:
        if at < 0 or self.opened is None or self.chosen is None:
            return translate("No line: there are no heads")
        return translate("Line {number}", number=self.opened.sheets[self.chosen.sheet].rows[at].number)
