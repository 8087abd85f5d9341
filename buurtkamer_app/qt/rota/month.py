"""The month at a glance: of each day whether it is full or what is open, and what is at risk in the coming weeks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.month_grid import BUTTONS, PAGES, STEPS, WEEK, WEEKS, arrange, weeks_of
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota.month_day import MonthDay
from buurtkamer_app.qt.rota.said import open_places, risk
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QDialog, QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.ahead import DayAhead, Risk
    from buurtkamer_app.services import Services

_AT_ONCE: Final = 8  # sentences that fit beside the month


class Seen(NamedTuple):
    """What was read: the month's first day, today, how each day of its weeks stands, what is at risk."""

    first: date
    today: date
    days: Sequence[DayAhead]
    risks: Sequence[Risk]
    may_plan: bool


class RotaMonth(Panel):
    """Walks through months; `opened` gives the day whose week somebody wants to see."""

    form: ClassVar[str] = "rota/month"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "shift",
            "place",
            "absence",
            "along",
            "host",
            "host_card",
            "certificate",
            "closure",
            "shift_pattern",
            "series",
            "changed_date",
            "cancelled_date",
        }
    )
    head: QBoxLayout
    walk: QBoxLayout
    columns: QBoxLayout
    title: QLabel
    summary: QLabel
    how: QLabel
    grid: QGridLayout
    before: QPushButton
    now: QPushButton
    after: QPushButton
    print_it: QPushButton
    risk: QFrame
    none: QLabel
    risks: QVBoxLayout
    more: QPushButton

    opened = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._first: date | None = None
        self._seen: Seen | None = None
        self._wanted: date | None = None
        self._under: bool | None = None
        self._said: list[QWidget] = []
        self.dialog: QDialog | None = None
        self.names, self.numbers = [QLabel() for _ in range(WEEK)], [QLabel() for _ in range(WEEKS)]
        self.days = [MonthDay() for _ in range(WEEKS * WEEK)]
        for label in (*self.names, *self.numbers):
            label.setProperty("kind", "soft")
        for day in self.days:
            day.clicked.connect(lambda _=False, day=day: self.opened.emit(day.on))
        self.before.clicked.connect(lambda: self._go(-1))
        self.now.clicked.connect(lambda: self._go(None))
        self.after.clicked.connect(lambda: self._go(1))
        self.more.clicked.connect(self._say_all)
        self.print_it.clicked.connect(self._print)
        self.more.hide()
        self.none.hide()
        self._fit()
        walk(self.print_it, *self.days, self.more)

    def refresh(self) -> None:
        first = self._first
        self.tasks.read(lambda s: read_month(s, first), self._show)

    def say(self) -> None:
        for column, name in enumerate(self.names):
            name.setText(dates.short_weekday(date(2024, 1, 1) + timedelta(days=column)))
        seen = self._seen
        if seen is None:
            return
        words = dates.month(seen.first)
        self.title.setText(words[:1].upper() + words[1:])
        here = sum(day.open for day in seen.days if day.on.month == seen.first.month and day.on >= seen.today)
        self.summary.setText(open_places(here))
        for week, number in enumerate(self.numbers[: len(seen.days) // WEEK]):
            number.setText(translate("wk {number}", number=seen.days[week * WEEK].on.isocalendar().week))
        for cell in self.days:
            cell.say(whole=bool(self._under))
        self._say_risks(_AT_ONCE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day with the arrows, from month to month with Page Up and Page Down."""
        key, here = Qt.Key(event.key()), next((day for day in self.days if day.hasFocus()), None)
        if key in PAGES:
            self._wanted = here.on if here is not None else None
            self._go(PAGES[key])
        elif key in STEPS and here is not None and here.on is not None:
            self._walk(here.on, STEPS[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the days of a week beside each other, or all under each other where the window is narrow."""
        under = narrow(self)
        fold(self, self.head, self.columns)
        fold_within(self, BUTTONS, self.walk)
        if under != self._under:
            self._under = under
            arrange(self.grid, self.names, self.numbers, self.days, under=under)
            self._show_days()
            self.say()

    def _walk(self, on: date, step: int) -> None:
        """Go to a day with shifts, in another month when it is there."""
        one = timedelta(days=step if not self._under else (1 if step > 0 else -1))
        to = on + one
        there = next((cell for cell in self.days if cell.on == to and not cell.isHidden()), None)
        while there is None and self._seen is not None and to.month == on.month:
            to += one
            there = next((cell for cell in self.days if cell.on == to and not cell.isHidden()), None)
        if there is not None and there.isEnabled():
            there.setFocus()
        elif self._seen is not None and to.month != self._seen.first.month:
            self._wanted, self._first = to, to.replace(day=1)
            self.outdate()

    def _go(self, months: int | None) -> None:
        """Go so many months on, or to the one of today."""
        first = self._seen.first if self._seen is not None else None
        if months is None or first is None:
            self._first = None
        else:
            self._first = months_later(first, months)
            self._wanted = self._first if self._wanted is not None else None
        self.outdate()

    def _show(self, seen: Seen) -> None:
        self._seen, self._first = seen, seen.first
        for cell, day in zip(self.days, seen.days, strict=False):
            cell.put(day, month=seen.first.month, today=seen.today)
        # Said first: a button that is seen before it has its kind is given its looks twice.
        self.say()
        self._show_days()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            there = next((cell for cell in self.days if cell.on == wanted and not cell.isHidden()), None)
            (there or next(cell for cell in self.days if not cell.isHidden())).setFocus()

    def _show_days(self) -> None:
        """Show the weeks that the month has, on weekdays with shifts; of a list of days, those that have something."""
        seen = self._seen
        weeks = len(seen.days) // WEEK if seen is not None else 0
        used = {day.on.weekday() for day in seen.days if day.shifts} if seen is not None else set()
        for column, name in enumerate(self.names):
            name.setHidden(bool(self._under) or column not in used)
            self.grid.setColumnStretch(column + 1, int(column == 0 if self._under else column in used))
        for row, number in enumerate(self.numbers):
            cells = self.days[row * WEEK : (row + 1) * WEEK]
            for column, cell in enumerate(cells):
                said = column in used
                if self._under:
                    said = seen is not None and cell.is_worth_a_line(seen.first.month)
                cell.setVisible(row < weeks and said)
            number.setVisible(row < weeks and (not self._under or any(not cell.isHidden() for cell in cells)))

    def _say_all(self) -> None:
        self._say_risks(None)

    def _say_risks(self, most: int | None) -> None:
        discard(self.risks, self._said)
        found = self._seen.risks if self._seen is not None else ()
        for one in found[:most]:
            label = QLabel(f"• {risk(one)}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.risks.addWidget(label)
            self._said.append(label)
        self.none.setVisible(self._seen is not None and not found)
        left = len(found) - len(self._said)
        self.more.setVisible(left > 0)
        self.more.setText(translate("Show the rest: {count}", count=left))

    def _print(self) -> None:
        from buurtkamer_app.qt.rota.sheet import SheetDialog, month_sheet

        if self._seen is not None:
            self.dialog = SheetDialog(self.tasks, month_sheet(self._seen.first), self, phones=self._seen.may_plan)
            self.dialog.open()


def read_month(services: Services, first: date | None) -> Seen:
    """Read how the days of a month stand, from the Monday of its first week on; None is this month."""
    today = services.room.today()
    first = first or today.replace(day=1)
    weeks = weeks_of(first)
    ahead = services.outlook.seen(weeks[0], weeks[-1] + timedelta(days=WEEK - 1))
    may_plan = services.sign_in.actor.role >= Role.COORDINATOR
    return Seen(first, today, ahead.days, ahead.risks, may_plan)
