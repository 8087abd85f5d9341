"""Makes the sections of Rooster; each loads what it needs when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.desktop.hearing import Hearing
from buurtkamer_app.desktop.team import team_sections
from buurtkamer_app.qt.pages.for_roles import ForRoles
from buurtkamer_app.qt.pages.sections import Section
from buurtkamer_app.qt.rota.week import RotaPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.tasks import Tasks


class RotaSections:
    """The page and its sections, which hear who is at the desk; `today` says whether names are hidden."""

    def __init__(self, tasks: Tasks[Any], today: TodayPage | None) -> None:
        self._tasks, self._today = tasks, today
        self._actor = Hearing(NOBODY)
        self.week = RotaPanel(tasks)
        self._actor.heed(self.week.set_actor)
        self.page = ForRoles(
            [
                Section("week", mark("Week"), "calendar-days", lambda: self.week),
                Section("month", mark("Month"), "calendar-plus", self._month),
                Section("lists", mark("List"), "file-pen", self._lists),
                Section("fill", mark("Fill open shifts"), "wand-magic-sparkles", self._fill, Role.COORDINATOR),
                Section("times", mark("My times"), "clock", self._times),
                Section("hosts", mark("Hosts"), "users", self._hosts, Role.COORDINATOR),
                Section("hours", mark("Hours"), "hourglass-half", self._hours),
                Section("allowance", mark("Expense allowance"), "coins", self._allowance, Role.COORDINATOR),
                Section("training", mark("Training and support"), "star", self._training, Role.COORDINATOR),
                *team_sections(self._tasks, self._hides, self._actor.heed),
                Section("styles", mark("Shifts and groups"), "gear", self._styles, Role.COORDINATOR),
            ]
        )
        self._actor.heed(self.page.admit)

    def _fill(self) -> QWidget:
        from buurtkamer_app.qt.rota.fill import FillPanel

        return FillPanel(self._tasks)

    def _times(self) -> QWidget:
        from buurtkamer_app.qt.people.my_times import MyTimesPanel

        panel = MyTimesPanel(self._tasks)
        self._actor.heed(panel.set_actor)
        return panel

    def _hosts(self) -> QWidget:
        from buurtkamer_app.qt.people.host_list import HostListPanel

        panel = HostListPanel(self._tasks)
        self._actor.heed(panel.set_actor)
        self._hides(panel.hide_names)
        return panel

    def _hours(self) -> QWidget:
        from buurtkamer_app.qt.team.hours import HoursPanel

        panel = HoursPanel(self._tasks)
        self._actor.heed(panel.set_actor)
        return panel

    def _allowance(self) -> QWidget:
        from buurtkamer_app.qt.team.allowance import AllowancePanel

        panel = AllowancePanel(self._tasks)
        self._actor.heed(panel.set_actor)
        return panel

    def _training(self) -> QWidget:
        from buurtkamer_app.qt.team.training import TrainingPanel

        return TrainingPanel(self._tasks)

    def _month(self) -> QWidget:
        from buurtkamer_app.qt.rota.month import RotaMonth

        made = RotaMonth(self._tasks)
        made.opened.connect(self._show_week)
        return made

    def _lists(self) -> QWidget:
        from buurtkamer_app.qt.rota.lists import RotaLists

        made = RotaLists(self._tasks)
        self._actor.heed(made.set_actor)
        return made

    def _styles(self) -> QWidget:
        from buurtkamer_app.qt.rota.styles import StylesPanel

        return StylesPanel(self._tasks)

    def _show_week(self, day: date) -> None:
        self.week.show_day(day)
        self.page.show_section("week")

    def set_actor(self, actor: Actor) -> None:
        """Tell every section that was made who is at the desk."""
        self._actor.tell(actor)

    def _hides(self, hide: Callable[[bool], None]) -> None:
        """Let a section hear whether names are hidden."""
        if self._today is not None:
            hide(self._today.hide_names.isChecked())
            self._today.names_hidden.connect(hide)
