"""The proposal for all open wishes: made on a press, looked at beside the days as they would be, taken over in part."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.planner import proposal_words
from buurtkamer_app.qt.planner.day_to_be import DayToBe
from buurtkamer_app.qt.planner.proposal_rows import OtherRow, ProposalRow
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.planner.proposing.records import Left, OtherEnding, Proposal, TakenOver
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_KINDS: Final = ("wish", "series", "booking", "closure", "changed_date", "cancelled_date", "space", "shift", "place")


class ProposalPanel(Panel):
    """Nothing is written before somebody takes over what is ticked; `wish_asked` gives the key of a wish to look at."""

    form: ClassVar[str] = "planner/proposal"
    kinds = frozenset(_KINDS)
    head: QBoxLayout
    summary: QLabel
    make: QPushButton
    stop: QPushButton
    progress: QProgressBar
    told: Sentence
    empty: QLabel
    taking: QFrame
    take_row: QBoxLayout
    take: QPushButton
    all: QPushButton
    none: QPushButton
    columns: QBoxLayout
    rows: QVBoxLayout
    week: QVBoxLayout

    wish_asked = Signal(object)
    _heard = Signal(int)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._enough: threading.Event | None = None
        self.proposal: Proposal | None = None
        self._open = 0
        self.plans: list[ProposalRow] = []
        self.others: list[OtherRow] = []
        self._days: list[QWidget] = []
        self.make.clicked.connect(self._make)
        self.stop.clicked.connect(self._stop)
        self.take.clicked.connect(self._take)
        self.all.clicked.connect(lambda: self._tick(wanted=True))
        self.none.clicked.connect(lambda: self._tick(wanted=False))
        self._heard.connect(self.progress.setValue)
        self.told.clear()
        self.say()

    def refresh(self) -> None:
        """Look how many wishes are open; what was proposed stays, and is looked at again when it is taken over."""
        self.tasks.read(_how_many, self._count)

    def say(self) -> None:
        busy, proposal = self._enough is not None, self.proposal
        self.make.setVisible(not busy)
        self.make.setText(translate("Make a proposal") if proposal is None else translate("Make a new proposal"))
        self.make.setEnabled(self._open > 0)
        self.make.setProperty("kind", "main" if proposal is None or not self.plans else "")
        self.make.style().polish(self.make)
        dress(self.make, "wand-magic-sparkles")
        self.stop.setVisible(busy)
        self.progress.setVisible(busy)
        self.summary.setText(proposal_words.summary(self._open, proposal, busy=busy))
        self.empty.setText(proposal_words.empty(self._open, proposal))
        self.empty.setVisible(bool(self.empty.text()) and not busy)
        for row in (*self.plans, *self.others):
            row.say()
        self._weigh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head, self.take_row, self.columns)

    def _count(self, found: int) -> None:
        self._open = found
        self.say()

    def _make(self) -> None:
        """Let a proposal be made; the days and the rows of the one before stay until it is there."""
        enough = self._enough = threading.Event()
        self.told.clear()
        self.progress.setRange(0, max(1, self._open))
        self.progress.setValue(0)
        heard = self._heard.emit

        def work(services: Services, stop: threading.Event) -> Proposal:
            return services.proposing.propose(lambda: stop.is_set() or enough.is_set(), heard)

        self.tasks.read_long(translate("A proposal is being made…"), work, self._show, self._trouble)
        self.say()
        self.stop.setFocus()

    def _stop(self) -> None:
        if self._enough is not None:
            self._enough.set()

    def _trouble(self, error: BuurtkamerError) -> None:
        self._enough = None
        self.told.trouble(error)
        self.say()

    def _show(self, proposal: Proposal) -> None:
        self._enough, self.proposal = None, proposal
        gone: list[QWidget] = [*self.plans, *self.others]
        discard(self.rows, gone)
        self.plans = [ProposalRow(plan) for plan in proposal.plans]
        others: list[Left | OtherEnding] = [*proposal.endings, *proposal.left]
        self.others = [OtherRow(row) for row in others]
        for row in self.plans:
            row.ticked.connect(self._weigh)
            self.rows.addWidget(row)
        for other in self.others:
            other.opened.connect(self.wish_asked)
            self.rows.addWidget(other)
        self.say()
        (self.take if self.plans else self.make).setFocus()

    def _tick(self, *, wanted: bool) -> None:
        """Tick all or none, and show the days once."""
        for row in self.plans:
            with QSignalBlocker(row):
                row.wanted.setChecked(wanted)
        self._weigh()

    def _weigh(self) -> None:
        """Show the days with what is ticked now, and how much that is."""
        from buurtkamer_app.planner.proposing.rules import as_it_would_be

        chosen = [row.plan for row in self.plans if row.wanted.isChecked()]
        self.taking.setVisible(bool(self.plans) and self._enough is None)
        self.take.setEnabled(bool(chosen))
        self.take.setText(proposal_words.take(len(chosen)))
        discard(self.week, self._days)
        for day in as_it_would_be(self.proposal.running if self.proposal else (), chosen):
            self._days.append(DayToBe(day))
            self.week.addWidget(self._days[-1])

    def _take(self) -> None:
        chosen = [row.plan for row in self.plans if row.wanted.isChecked()]
        self.told.clear()
        self.tasks.write(lambda s: s.proposing.take_over(chosen), self._taken, self.told.trouble)

    def _taken(self, done: Outcome[TakenOver]) -> None:
        """Take what became an activity off the list; what could not stays, with the sentence that says why."""
        from dataclasses import replace

        made = {asked.wish for asked, _series in done.value.made}
        gone: list[QWidget] = [row for row in self.plans if row.plan.asked.wish in made]
        self.plans = [row for row in self.plans if row.plan.asked.wish not in made]
        discard(self.rows, gone)
        why = {entry.asked.wish: entry.why for entry in done.value.refused}
        for row in self.plans:
            if (error := why.get(row.plan.asked.wish)) is not None:
                row.told.trouble(error)
                row.wanted.setChecked(False)
        if self.proposal is not None:
            self.proposal = replace(self.proposal, plans=tuple(row.plan for row in self.plans))
        count, refused = len(made), len(why)
        self.told.tell(lambda: proposal_words.taken(count, refused))
        self.say()


def _how_many(services: Services) -> int:
    return len(services.slots.open())
