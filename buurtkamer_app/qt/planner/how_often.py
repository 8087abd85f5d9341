"""The words for how often an activity comes back, and the first days on which it then is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.planner.repeating import Repeats, begins, rule, week_of_month
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QComboBox

_PLAIN: Final = {
    Repeats.ONCE: mark("Once"),
    Repeats.WEEKLY: mark("Every week"),
    Repeats.FORTNIGHTLY: mark("Every two weeks"),
}
_OF_MONTH: Final = {
    1: mark("Every first {weekday} of the month"),
    2: mark("Every second {weekday} of the month"),
    3: mark("Every third {weekday} of the month"),
    4: mark("Every fourth {weekday} of the month"),
    -1: mark("Every last {weekday} of the month"),
}
_SHOWN: Final = 3  # days are named


def offer(field: QComboBox, on: date) -> None:
    """Offer how often it can come back from a day on; what was chosen stays, said of that day."""
    chosen, weekday = field.currentData(), dates.weekday(on.weekday())
    nth = week_of_month(on)
    ways = {repeats: translate(words) for repeats, words in _PLAIN.items()}
    ways[Repeats.MONTHLY] = translate(_OF_MONTH[nth], weekday=weekday)
    for repeats, place in ((Repeats.FIRST, 1), (Repeats.LAST, -1)):
        if place != nth:
            ways[repeats] = translate(_OF_MONTH[place], weekday=weekday)
    field.clear()
    for repeats, words in ways.items():
        field.addItem(words, repeats)
    # The first or last of the month is the one of that day, when the day is just that.
    again = field.findData(chosen if chosen in ways else Repeats.MONTHLY)
    field.setCurrentIndex(again if chosen is not None else 0)


def days(repeats: Repeats, on: date, last: date | None) -> str:
    """Name the first days on which it is, so that one sees what was chosen; nothing when it is once."""
    if repeats is Repeats.ONCE:
        return ""
    from datetime import timedelta

    from buurtkamer_app.activities.rules import dates as dates_of

    first = begins(repeats, on)
    until = last or first + timedelta(weeks=60)
    found = dates_of(rule(repeats, first), first, first, max(first, until))
    named = ", ".join(dates.short_date(day) for day in found[:_SHOWN])
    more = len(found) > _SHOWN
    return translate("It is on {days} and so on.", days=named) if more else translate("It is on {days}.", days=named)
