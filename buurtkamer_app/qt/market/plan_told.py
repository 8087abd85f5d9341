"""The floor plan in words, for who cannot see the drawing; and the parts of the market that have no place yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.plan import words
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Part, Trouble
    from buurtkamer_app.qt.market.plan_scene import PlanScene

_KEY: Final = Qt.ItemDataRole.UserRole


class PlanTold(Form):
    """`chose` gives the thing that somebody chose in the list."""

    form: ClassVar[str] = "market/plan_told"
    chose = Signal(object)
    none: QLabel
    words: QListWidget

    def __init__(self, drawing: PlanScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._lines: list[tuple[UUID, str, bool]] = []
        _wrapping(self.words)
        self.words.currentItemChanged.connect(self._choose)
        self.say()

    def show_plan(self, troubles: Sequence[Trouble]) -> None:
        """Say what stands in the drawing and what is not right there; what says the same is left alone."""
        plan, things = self._drawing.plan, self._drawing.things
        if plan is None:
            return
        lines = []
        for key in self._drawing.in_order():
            thing = things[key]
            wrong = [words.wrong(plan, things, one) for one in troubles if key in words.concerns(one)]
            place = f"{words.size(thing)} · {words.where(thing)}"
            lines.append((key, "\n".join([words.named(plan, thing), place, *wrong]), bool(wrong)))
        if lines != self._lines:
            self._lines = lines
            self._fill()
        self.say()

    def point(self, chosen: Sequence[UUID]) -> None:
        """Point at what is chosen in the drawing."""
        key = chosen[-1] if chosen else None
        self.words.blockSignals(True)
        self.words.setCurrentRow(next((at for at, line in enumerate(self._lines) if line[0] == key), -1))
        self.words.blockSignals(False)

    def say(self) -> None:
        self.none.setHidden(bool(self._lines))
        self.words.setVisible(bool(self._lines))
        self.words.setAccessibleName(translate("Everything on the plan in words"))

    def _fill(self) -> None:
        sign = icons.icon("triangle-exclamation", theme.colours().brick_dark)
        self.words.blockSignals(True)
        self.words.clear()
        for key, line, wrong in self._lines:
            item = QListWidgetItem(line)
            item.setData(_KEY, key)
            if wrong:
                item.setIcon(sign)
            self.words.addItem(item)
        self.words.blockSignals(False)
        self.point(self._drawing.chosen)

    def _choose(self, item: QListWidgetItem | None, _: object = None) -> None:
        if item is not None:
            self.chose.emit(item.data(_KEY))


class PlanWaiting(Form):
    """`stands` gives the part of the market that is to get a place."""

    form: ClassVar[str] = "market/plan_waiting"
    stands = Signal(object)
    all_placed: QLabel
    about: QLabel
    waiting: QListWidget
    stand: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: Sequence[Part] = ()
        self._any = False
        _wrapping(self.waiting)
        self.waiting.currentItemChanged.connect(lambda now, _: self.stand.setEnabled(now is not None))
        self.stand.clicked.connect(self._stand)
        self.say()

    def put(self, parts: Sequence[Part], *, among: int) -> None:
        """Show the parts without a place, of so many that the market has."""
        self._any = among > 0
        if parts != self.parts:
            self.parts = parts
            row = max(self.waiting.currentRow(), 0)
            self.waiting.clear()
            for part in parts:
                item = QListWidgetItem(f"{part.number} · {part.name}")
                item.setData(_KEY, part)
                self.waiting.addItem(item)
            self.waiting.setCurrentRow(min(row, len(parts) - 1))
        self.say()

    def say(self) -> None:
        for part in (self.waiting, self.stand, self.about):
            part.setVisible(bool(self.parts))
        self.all_placed.setHidden(bool(self.parts))
        everything = translate("Everything of the market has a place.")
        self.all_placed.setText(everything if self._any else translate("The market has no stalls or other parts yet."))
        self.waiting.setAccessibleName(translate("Parts of the market without a place"))
        self.stand.setEnabled(self.waiting.currentItem() is not None)

    def _stand(self) -> None:
        if (item := self.waiting.currentItem()) is not None:
            self.stands.emit(item.data(_KEY))


def _wrapping(rows: QListWidget) -> None:
    rows.setWordWrap(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
