"""Fills open shifts of a week, month or quarter: a proposal is made, looked at, changed, and only then taken over."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QProgressBar, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota import fill_words
from buurtkamer_app.qt.rota.fill_period import FillPeriod, Span, period
from buurtkamer_app.qt.rota.fill_proposal import FillProposal
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.filling.proposed import Chosen, Proposed, TakenOver
    from buurtkamer_app.services import Services


class FillPanel(Panel):
    """Nothing is written before somebody takes over what is ticked."""

    form: ClassVar[str] = "rota/fill"
    kinds = frozenset({"shift", "place", "absence", "host", "closure", "shift_pattern"})
    period_slot: QBoxLayout
    proposal_slot: QBoxLayout
    head: QBoxLayout
    anew: QCheckBox
    make: QPushButton
    stop: QPushButton
    progress: QProgressBar
    summary: QLabel
    told: Sentence

    _heard = Signal(int)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._enough: threading.Event | None = None
        self._open: int | None = None
        self._filled = 0
        self._over = False
        self.proposed: Proposed | None = None
        self.period, self.proposal = FillPeriod(), FillProposal()
        self.period_slot.addWidget(self.period)
        self.proposal_slot.addWidget(self.proposal)
        bar, found = self.period, self.proposal
        walk(bar.week, bar.month, bar.quarter, bar.before, bar.after, self.make, self.stop, self.anew)
        walk(self.anew, found.take, found.all, found.none, found.figures, found.lines, found.other.hosts)
        self.period.moved.connect(self._move)
        self.anew.toggled.connect(lambda _: self.say())
        self.make.clicked.connect(self._make)
        self.stop.clicked.connect(self._stop)
        self.proposal.take_asked.connect(self._take)
        self._heard.connect(self._hear)
        self.told.clear()
        self.say()

    def refresh(self) -> None:
        """Look how much is open; what was proposed stays, and is looked at again when it is taken over."""
        chosen = self.period.chosen

        def read(services: Services) -> tuple[date, int, int]:
            today = services.room.today()
            return today, *services.filling.open_places(*(chosen or period(Span.MONTH, today)))

        self.tasks.read(read, self._count)

    def say(self) -> None:
        busy, done = self._enough is not None, self.proposed is not None
        self.make.setVisible(not busy)
        self.make.setText(translate("Fill again") if done else translate("Fill open shifts"))
        self.make.setProperty("kind", "" if done else "main")
        self.make.style().polish(self.make)
        dress(self.make, "wand-magic-sparkles")
        self.make.setEnabled(bool(self._open) or self.anew.isChecked())
        self.stop.setVisible(busy)
        self.progress.setVisible(busy)
        self.period.setEnabled(not busy)
        self.anew.setVisible(self._filled > 0 and not busy)
        self.proposal.setVisible(done and not busy)
        if busy:
            self.summary.setText(translate("The best plan for all places together is being sought…"))
        elif self.proposed is not None and not self._over:
            self.summary.setText(f"{fill_words.summary(self.proposed)} {fill_words.how_good(self.proposed)}")
        else:
            self.summary.setText(fill_words.open_places(self._open) if self._open is not None else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head)

    def _count(self, found: tuple[date, int, int]) -> None:
        today, self._open, self._filled = found
        if not self._filled:
            self.anew.setChecked(False)
        self.period.stands_at(today)
        self.say()

    def _move(self) -> None:
        """Begin again with another period."""
        self.proposed = None
        self.told.clear()
        self.anew.setChecked(False)
        self.say()
        self.outdate()

    def _make(self) -> None:
        chosen, anew = self.period.chosen, self.anew.isChecked()
        if chosen is None:
            return
        enough = self._enough = threading.Event()
        heard = self._heard.emit
        self.told.clear()
        self.progress.setRange(0, max(1, (self._open or 0) + (self._filled if anew else 0)))
        self.progress.setValue(0)

        def work(services: Services, stop: threading.Event) -> Proposed:
            return services.filling.propose(
                *chosen, anew=anew, enough=lambda: stop.is_set() or enough.is_set(), heard=heard
            )

        self.tasks.read_long(translate("The rota is being filled…"), work, self._show, self._trouble)
        self.say()
        self.stop.setFocus()

    def _hear(self, left: int) -> None:
        """Show how far the best plan so far comes."""
        self.progress.setValue(self.progress.maximum() - left)
        if self._enough is not None:
            self.summary.setText(fill_words.so_far(left))

    def _stop(self) -> None:
        if self._enough is not None:
            self._enough.set()

    def _trouble(self, error: BuurtkamerError) -> None:
        self._enough = None
        self.told.trouble(error)
        self.say()

    def _show(self, proposed: Proposed) -> None:
        self._enough, self.proposed, self._over = None, proposed, False
        self.proposal.put(proposed)
        self.say()
        self.proposal.take_focus()

    def _take(self, chosen: Sequence[Chosen]) -> None:
        proposed = self.proposed
        if proposed is not None:
            self.told.clear()
            self.tasks.write(lambda s: s.filling.take_over(proposed, chosen), self._taken, self.told.trouble)

    def _taken(self, done: Outcome[TakenOver]) -> None:
        """Keep what stays open in sight, and what could not be taken over."""
        self._over = True
        self.proposal.after(done.value)
        if not self.proposal.lines_left:
            self.proposed = None
        self.told.tell(lambda: fill_words.taken(done.value))
        self.say()
        # What had the keyboard is gone.
        (self.period.at_hand if self.proposed is None else self.proposal.lines).setFocus()
