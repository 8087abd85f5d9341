"""How often an activity comes back: said in a few words, kept as RFC 5545 does."""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK: Final = timedelta(weeks=1)
_LAST: Final = -1


class Repeats(enum.Enum):
    """How often an activity comes back; `MONTHLY` in the same week of the month as the day that was chosen."""

    ONCE = enum.auto()
    WEEKLY = enum.auto()
    FORTNIGHTLY = enum.auto()
    MONTHLY = enum.auto()
    FIRST = enum.auto()
    LAST = enum.auto()


def week_of_month(on: date) -> int:
    """Tell which of its weekdays in the month a day is, 1 to 4; a fifth one is the last, -1."""
    nth = (on.day - 1) // 7 + 1
    return nth if nth < 5 else _LAST


def rule(repeats: Repeats, on: date) -> str:
    """Say how an activity comes back as RFC 5545 does, "" for once."""
    day = _DAYS[on.weekday()]
    return {
        Repeats.ONCE: "",
        Repeats.WEEKLY: f"FREQ=WEEKLY;BYDAY={day}",
        Repeats.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        Repeats.MONTHLY: f"FREQ=MONTHLY;BYDAY={week_of_month(on)}{day}",
        Repeats.FIRST: f"FREQ=MONTHLY;BYDAY=1{day}",
        Repeats.LAST: f"FREQ=MONTHLY;BYDAY=-1{day}",
    }[repeats]


def begins(repeats: Repeats, on: date) -> date:
    """Give the first day on which it is: the one that was chosen, or the next first or last such day of a month."""
    if repeats is Repeats.FIRST:
        while on.day > 7:
            on += _WEEK
    elif repeats is Repeats.LAST:
        while (on + _WEEK).month == on.month:
            on += _WEEK
    return on
