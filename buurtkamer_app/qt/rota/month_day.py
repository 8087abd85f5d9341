"""A day of the month as one button: its number, and whether its shifts are full or what is open, with an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.rota.said import open_places, short_gaps

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.rota.ahead import DayAhead

_LEFT_TO_MONTH: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class MonthDay(QPushButton):
    """Shows how a day stands; a press opens its week. A day without shifts cannot be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on: date | None = None
        self._day: DayAhead | None = None
        self._this_month = self._is_today = self._over = False
        self._looks: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setIconSize(QSize(self.fontInfo().pixelSize(), self.fontInfo().pixelSize()))

    def put(self, day: DayAhead, *, month: int, today: date) -> None:
        """Show a day."""
        self._day, self.on = day, day.on
        self._this_month, self._is_today, self._over = day.on.month == month, day.on == today, day.on < today

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the month: a button would go to the one made next."""
        if event.key() in _LEFT_TO_MONTH:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def is_worth_a_line(self, month: int) -> bool:
        """Tell whether a day of a list is of this month and has shifts, or is closed."""
        return self._day is not None and self._day.on.month == month and bool(self._day.shifts or _closed(self._day))

    def say(self, *, whole: bool) -> None:
        """Say how the day stands, in a cell or, `whole`, on a line of its own."""
        day = self._day
        if day is None:
            return
        over = self._over and bool(day.shifts)
        kind, glyph = ("quiet", "") if over else _looks(day)
        if (kind, glyph) != self._looks:
            self._looks = kind, glyph
            self.setProperty("kind", kind)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().polish(self)
            if glyph:
                dress(self, glyph)
            else:
                self.setIcon(QIcon())
        self.setEnabled(bool(day.shifts))
        told = translate("this day is over") if over else _told(day)
        today = f" · {translate('today')}" if self._is_today else ""
        self.setAccessibleName(f"{dates.day_heading(day.on)}{today}: {told}")
        number = str(day.on.day) if self._this_month else dates.short_month(day.on)
        if self._is_today:
            number = translate("today")
        if whole:
            self.setText(f"{dates.day_heading(day.on)}{today}: {told}")
        else:
            self.setText(f"{number}\n{translate('over') if over else _short(day)}")


def _closed(day: DayAhead) -> bool:
    return day.closed is not None and not day.shifts


def _looks(day: DayAhead) -> tuple[str, str]:
    """Give the kind of button and the icon that go with how a day stands."""
    if _closed(day):
        return "absent", "door-closed"
    if not day.shifts:
        return "quiet", ""
    if day.open:
        return "open", "user-plus"
    return ("open", "triangle-exclamation") if day.inexperienced else ("on", "check")


def _short(day: DayAhead) -> str:
    if _closed(day):
        return translate("closed")
    if not day.shifts:
        return ""
    if day.open:
        return short_gaps(day.open)
    return translate("take note") if day.inexperienced else translate("full")


def _told(day: DayAhead) -> str:
    if _closed(day):
        return translate("Closed: {why}", why=day.closed) if day.closed else translate("Closed")
    if not day.shifts:
        return translate("no shifts")
    said = open_places(day.open) if day.open else translate("full")
    return f"{said}, {translate('too few with experience')}" if day.inexperienced else said
