"""Puts Vandaag together: what one counts with at once, the rest after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer

from buurtkamer_app.qt.desk.day import DayPanel
from buurtkamer_app.qt.desk.tally import TallyPanel
from buurtkamer_app.qt.pages.today import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.privacy.retention.records import Ran
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.wishes.heard import HeardPanel

_AFTER_START: Final = 15_000  # milliseconds
_PATIENCE: Final = 0.05  # seconds of one go of letting things go


class Vandaag:
    """The page, and what others ask of it; `heed` is told which panels want to know who is at the desk."""

    def __init__(self, tasks: Tasks[Any], handed: Handed, heed: Callable[[Callable[[Actor], None]], None]) -> None:
        self._tasks, self._handed, self._heed = tasks, handed, heed
        self._heard: HeardPanel | None = None
        self._day = day = DayPanel(tasks)
        self.page = TodayPage(day=day, tally=TallyPanel(tasks, handed.now))
        self.page.names_hidden.connect(handed.names_hidden)
        heed(day.set_actor)
        day.opened.connect(self._let_go)
        day.cover_asked.connect(handed.ask_cover)

    def complete(self) -> tuple[Draft, ...]:
        """Make the rest; give the drafts that are kept when somebody leaves."""
        from buurtkamer_app.qt.activities.programme import ProgrammePanel
        from buurtkamer_app.qt.desk.arrivals import ArrivalsPanel
        from buurtkamer_app.qt.desk.clock import ClockPanel
        from buurtkamer_app.qt.desk.figures import FiguresPanel
        from buurtkamer_app.qt.desk.handover import HandoverPanel
        from buurtkamer_app.qt.desk.help_asked import HelpPanel
        from buurtkamer_app.qt.desk.locked_tallies import LockedTalliesPanel
        from buurtkamer_app.qt.exchange.answered import AnsweredPanel
        from buurtkamer_app.qt.pages.today import Parts
        from buurtkamer_app.qt.wishes.heard import HeardPanel

        tasks = self._tasks
        arrivals, programme, figures = ArrivalsPanel(tasks), ProgrammePanel(tasks), FiguresPanel(tasks)
        heard, handover, locked = HeardPanel(tasks), HandoverPanel(tasks), LockedTalliesPanel(tasks)
        answered = AnsweredPanel(tasks)
        notices = (ClockPanel(tasks), locked, answered)
        self.page.complete(Parts(arrivals, programme, figures, heard, HelpPanel(tasks), handover, notices))
        for heeding in (arrivals, programme, heard, handover, locked, answered):
            self._heed(heeding.set_actor)
        for hiding in (arrivals, programme, figures, heard, handover, answered):
            self.page.names_hidden.connect(hiding.hide_names)
        handover.asked.connect(self._handed.ask)
        answered.wish_asked.connect(self._handed.show_wish)
        answered.answers_asked.connect(lambda: self._handed.ask("answers"))
        arrivals.visitor_asked.connect(self._handed.ask_visitor)
        self._heard = heard
        return heard.draft, handover.draft

    def names_hidden(self) -> bool:
        """Tell whether names are hidden now."""
        return self.page.hide_names.isChecked()

    def write_wish(self, heard: str = "") -> None:
        """Put the cursor where a wish is written; what was `heard` stands there, unless somebody was typing already."""
        if self._heard is None:
            return
        if heard and not self._heard.text.toPlainText().strip():
            self._heard.text.setPlainText(heard)
        self._heard.text.setFocus()

    def print_pack(self) -> None:
        """Print the power-cut pack, as the closing of the day does."""
        self._day.print_pack()

    def keep_up_soon(self) -> None:
        """Let wishes go on by themselves a while after the start: who is counted meanwhile does not wait for it."""
        self._later = QTimer(self.page, singleShot=True, interval=_AFTER_START)
        self._later.timeout.connect(self._keep_up)
        self._later.start()

    def _keep_up(self) -> None:
        self._tasks.write(lambda services: services.keeping_up.keep_up(), _nothing_more)
        self._tasks.write(lambda services: services.settling.settle(), _nothing_more)

    def _let_go(self) -> None:
        """Let go what was kept long enough: the opening of the day is when it is looked at."""
        self._tasks.write(lambda services: services.retention.run(patience=_PATIENCE), self._let_more_go)
        self._keep_up()

    def _let_more_go(self, ran: Outcome[Ran]) -> None:
        """Go on where there was much: in between, whoever counts does not wait."""
        left = ran.value.left
        if left is not None:
            self._tasks.write(lambda services: services.retention.run(left, _PATIENCE), self._let_more_go)


def _nothing_more(_: object) -> None:
    """Leave it to what was changed: panels read again by themselves."""
