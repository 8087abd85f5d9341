"""Today's programme: what is on, where, led by whom, how many take part; and the way to who does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.qt.activities.programme_row import ProgrammeRow, places
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.activities.taking_part import TakingPartDialog
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

__all__ = ["ProgrammePanel", "places"]

# In heights of a line of type: below so much, a row puts its parts under each other; so much is seen at least.
_ENOUGH: Final = 27
_LEAST: Final = 5


def _today(services: Services) -> tuple[list[Occurrence], time]:
    """Read what is on; the pictures are guessed here and remembered, so that the window need not."""
    from buurtkamer_app.activities.pictograms import pictogram

    now = services.room.now()
    found = services.activities.occurrences(now.date(), now.date())
    for occurrence in found:
        pictogram(occurrence.series)
    return found, now.time()


class ProgrammePanel(Panel):
    """The activities of today in order of time; a resident who leads one is not named while names are hidden.

    Who is signed in opens an activity to see and say who takes part; a locked desk only reads.
    """

    form: ClassVar[str] = "activities/programme"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"series", "sign_up", "headcount", "closure", "cancelled_date", "participation"}
    )
    nothing: QLabel
    area: QScrollArea
    body: QWidget
    rows: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = False
        self.dialog: TakingPartDialog | None = None
        self.shown: list[ProgrammeRow] = []
        self._signed_in = False
        self._today: tuple[tuple[Occurrence, bool], ...] | None = None
        # Until somebody scrolls, the card begins with what is on now.
        self._at_now = True
        bar = self.area.verticalScrollBar()
        bar.actionTriggered.connect(self._let_be)
        bar.rangeChanged.connect(lambda: QTimer.singleShot(0, self, self._scroll))
        self.set_actor(NOBODY)

    def set_actor(self, actor: Actor) -> None:
        """Let this person open an activity; what was being typed in one waits while nobody is signed in."""
        self._signed_in = actor.role >= Role.HOST
        if self.dialog is not None:
            if self._signed_in:
                self.dialog.open()
            else:
                self.dialog.hide()
        self.say()
        self._begin_now()

    def hide_names(self, hidden: bool) -> None:
        """Say "a resident" instead of the name of one."""
        self.names_hidden = hidden
        if self.dialog is not None:
            self.dialog.hide_names(hidden)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(_today, self._show)

    def say(self) -> None:
        """Write the rows anew; the keyboard stays where it was."""
        focused = next((row.occurrence.series.id for row in self.shown if row.who.hasFocus()), None)
        discard(self.rows, [*self.shown])
        self.shown = []
        self.nothing.setText(translate("There is nothing on today. Plan an activity on the page Activities."))
        self.nothing.setVisible(self._today == ())
        for occurrence, over in self._seen():
            row = ProgrammeRow(self.body)
            row.put(occurrence, over=over, names_hidden=self.names_hidden, opens=self._signed_in)
            row.who.clicked.connect(partial(self.open, occurrence))
            self.rows.addWidget(row)
            row.show()
            self.shown.append(row)
            if occurrence.series.id == focused:
                row.who.setFocus()
        self._fit()

    def open(self, occurrence: Occurrence) -> None:
        """Show who takes part in an activity of today."""
        from buurtkamer_app.qt.activities.taking_part import TakingPartDialog

        def closed() -> None:
            self.dialog = None

        self.dialog = TakingPartDialog(self.tasks, occurrence.series, occurrence.on, self, self.names_hidden)
        self.dialog.finished.connect(closed)
        self.dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, found: tuple[list[Occurrence], time]) -> None:
        today = tuple((occurrence, occurrence.series.ends <= found[1]) for occurrence in found[0])
        # Each minute the same again: who is on a button stays on it.
        if today != self._today:
            moved = [over for _, over in today] != [over for _, over in self._today or ()]
            self._today = today
            self.say()
            if moved:
                self._begin_now()

    def _seen(self) -> tuple[tuple[Occurrence, bool], ...]:
        """Give what is shown: without signing in one reads on past what is over, as long as something comes."""
        left = tuple((occurrence, over) for occurrence, over in self._today or () if not over)
        return left if left and not self._signed_in else self._today or ()

    def _begin_now(self) -> None:
        """Begin with what is on now, once the rows have their places; also when one had scrolled elsewhere."""
        self._at_now = True
        QTimer.singleShot(0, self, self._scroll)

    def _let_be(self) -> None:
        self._at_now = False

    def _scroll(self) -> None:
        left = [row for row in self.shown if not row.over] or self.shown[-1:]
        if left and self._at_now and not any(row.who.hasFocus() for row in self.shown):
            self.area.verticalScrollBar().setValue(left[0].y())

    def _fit(self) -> None:
        """Scroll inside the card; where rows stand under each other, or nobody is signed in, let the page scroll."""
        line = self.fontMetrics().height()
        stacked = self.width() < _ENOUGH * line
        for row in self.shown:
            row.stack(stacked)
        whole = self.body.sizeHint().height()
        if self.body.hasHeightForWidth():
            whole = self.body.heightForWidth(self.area.width())
        inside = self._signed_in and not stacked
        self.area.setMinimumHeight(min(whole, _LEAST * line) if inside else whole)
