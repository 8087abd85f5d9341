"""Dates, times and amounts as people say them on screen; Babel is only loaded when the first one is said."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import language, translate

if TYPE_CHECKING:
    from datetime import date, time

    from babel import Locale


@functools.cache
def _locale(spoken: str) -> Locale:
    from babel import Locale

    return Locale.parse(spoken)


def _say(day: date, pattern: str) -> str:
    from babel.dates import format_date

    # Some languages shorten with a full stop (wo.), which the room does not write.
    return format_date(day, pattern, locale=_locale(language())).replace(".", "")


def day_heading(day: date) -> str:
    """Say a day as a heading: `Woensdag 11 maart`."""
    words = _say(day, "EEEE d MMMM")
    return words[:1].upper() + words[1:]


def short_day(day: date) -> str:
    """Say a day where there is little room: `wo 11`."""
    return _say(day, "EEE d")


def short_date(day: date) -> str:
    """Say a day where the month matters: `wo 11 maart`."""
    return _say(day, "EEE d MMMM")


def day_and_date(day: date) -> str:
    """Say a day in full: `woensdag 11 maart 2026`."""
    return _say(day, "EEEE d MMMM y")


def week_span(monday: date) -> str:
    """Say which week begins on a Monday, by its ISO number: `Week 11 · 9 t/m 15 maart`."""
    from datetime import timedelta

    sunday = monday + timedelta(days=6)
    first = _say(monday, "d") if monday.month == sunday.month else _say(monday, "d MMMM")
    return translate(
        "Week {number} · {first} to {last}", number=monday.isocalendar().week, first=first, last=_say(sunday, "d MMMM")
    )


def weekday(number: int) -> str:
    """Say a day of the week, Monday is 0: `maandag`."""
    return str(_locale(language()).days["format"]["wide"][number])


def clock(moment: time) -> str:
    """Say a time of the day as the room writes it: `13.00`."""
    return f"{moment:%H.%M}"


def span(starts: time, ends: time) -> str:
    """Say from when until when, as on paper: `9.45–13.00`."""
    return f"{clock(starts)}–{clock(ends)}"


def day_and_month(day: date) -> str:
    """Say a day without its year: `wo 11 maart`."""
    return _say(day, "EEE d MMMM")


def short_weekday(day: date) -> str:
    """Say the weekday of a day where there is hardly any room: `wo`."""
    return _say(day, "EEE")


def month(day: date) -> str:
    """Say the month of a day: `maart 2026`."""
    return _say(day, "MMMM y")


def period(first: date, last: date) -> str:
    """Say a period, both days included: `9 maart t/m 15 maart 2026`; a single day as that day."""
    if first == last:
        return day_and_date(first)
    return translate("{first} to {last}", first=_say(first, "d MMMM"), last=_say(last, "d MMMM y"))


def day_and_year(day: date) -> str:
    """Say a day in a table: `11 mrt 2026`."""
    return _say(day, "d MMM y")


def short_month(day: date) -> str:
    """Say a day of another month where there is little room: `1 apr`."""
    return _say(day, "d MMM")


def day_of_month(day: date) -> str:
    """Say a day without its weekday or year: `11 maart`."""
    return _say(day, "d MMMM")
