"""The rows of a proposal: a wish with its slot, a wish that has none, a wish that asks for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.planner import reasons
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import ENDINGS, quoted

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.planner.proposing.records import Left, OtherEnding, Planned

_LETTERS: Final = 120  # of a wish are shown


class ProposalRow(Form):
    """A slot that is proposed for a wish, to be ticked; `ticked` says that it was or is no longer."""

    form: ClassVar[str] = "planner/proposal_row"
    wanted: QCheckBox
    moment: QLabel
    quote: QLabel
    good: QLabel
    mind: QLabel
    told: Sentence

    ticked = Signal()

    def __init__(self, plan: Planned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.told.clear()
        self.wanted.setChecked(True)
        self.wanted.toggled.connect(lambda _: self.ticked.emit())
        self.say()

    def say(self) -> None:
        asked, slot = self.plan.asked, self.plan.slot
        self.wanted.setText(asked.name)
        self.moment.setText(f"{reasons.when(slot.moment)} · {reasons.where(slot)}")
        self.quote.setText(quoted(asked.texts[0], _LETTERS))
        self.good.setText(reasons.good(slot))
        self.mind.setText(reasons.mind(slot))
        self.mind.setVisible(bool(self.mind.text()))
        told = (asked.name, self.moment.text(), self.good.text(), self.mind.text())
        self.wanted.setAccessibleName(reasons.aloud(told))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a press anywhere on the row tick it."""
        event.accept()
        self.wanted.toggle()


class OtherRow(Form):
    """A wish without a slot, with the reason; `opened` gives its key."""

    form: ClassVar[str] = "planner/other_row"
    state: QLabel
    quote: QLabel
    reason: QLabel
    open: QPushButton

    opened = Signal(object)

    def __init__(self, row: Left | OtherEnding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.open.clicked.connect(lambda: self.opened.emit(self.row.asked.wish))
        self.say()

    def say(self) -> None:
        from buurtkamer_app.planner.proposing.records import Left

        row = self.row
        if isinstance(row, Left):
            self.state.setText(translate("No moment yet: {name}", name=row.asked.name))
            self.reason.setText(reasons.together(row.reasons))
        else:
            ending = translate(ENDINGS[row.ending.ending][0])
            self.state.setText(translate("This looks like something else: {ending}.", ending=ending))
            self.reason.setText(row.ending.reason.say())
        self.quote.setText(quoted(row.asked.texts[0], _LETTERS))
        self.open.setAccessibleName(f"{translate('Look at this wish')}. {self.quote.text()}")
