"""Makes the sections of Activiteiten: week, month, series, spaces in use, closed days; each when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desktop.hearing import Hearing
from buurtkamer_app.desktop.market import market_sections
from buurtkamer_app.desktop.street import street_sections
from buurtkamer_app.qt.activities.week import WeekPanel
from buurtkamer_app.qt.pages.activities import ActivitiesPage
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.planner.plan import PlanPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.tasks import Tasks

_WEEK: Final = "week"


class ActivitySections:
    """The page and its sections; `today` says whether names are hidden."""

    def __init__(self, tasks: Tasks[Any], today: TodayPage | None) -> None:
        self._tasks, self._today = tasks, today
        self._actor = Hearing(NOBODY)
        self.ways: dict[str, Callable[[UUID], None]] = {}
        self.week, self.plan = WeekPanel(tasks), PlanPanel(tasks)
        self.page = ActivitiesPage(
            [
                Section(_WEEK, mark("Week"), "calendar-days", lambda: self.week),
                Section("month", mark("Month"), "calendar-days", self._month),
                Section("series", mark("Series"), "calendar-days", self._series),
                Section("bookings", mark("Spaces in use"), "key", self._bookings),
                Section("closures", mark("Closed days"), "door-closed", self._closures),
                *market_sections(self._tasks, self._hides, self._actor.heed, self.ways, self._leave_alone),
                *street_sections(self._tasks, self._hides, self._actor.heed, self.ways),
            ],
            self.plan,
        )
        self.week.plan_asked.connect(self.plan.begin)
        self.week.plan_asked.connect(self.page.show_planning)
        self.week.around.asked.connect(self.open_around)
        self.plan.left.connect(self.page.show_page)
        self._hides(self.week.hide_names)

    def _month(self) -> QWidget:
        from buurtkamer_app.qt.activities.month import MonthPanel

        panel = MonthPanel(self._tasks)
        panel.opened.connect(self._show_week)
        self._hides(panel.hide_names)
        return panel

    def _series(self) -> QWidget:
        from buurtkamer_app.qt.activities.series_list import SeriesPanel

        panel = SeriesPanel(self._tasks)
        self._hides(panel.hide_names)
        return panel

    def _bookings(self) -> QWidget:
        from buurtkamer_app.qt.activities.bookings import BookingsPanel

        panel = BookingsPanel(self._tasks)
        self._hides(panel.hide_names)
        return panel

    def _closures(self) -> QWidget:
        from buurtkamer_app.qt.planner.closures import ClosuresPanel

        panel = ClosuresPanel(self._tasks)
        self._hides(panel.hide_names)
        return panel

    def open_around(self, section: str, key: UUID) -> None:
        """Show a market or a street in its own section."""
        self.page.show_section(section)
        self.ways[section](key)

    def _leave_alone(self, section: str, alone: bool) -> None:
        """Show a section without the choice of others, or with it."""
        self.page.parts.leave_alone(section, alone=alone)

    def _show_week(self, day: date) -> None:
        """Show the week of a day that was chosen in the month."""
        self.week.show_week(day)
        self.page.show_section(_WEEK)

    def set_actor(self, actor: Actor) -> None:
        """Tell every section that was made who is at the desk."""
        self._actor.tell(actor)

    def _hides(self, hide_names: Callable[[bool], None]) -> None:
        """Let names hide and come back with those of Vandaag."""
        if self._today is not None:
            hide_names(self._today.hide_names.isChecked())
            self._today.names_hidden.connect(hide_names)
