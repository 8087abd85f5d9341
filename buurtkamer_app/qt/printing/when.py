"""What a sheet is about: a day, a week, a month, a year, one activity or market; one goes on and back, and to now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QPushButton

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.spans import monday, months_later
from buurtkamer_app.papers.records import Per
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.qt.printing.making import Entry

_ENOUGH: Final = 26  # lines of type in width for the three buttons beside each other
# The first and last day that a calendar of the product has.
_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2199, 12, 31)
_NOW: Final = {
    Per.DAY: mark("Today"),
    Per.WEEK: mark("This week"),
    Per.ACTIVITY: mark("This week"),
    Per.MONTH: mark("This month"),
    Per.QUARTER: mark("This quarter"),
    Per.YEAR: mark("This year"),
}
_WHICH: Final = {
    Per.ACTIVITY: mark("Which activity"),
    Per.MARKET: mark("Which market"),
    Per.STREET: mark("Which street activity"),
}
_BACK: Final = {
    Per.DAY: mark("Previous day"),
    Per.WEEK: mark("Previous week"),
    Per.ACTIVITY: mark("Previous week"),
    Per.MONTH: mark("Previous month"),
    Per.QUARTER: mark("Previous quarter"),
    Per.YEAR: mark("Previous year"),
}
_ON: Final = {
    Per.DAY: mark("Next day"),
    Per.WEEK: mark("Next week"),
    Per.ACTIVITY: mark("Next week"),
    Per.MONTH: mark("Next month"),
    Per.QUARTER: mark("Next quarter"),
    Per.YEAR: mark("Next year"),
}


def stepped(day: date, per: Per, by: int) -> date:
    """Give the day so many days, weeks, months or years later; the calendar ends somewhere."""
    if per is Per.DAY:
        found = day + timedelta(days=by)
    elif per in (Per.WEEK, Per.ACTIVITY):
        found = day + timedelta(weeks=by)
    else:
        found = months_later(day, by * {Per.YEAR: 12, Per.QUARTER: 3}.get(per, 1))
    return max(_FIRST, min(found, _LAST))


class WhenBar(Form):
    """Holds the day that sheets are about; None is today. `moved` tells that it, or the activity, changed.

    `key` is that of the series, market or street activity that was chosen, `blank` that a sheet of none was.
    """

    form: ClassVar[str] = "printing/when"
    turning: QBoxLayout
    says: QLabel
    before: QPushButton
    now: QPushButton
    after: QPushButton
    other: QPushButton
    which: QLabel
    activity: QComboBox

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self.key: UUID | None = None
        self.blank = False
        self._events: dict[Per, tuple[UUID | None, bool]] = {}
        self._per = Per.WEEK
        self._stands: date | None = None
        self._entries: Sequence[Entry] = ()
        self.which.setBuddy(self.activity)
        let_scroll(self)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.now.clicked.connect(lambda: self._go(0))
        self.other.clicked.connect(self._ask)
        self.activity.activated.connect(self._choose)
        self.say()

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab goes to, in order."""
        return self.before, self.after, self.now, self.other, self.activity

    def go_per(self, per: Per) -> None:
        """Hear what the sheet is about."""
        self._per, self._entries = per, ()
        self.key, self.blank = self.picked(per)
        self.say()

    def picked(self, per: Per) -> tuple[UUID | None, bool]:
        """Give the market or street activity that somebody chose, for all sheets of one; whether none was chosen."""
        return self._events.get(per, (None, False))

    def stands_at(self, wanted: Wanted, entries: Sequence[Entry]) -> None:
        """Hear from the one who shows the sheet what it is about."""
        self._stands, self._entries = wanted.day, entries
        self.key = wanted.event or wanted.series
        self.say()

    def stands_in(self, today: date) -> None:
        """Hear which day it is, where no sheet says what it is about."""
        self._stands = self.day or today
        self.say()

    @property
    def monday(self) -> date | None:
        """Give the Monday of the week that it stands in, None while nobody said."""
        return monday(self._stands) if self._stands is not None else None

    def say(self) -> None:
        per = self._per
        bound, of_one = per in _NOW, per in _WHICH
        for part in (self.says, self.before, self.after, self.now, self.other):
            part.setVisible(bound)
        self.which.setVisible(of_one)
        self.activity.setVisible(of_one)
        if of_one:
            self.which.setText(translate(_WHICH[per]))
            self.activity.setAccessibleName(translate(_WHICH[per]))
        if bound:
            self.now.setText(translate(_NOW[per]))
            self.before.setAccessibleName(translate(_BACK[per]))
            self.after.setAccessibleName(translate(_ON[per]))
            self.other.setAccessibleName(translate("Another week or day"))
            self.says.setText(self._said(self._stands) if self._stands is not None else "")
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.turning)
        beside = self.turning.direction() is QBoxLayout.Direction.LeftToRight
        # All are equally wide; under each other a stretch would pull them apart.
        for place in (0, 1):
            self.turning.setStretch(place, 1 if beside else 0)

    def _said(self, day: date) -> str:
        if self._per is Per.DAY:
            return dates.day_heading(day)
        if self._per is Per.MONTH:
            words = dates.month(day)
            return words[:1].upper() + words[1:]
        if self._per is Per.QUARTER:
            return translate("Quarter {number} of {year}", number=(day.month + 2) // 3, year=day.year)
        return str(day.year) if self._per is Per.YEAR else dates.week_span(monday(day))

    def _offer(self) -> None:
        """Put the activities of the week, or all markets, into the list; a sheet can be of none of them."""
        with QSignalBlocker(self.activity):
            self.activity.clear()
            for place, one in enumerate(self._entries):
                self.activity.addItem(f"{_moment(self._per, one)} · {one.name}", place)
                if (one.key, one.on) == (self.key, self._stands):
                    self.activity.setCurrentIndex(place)
            self.activity.addItem(translate("An empty sheet"), -1)
            if self.key is None:
                self.activity.setCurrentIndex(self.activity.count() - 1)

    def _choose(self, _: int) -> None:
        place = self.activity.currentData()
        self.blank = place < 0
        if not self.blank:
            self.key = self._entries[place].key
        if self._per is not Per.ACTIVITY:
            self._events[self._per] = (None if self.blank else self.key, self.blank)
        elif not self.blank:
            self.day = self._entries[place].on
        self.moved.emit()

    def _ask(self) -> None:
        """Let somebody name any day."""
        if self._stands is None:
            return
        from buurtkamer_app.qt.printing.other_day import OtherDayDialog

        dialog = OtherDayDialog(self._stands, (_FIRST, _LAST), self._said, self)
        dialog.chosen.connect(self._jump)
        dialog.open()

    def _jump(self, day: date) -> None:
        self.day = self._stands = day
        self.key = None
        self.moved.emit()

    def _go(self, by: int) -> None:
        if not by:
            self.day = None
        elif self._stands is not None:
            self.day = self._stands = stepped(self._stands, self._per, by)
        self.key = None
        self.moved.emit()


def _moment(per: Per, one: Entry) -> str:
    if per is not Per.ACTIVITY:
        return dates.day_and_year(one.on)
    return f"{dates.short_weekday(one.on)} {dates.clock(one.starts)}"
