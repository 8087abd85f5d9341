"""The programme of a month: a row for each week with its number, a day in each column."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.activities.month_day import MonthDay
from buurtkamer_app.qt.activities.school import with_school_holidays
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.month_grid import BUTTONS, PAGES, STEPS, WEEK, WEEKS, arrange, weeks_of
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class _Month(NamedTuple):
    first: date
    today: date
    weeks: Sequence[WeekProgramme]
    booked: Sequence[Booked]


class MonthPanel(Panel):
    """Walks through months; `opened` gives the day whose week somebody wants to see."""

    form: ClassVar[str] = "activities/month"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "series",
            "changed_date",
            "closure",
            "closure_choice",
            "opening_hours",
            "cancelled_date",
            "booking",
            "booking_off",
        }
    )
    title: QLabel
    hint_move: QLabel
    head: QBoxLayout
    walk: QBoxLayout
    grid: QGridLayout
    before: QPushButton
    now: QPushButton
    after: QPushButton

    opened = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._first: date | None = None
        self._shown: _Month | None = None
        self._wanted: date | None = None
        self._under: bool | None = None
        self._names_hidden = False
        self.names = [QLabel() for _ in range(WEEK)]
        self.numbers = [QLabel() for _ in range(WEEKS)]
        self.days = [MonthDay() for _ in range(WEEKS * WEEK)]
        for label in (*self.names, *self.numbers):
            label.setProperty("kind", "soft")
        for day in self.days:
            day.opened.connect(self.opened)
            day.dropped.connect(self._drop)
            day.moved.connect(lambda entry, days: self._drop(entry.series.id, entry.on, entry.on + timedelta(days)))
        self.before.clicked.connect(lambda: self._go(-1))
        self.now.clicked.connect(lambda: self._go(None))
        self.after.clicked.connect(lambda: self._go(1))
        self._fit()
        self.say()

    def refresh(self) -> None:
        first = self._first
        self.tasks.read(lambda s: _read(s, first), self._show)

    def hide_names(self, hidden: bool) -> None:
        """Say only that a space is in use, or by whom again."""
        self._names_hidden = hidden
        if self._shown is not None:
            self._show(self._shown)

    def say(self) -> None:
        for column, name in enumerate(self.names):
            name.setText(dates.weekday(column))
        if self._shown is not None:
            words = dates.month(self._shown.first)
            self.title.setText(words[:1].upper() + words[1:])
            for week, number in zip(self._shown.weeks, self.numbers, strict=False):
                number.setText(translate("wk {number}", number=week.monday.isocalendar().week))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day with the arrows, from month to month with Page Up and Page Down."""
        key, here = Qt.Key(event.key()), self._focused()
        if key in PAGES:
            self._go(PAGES[key])
        elif key in STEPS and here is not None and here.day is not None:
            self._walk(self._next(here.day.on, STEPS[key]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the days of a week beside each other, or all under each other where the window is narrow."""
        under = narrow(self)
        fold(self, self.head)
        fold_within(self, BUTTONS, self.walk)
        if under != self._under:
            self._under = under
            arrange(self.grid, self.names, self.numbers, self.days, under=under)
            for column, name in enumerate(self.names, 1):
                name.setHidden(under)
                self.grid.setColumnStretch(column, int(not under or column == 1))
            for day in self.days:
                day.show_whole(whole=under)
            self._show_days()

    def _focused(self) -> MonthDay | None:
        return next((day for day in self.days if day.hasFocus()), None)

    def _next(self, on: date, step: int) -> date:
        """Give the day that so many days lead to; in a list the next one that is shown, or one of another month."""
        if not self._under:
            return on + timedelta(days=step)
        one = timedelta(days=1 if step > 0 else -1)
        to = on + one
        while to.month == on.month and self._cell(to) is None:
            to += one
        return to

    def _walk(self, to: date) -> None:
        """Go to a day, in another month when it is there."""
        there = self._cell(to)
        if there is not None and self._first is not None and to.month == self._first.month:
            there.setFocus()
            return
        self._wanted, self._first = to, to.replace(day=1)
        self.outdate()

    def _cell(self, on: date) -> MonthDay | None:
        return next((day for day in self.days if day.isVisible() and day.day is not None and day.day.on == on), None)

    def _go(self, months: int | None) -> None:
        """Go so many months on, or to the one of today."""
        if months is None:
            self._first = None
            self.outdate()
            return
        first = self._shown.first if self._shown is not None else None
        if first is not None:
            here = self._focused()
            self._first = months_later(first, months)
            self._wanted = self._first if here is not None else None
            self.outdate()

    def _show(self, found: _Month) -> None:
        self._shown, self._first = found, found.first
        days = [day for week in found.weeks for day in week.days]
        for cell, day in zip(self.days, days, strict=False):
            _put(cell, day, found, names_hidden=self._names_hidden)
        self._show_days()
        self.say()
        wanted, self._wanted = self._wanted, None
        there = self._cell(wanted) if wanted is not None else None
        if wanted is not None and there is None:
            there = next((cell for cell in self.days if cell.isVisible()), None)
        if there is not None:
            there.setFocus()

    def _show_days(self) -> None:
        """Show the weeks that the month has; of a list of days, those of this month that have something."""
        found = self._shown
        weeks, first = (len(found.weeks), found.first) if found is not None else (WEEKS, None)
        for row, number in enumerate(self.numbers):
            cells = self.days[row * WEEK : (row + 1) * WEEK]
            for cell in cells:
                said = not self._under or _worth_a_line(cell, first)
                cell.setVisible(row < weeks and said)
            number.setVisible(row < weeks and (not self._under or any(not cell.isHidden() for cell in cells)))
            self.grid.setRowStretch(row + 1, int(row < weeks and not self._under))

    def _drop(self, series: UUID, on: date, to: date) -> None:
        """Ask what it moves; nothing goes there before somebody says so."""
        from buurtkamer_app.qt.activities.change import ChangeDialog

        shown = self._shown.weeks if self._shown is not None else ()
        entries = (entry for week in shown for day in week.days for entry in day.occurrences)
        found = next((entry for entry in entries if (entry.series.id, entry.on) == (series, on)), None)
        if found is not None and to != on:
            ChangeDialog(self.tasks, found.series, on, self, to=to).open()


def _put(cell: MonthDay, day: DayProgramme, found: _Month, *, names_hidden: bool) -> None:
    booked = [one for one in found.booked if one.on == day.on]
    cell.put(day, booked, month=found.first.month, is_today=day.on == found.today, names_hidden=names_hidden)


def _worth_a_line(cell: MonthDay, first: date | None) -> bool:
    """Tell whether a day of a list is of this month, and has something or is today."""
    day = cell.day
    if day is None or first is None:
        return False
    return day.on.month == first.month and (
        cell.accessibleName().partition(". ")[2] != "" or bool(cell.property("today"))
    )


def _read(services: Services, first: date | None) -> _Month:
    today = services.room.today()
    first = first or today.replace(day=1)
    weeks = [with_school_holidays(services, services.activities.week(begins)) for begins in weeks_of(first)]
    booked = services.bookings.booked(weeks[0].monday, weeks[-1].days[-1].on)
    return _Month(first, today, weeks, [one for one in booked if one.off is None])
