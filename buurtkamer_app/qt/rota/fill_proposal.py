"""A proposal for the rota as it is looked at: its lines, ticked or not, and who else could have a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton

from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.qt.rota.fill_drawing import FillDrawing
from buurtkamer_app.qt.rota.fill_figures import FillFigures
from buurtkamer_app.qt.rota.fill_list import FillList, FillModel
from buurtkamer_app.qt.rota.fill_other import FillOther
from buurtkamer_app.rota.filling.draft import Draft

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.rota.filling.proposed import Proposed, TakenOver

_LIST: Final = 18  # times the size of type: how high the list is at least


class FillProposal(Form):
    """`take_asked` gives what is ticked when it is to be taken over."""

    form: ClassVar[str] = "rota/fill_proposal"
    troubles: QLabel
    taking: QFrame
    take_row: QBoxLayout
    take: QPushButton
    all: QPushButton
    none: QPushButton
    figures: QPushButton
    columns: QBoxLayout
    lines: FillList
    other_slot: QBoxLayout

    take_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed: Proposed | None = None
        self.draft: Draft | None = None
        self.shown: FillFigures | None = None
        self.other = FillOther()
        self.other_slot.addWidget(self.other)
        self.model = FillModel(self)
        self.lines.setModel(self.model)
        self.lines.setItemDelegate(FillDrawing(self.lines, self.model))
        self.take.clicked.connect(lambda: self.take_asked.emit(self.draft.chosen() if self.draft else []))
        self.all.clicked.connect(lambda: self._tick_all(wanted=True))
        self.none.clicked.connect(lambda: self._tick_all(wanted=False))
        self.figures.clicked.connect(self._show_figures)
        self.model.ticked.connect(self._tick)
        self.lines.chosen.connect(self._look_at)
        self.other.given.connect(self._give)

    @property
    def lines_left(self) -> int:
        """Give how many lines there are to look at yet."""
        return len(self.draft.lines) if self.draft else 0

    def put(self, proposed: Proposed) -> None:
        """Show a proposal, all of it ticked."""
        self._proposed, self.draft = proposed, Draft(proposed)
        self._lay()

    def take_focus(self) -> None:
        """Bring the keyboard to the button that takes over, or to the lines when there is nothing to take over."""
        (self.take if self.take.isEnabled() else self.lines).setFocus()

    def after(self, done: TakenOver) -> None:
        """Keep what stays open, and what could not be taken over with the sentence that says why."""
        if self.draft is not None:
            self.draft.after(done.refused)
            self._lay()

    def say(self) -> None:
        if self._proposed is None or self.draft is None:
            return
        troubles = self._proposed.filled.troubles
        self.troubles.setText("\n".join(label.say() for label in troubles))
        self.troubles.setVisible(bool(troubles))
        to_tick = any(line.host is not None for line in self.draft.lines)
        for button in (self.take, self.all, self.none):
            button.setVisible(to_tick)
        chosen = len(self.draft.chosen())
        self.take.setText(fill_words.take(chosen))
        self.take.setEnabled(chosen > 0)
        self.lines.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.take_row, self.columns)
        self.lines.setMinimumHeight(_LIST * self.fontInfo().pixelSize())

    def _lay(self) -> None:
        if self.draft is not None:
            self.model.put(self.draft.lines)
        self.lines.setVisible(bool(self.lines_left))
        self.other.setVisible(bool(self.lines_left))
        self._look_at()
        self.say()

    def _tick(self, number: int, wanted: bool) -> None:
        if self.draft is not None:
            self.draft.tick(number, wanted=wanted)
            self.model.change(self.draft.lines)
            self._look_at()
            self.say()

    def _tick_all(self, *, wanted: bool) -> None:
        if self.draft is not None:
            for number in range(len(self.draft.lines)):
                self.draft.tick(number, wanted=wanted)
            self.model.change(self.draft.lines)
            self._look_at()
            self.say()

    def _look_at(self) -> None:
        """Show who else could have the place of the line at hand."""
        number = self.model.number(self.lines.currentIndex())
        if self.draft is None or number is None:
            self.other.put(None, ())
        else:
            self.other.put(self.draft.lines[number], self.draft.others(number))

    def _give(self, host: UUID) -> None:
        number = self.model.number(self.lines.currentIndex())
        if self.draft is not None and number is not None:
            where = self.draft.give(number, host)
            self._lay()
            self.lines.setCurrentIndex(self.model.at(where))
            self.lines.setFocus()

    def _show_figures(self) -> None:
        if self._proposed is not None:
            self.shown = FillFigures(self._proposed, self)
            self.shown.open()
