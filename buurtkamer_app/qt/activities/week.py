"""The week's programme: seven days as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.activities.around_week import AroundWeek, around_week
from buurtkamer_app.qt.activities.day import DayCard
from buurtkamer_app.qt.activities.look_back import LookBack
from buurtkamer_app.qt.activities.school import with_school_holidays
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.walk import follow
from buurtkamer_app.qt.week_bar import WeekBar
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import Occurrence, WeekProgramme
    from buurtkamer_app.qt.activities.around_week import AroundEvent
    from buurtkamer_app.qt.activities.taking_part import TakingPartDialog
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class _Read(NamedTuple):
    """A week, which day it is, who else uses the spaces, and what there is around the house."""

    week: WeekProgramme
    today: date
    booked: Sequence[Booked]
    around: Sequence[AroundEvent]


class WeekPanel(Panel):
    """The programme of a week; `plan_asked` says that somebody wants to plan something new (it gives None: no wish)."""

    form: ClassVar[str] = "activities/week"
    kinds = frozenset(
        {
            "series",
            "changed_date",
            "sign_up",
            "headcount",
            "closure",
            "closure_choice",
            "opening_hours",
            "cancelled_date",
            "booking",
            "booking_off",
            "market_event",
            "street_activity",
            "programme",
        }
    )
    head: QBoxLayout
    summary: QLabel
    empty: QLabel
    under: QBoxLayout
    hint: QLabel
    week_slot: QHBoxLayout
    look_back_slot: QVBoxLayout
    around_slot: QVBoxLayout
    new: QPushButton
    grid: QGridLayout

    plan_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._week: WeekProgramme | None = None
        self._names_hidden = False
        self.dialog: TakingPartDialog | None = None
        self.days = tuple(DayCard() for _ in range(7))
        weekend = QWidget()
        stack = QVBoxLayout(weekend)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(12)
        for day in self.days[5:]:
            stack.addWidget(day)
        for day in self.days:
            day.opened.connect(self.open)
            day.moved.connect(self.change)
            day.dropped.connect(self._drop)
        self._cells = (*self.days[:5], weekend)
        self.weeks = WeekBar()
        self.week_slot.addWidget(self.weeks)
        self.look_back = LookBack(tasks)
        self.look_back_slot.addWidget(self.look_back)
        self.around = AroundWeek()
        self.around_slot.addWidget(self.around)
        self.weeks.moved.connect(self.refresh)
        self.say()
        self.new.clicked.connect(lambda: self.plan_asked.emit(None))
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes: the weeks, the button beside them, then each day from top to bottom."""
        follow((self.weeks, self.new), (self.look_back,), (self.around,), *((day,) for day in self.days))
        return super().focusNextPrevChild(forward)

    def hide_names(self, hidden: bool) -> None:
        """Show numbers only where names would stand."""
        self._names_hidden = hidden
        for day in self.days:
            day.hide_names(hidden)
        if self.dialog is not None:
            self.dialog.hide_names(hidden)

    def open(self, occurrence: Occurrence) -> None:
        """Show who takes part in an activity of the week, sign up for it, or call it off."""
        from buurtkamer_app.qt.activities.taking_part import TakingPartDialog

        self.dialog = TakingPartDialog(self.tasks, occurrence.series, occurrence.on, self, self._names_hidden)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def change(self, occurrence: Occurrence, to: date) -> None:
        """Ask what it moves when a date goes to another day; nothing goes there before somebody says so."""
        from buurtkamer_app.qt.activities.change import ChangeDialog

        ChangeDialog(self.tasks, occurrence.series, occurrence.on, self, to=to).open()

    def show_week(self, day: date) -> None:
        """Show the week of a day."""
        self.weeks.day = day
        self.outdate()

    def _drop(self, series: UUID, on: date, to: date) -> None:
        shown = self._week.days if self._week is not None else ()
        found = (entry for day in shown for entry in day.occurrences if (entry.series.id, entry.on) == (series, on))
        if (occurrence := next(found, None)) is not None and to != on:
            self.change(occurrence, to)

    def _closed(self) -> None:
        self.dialog = None

    def refresh(self) -> None:
        day = self.weeks.day
        self.tasks.read(lambda s: _read(s, day), self._show)

    def say(self) -> None:
        if self._week is None:
            return
        on = [occurrence for day in self._week.days for occurrence in day.occurrences]
        count = sum(occurrence.goes_on for occurrence in on)
        told = translate("1 activity") if count == 1 else translate("{count} activities", count=count)
        self.summary.setText(f"{dates.week_span(self._week.monday)} · {told}")
        self.empty.setVisible(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, found: _Read) -> None:
        self._week, today, booked, around = found
        self.around.put(around)
        self.weeks.stands_at(self._week.monday)
        for card, day in zip(self.days, self._week.days, strict=True):
            card.put(day, is_today=day.on == today, booked=[one for one in booked if one.on == day.on])
        self.say()

    def _fit(self) -> None:
        """Put the days in three columns, or all under each other where the window is narrow."""
        across = 1 if narrow(self) else 3
        for place, cell in enumerate(self._cells):
            self.grid.addWidget(cell, place // across, place % across)
        for column in range(3):
            self.grid.setColumnStretch(column, int(column < across))
        fold(self, self.head, self.under)


def _read(services: Services, day: date | None) -> _Read:
    """Read a week with who uses its spaces (what is off takes none), and what there is around the house."""
    today = services.room.today()
    week = with_school_holidays(services, services.activities.week(day or today))
    booked = services.bookings.booked(week.monday, week.days[-1].on)
    taken = [one for one in booked if one.off is None]
    return _Read(week, today, taken, around_week(services, week.monday, week.days[-1].on))
