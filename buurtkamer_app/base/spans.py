"""Where weeks and months begin and end."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def monday(day: date) -> date:
    """Give the Monday of the ISO week that holds a day."""
    return day - timedelta(days=day.weekday())


def month_end(day: date) -> date:
    """Give the last day of the month that holds a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """Give the day so many months later, the last of the month when it has no such day; earlier when negative."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
