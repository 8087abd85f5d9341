"""A rule for repeating in words: every Wednesday, every other week on Tuesday, every last Friday."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import recurrence
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language, mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel import Locale

    from buurtkamer_app.activities.recurrence import Rule

_WHICH: Final = {
    1: mark("first"),
    2: mark("second"),
    3: mark("third"),
    4: mark("fourth"),
    5: mark("fifth"),
    -1: mark("last"),
    -2: mark("last but one"),
}
_WORKDAYS: Final = frozenset(range(5))
_OTHERWISE: Final = mark("on days of its own")


def said(rrule: str, first_date: date, last_date: date | None) -> str:
    """Say when a series is, for pages and prints; `last_date` None: it does not end."""
    if not rrule:
        return translate("once, on {day}", day=_date(first_date))
    when = how_often(rrule, first_date)
    return when if last_date is None else translate("{when}, until {day}", when=when, day=_date(last_date))


def how_often(rrule: str, first_date: date) -> str:
    """Say how often a rule comes back, without its end; of a rule that few would understand only that it has one."""
    try:
        rule = recurrence.read(rrule).begun(first_date)
    except RefusedError:
        return translate(_OTHERWISE)
    if rule.year_days or rule.weeks or (rule.positions and not _one_of_days(rule)):
        return translate(_OTHERWISE)
    say = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}[rule.frequency]
    return say(rule) or translate(_OTHERWISE)


def _one_of_days(rule: Rule) -> bool:
    """Tell whether a rule says "the first Monday" as one of all Mondays of the month."""
    return len(rule.weekdays) == len(rule.positions) == 1 and not (rule.month_days or rule.nth)


def _daily(rule: Rule) -> str:
    if rule.weekdays or rule.months or rule.month_days:
        return _weekly(rule) if rule.interval == 1 and not (rule.months or rule.month_days) else ""
    if rule.interval == 1:
        return translate("every day")
    if rule.interval == 2:
        return translate("every other day")
    return translate("every {count} days", count=rule.interval)


def _weekly(rule: Rule) -> str:
    if rule.months or rule.month_days:
        return ""
    days = _days(sorted(rule.weekdays))
    if rule.interval == 1:
        return translate("every {day}", day=days)
    if rule.interval == 2:
        return translate("every other week on {day}", day=days)
    return translate("every {count} weeks on {day}", count=rule.interval, day=days)


def _days(days: list[int]) -> str:
    """Say weekdays: each, or from the first to the last of three or more in a row."""
    if set(days) == _WORKDAYS:
        return translate("weekday")
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return translate("{first} to {last}", first=_weekday(days[0]), last=_weekday(days[-1]))
    return _list(map(_weekday, days))


def _monthly(rule: Rule) -> str:
    nth = rule.nth or frozenset((day, place) for day in rule.weekdays for place in rule.positions)
    if rule.months or (nth and rule.month_days) or any(which not in _WHICH for _, which in nth):
        return ""
    if nth:
        return _nth(rule, nth)
    if not rule.month_days or rule.weekdays or rule.positions:
        return ""
    if rule.month_days == {-1}:
        return _every_month(rule, translate("the last day"))
    if min(rule.month_days) < 0:
        return ""
    return _every_month(rule, translate("day {number}", number=_list(map(str, sorted(rule.month_days)))))


def _nth(rule: Rule, nth: frozenset[tuple[int, int]]) -> str:
    days = {day for day, _ in nth}
    if len(days) > 1:
        named = _list(f"{translate(_WHICH[which])} {_weekday(day)}" for day, which in sorted(nth, key=_order))
    else:
        named = f"{_list(translate(_WHICH[which]) for _, which in sorted(nth, key=_order))} {_weekday(days.pop())}"
    if rule.interval == 1:
        return translate("every {day}", day=named)
    if rule.interval == 2:
        return translate("every other month on the {day}", day=named)
    return translate("every {count} months on the {day}", count=rule.interval, day=named)


def _order(one: tuple[int, int]) -> tuple[bool, int, int]:
    day, which = one
    return which < 0, which, day


def _every_month(rule: Rule, days: str) -> str:
    if rule.interval == 1:
        return translate("every month on {day}", day=days)
    if rule.interval == 2:
        return translate("every other month on {day}", day=days)
    return translate("every {count} months on {day}", count=rule.interval, day=days)


def _yearly(rule: Rule) -> str:
    if rule.interval != 1 or rule.weekdays or rule.nth or len(rule.months) != 1 or len(rule.month_days) != 1:
        return ""
    (month,), (day,) = rule.months, rule.month_days
    months = _locale(language()).months["format"]["wide"]
    return "" if day < 0 else translate("every year on {day}", day=f"{day} {months[month]}")


def _list(words: Iterable[str]) -> str:
    *most, last = words
    return translate("{some} and {last}", some=", ".join(most), last=last) if most else last


@functools.cache
def _locale(spoken: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - heavy; loaded when the first rule is said

    return Locale.parse(spoken)


def _weekday(day: int) -> str:
    return str(_locale(language()).days["format"]["wide"][day])


def _date(on: date) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - as above

    return format_date(on, "d MMMM y", locale=_locale(language()))
