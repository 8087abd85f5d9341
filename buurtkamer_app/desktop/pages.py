"""Makes the panels and hands them to the pages: which pages there are depends on who is at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.desk.day import DayPanel
from buurtkamer_app.qt.desk.tally import TallyPanel
from buurtkamer_app.qt.page import PageSpec
from buurtkamer_app.qt.pages.today import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.qt.draft import Draft
    from buurtkamer_app.qt.room.screen import ScreenPanel
    from buurtkamer_app.qt.safekeeping.backup import BackupPanel
    from buurtkamer_app.qt.tasks import Tasks


class Handed(NamedTuple):  # made before the first paint: a dataclass takes 0.4 ms
    """What pages need from the desktop itself: the time, this computer's settings, and who hears what they ask."""

    now: Callable[[], datetime]
    settings: Callable[[], Settings]
    hear_screen: Callable[[ScreenPanel], None]
    hear_backup: Callable[[BackupPanel], None]
    hide: Callable[[], None]
    names_hidden: Callable[[bool], None]


class Pages:
    """The pages of one window; each is made when it is first shown, Vandaag at once."""

    def __init__(self, tasks: Tasks[Any], handed: Handed) -> None:
        self._tasks = tasks
        self._handed = handed
        self._actor = NOBODY
        self._heeding: list[Callable[[Actor], None]] = []
        self._drafts: list[Draft] = []
        self.today: TodayPage | None = None
        self._specs = (
            (Role.NOBODY, PageSpec("today", 1, mark("Today"), "house", self._today)),
            (Role.HOST, PageSpec("wishes", 2, mark("Wishes"), "lightbulb", self._wishes)),
            (Role.HOST, PageSpec("activities", 3, mark("Activities"), "calendar-days", self._activities)),
            (Role.HOST, PageSpec("rota", 4, mark("Rota"), "people-group", self._rota)),
            (Role.HOST, PageSpec("prints", 7, mark("Printing"), "print", self._prints)),
            (Role.COORDINATOR, PageSpec("office", 8, mark("Office"), "gear", self._office)),
        )

    def specs(self) -> list[PageSpec]:
        """Give the pages that whoever is at the desk may see."""
        return [spec for needs, spec in self._specs if self._actor.role >= needs]

    def set_actor(self, actor: Actor) -> None:
        """Tell every page who is at the desk."""
        self._actor = actor
        for heed in self._heeding:
            heed(actor)

    def keep_drafts(self) -> None:
        """Keep what is being typed on any page now."""
        for draft in self._drafts:
            draft.keep()

    def _heed(self, heed: Callable[[Actor], None]) -> None:
        self._heeding.append(heed)
        heed(self._actor)

    def _today(self) -> QWidget:
        """Make what one counts with; `complete_today` makes the rest."""
        day = DayPanel(self._tasks)
        self.today = TodayPage(day=day, tally=TallyPanel(self._tasks, self._handed.now))
        self.today.names_hidden.connect(self._handed.names_hidden)
        self._heed(day.set_actor)
        return self.today

    def complete_today(self) -> None:
        """Make the rest of Vandaag, which the first paint does not wait for."""
        from buurtkamer_app.qt.activities.programme import ProgrammePanel
        from buurtkamer_app.qt.desk.arrivals import ArrivalsPanel
        from buurtkamer_app.qt.desk.figures import FiguresPanel
        from buurtkamer_app.qt.wishes.heard import HeardPanel

        if self.today is None:
            return
        arrivals, heard, programme = ArrivalsPanel(self._tasks), HeardPanel(self._tasks), ProgrammePanel(self._tasks)
        figures = FiguresPanel(self._tasks)
        self.today.complete(arrivals=arrivals, programme=programme, heard=heard, figures=figures)
        self._heed(arrivals.set_actor)
        self._heed(heard.set_actor)
        self._drafts.append(heard.draft)
        for hide in (arrivals.hide_names, heard.hide_names, programme.hide_names):
            self.today.names_hidden.connect(hide)

    def _wishes(self) -> QWidget:
        from buurtkamer_app.qt.pages.wishes import WishesPage
        from buurtkamer_app.qt.planner.plan import PlanPanel
        from buurtkamer_app.qt.wishes.board import WishesPanel

        board, plan = WishesPanel(self._tasks), PlanPanel(self._tasks)
        page = WishesPage(board, plan)
        self._drafts.append(board.noted.draft)
        board.plan_asked.connect(plan.begin)
        board.plan_asked.connect(page.show_planning)
        plan.left.connect(page.show_page)
        return self._hiding(page)

    def _activities(self) -> QWidget:
        from buurtkamer_app.qt.activities.week import WeekPanel
        from buurtkamer_app.qt.pages.activities import ActivitiesPage
        from buurtkamer_app.qt.planner.plan import PlanPanel

        week, plan = WeekPanel(self._tasks), PlanPanel(self._tasks)
        page = ActivitiesPage(week, plan)
        week.plan_asked.connect(plan.begin)
        week.plan_asked.connect(page.show_planning)
        plan.left.connect(page.show_page)
        return self._hiding(page)

    def _rota(self) -> QWidget:
        from buurtkamer_app.qt.pages.rota import RotaPage
        from buurtkamer_app.qt.rota.week import RotaPanel

        week = RotaPanel(self._tasks)
        self._heed(week.set_actor)
        return self._hiding(RotaPage(week))

    def _prints(self) -> QWidget:
        from buurtkamer_app.qt.pages.prints import PrintsPage
        from buurtkamer_app.qt.printing.wall import WallPanel

        return self._hiding(PrintsPage(WallPanel(self._tasks)))

    def _office(self) -> QWidget:
        from buurtkamer_app.qt.exchange.log import LogPanel
        from buurtkamer_app.qt.pages.office import OfficePage
        from buurtkamer_app.qt.people.hosts import HostsPanel
        from buurtkamer_app.qt.room.closures import ClosuresPanel
        from buurtkamer_app.qt.room.screen import ScreenPanel
        from buurtkamer_app.qt.safekeeping.backup import BackupPanel

        screen, backup = ScreenPanel(self._handed.settings()), BackupPanel(lambda: self._handed.now().date())
        self._handed.hear_screen(screen)
        self._handed.hear_backup(backup)
        page = OfficePage(
            [
                (mark("Log for the professional"), "file-export", LogPanel(self._tasks)),
                (mark("Hosts"), "user-plus", HostsPanel(self._tasks)),
                (mark("Closed days"), "door-closed", ClosuresPanel(self._tasks)),
                (mark("This screen"), "text-height", screen),
                (mark("Backup"), "floppy-disk", backup),
            ]
        )
        self._heed(page.admit)
        return self._hiding(page)

    def _hiding(self, page: QWidget) -> QWidget:
        """Let F8 hide what stands on a page: from there it leads to Vandaag, with its names hidden."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence("F8"), page, self._handed.hide, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return page
