"""Rules for repeating as RFC 5545 writes them, followed within a period only: no rule can take long.

dateutil reads a rule and is what the tests compare with, rule for rule. It is not what follows one. A year of 500
series takes it 0.3 s (ours 0.06 s) even when it begins near the period; and after a date that never comes, as each
30 February, it goes on for 10 s whatever UNTIL says, since it looks at that only when it has a date.
"""

from __future__ import annotations

import calendar
import functools
import itertools
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES: Final = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_FINER: Final = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_IN_A_DAY: Final = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
# The largest value of each part that holds numbers; RFC 5545, 3.3.10.
_MOST: Final = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_KNOWN: Final = frozenset({"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST", "BYDAY", *_MOST})
_LONGEST: Final = 1000  # letters
_DAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL: Final = re.compile(r"(\d{8})(T\d{6}Z?)?")
_MOST_EACH: Final = 999_999


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for repeating; weekdays from Monday 0 on, `nth` as weekday and which one (-1 is the last)."""

    frequency: str
    interval: int = 1
    until: date | None = None
    count: int | None = None
    week_start: int = 0
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    nth: frozenset[tuple[int, int]] = frozenset()
    positions: tuple[int, ...] = ()

    @property
    def names_days(self) -> bool:
        """Tell whether it says itself on which days it is; else the day of its start counts."""
        return bool(self.month_days or self.year_days or self.weeks or self.weekdays or self.nth)

    def begun(self, start: date) -> Rule:
        """Give the rule with what it takes from the day on which it starts."""
        if self.names_days or self.frequency == "DAILY":
            return self
        if self.frequency == "WEEKLY":
            return replace(self, weekdays=frozenset({start.weekday()}))
        months = self.months or (frozenset({start.month}) if self.frequency == "YEARLY" else self.months)
        return replace(self, months=months, month_days=frozenset({start.day}))


@functools.lru_cache(maxsize=1024)
def read(rrule: str) -> Rule:
    """Read a rule; raises `RefusedError` when it is none, or would be more often than once a day."""
    parts = _parts(rrule)
    if parts.get("FREQ") in _FINER or parts.keys() & _IN_A_DAY:
        raise RefusedError("An activity comes back once a day at most. Choose a day or a week.")
    try:
        return _read(parts)
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise RefusedError("This is not a rule for repeating: {rule}.", rule=rrule[:60]) from error


def follow(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """Give the dates of a rule in a period, in order; a start that the rule does not name is none of them."""
    rule = rule.begun(start)
    until = min(last, rule.until) if rule.until else last
    begin = start if rule.count is not None else max(start, first)  # what is counted is followed from its start on
    found = _days(rule, start, begin, until)
    if rule.count is not None:
        found = itertools.islice((on for on in found if on >= start), rule.count)
    return (on for on in found if on >= first)


def _parts(rrule: str) -> dict[str, str]:
    refused = RefusedError("This is not a rule for repeating: {rule}.", rule=rrule[:60])
    if len(rrule) > _LONGEST:
        raise refused
    parts: dict[str, str] = {}
    for part in rrule.upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals or name in parts:
            raise refused
        parts[name] = value
    return parts


def _read(parts: dict[str, str]) -> Rule:
    """Read the parts of a rule; raises ValueError and its like for what no rule has."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - the first paint does not wait for it

    if parts.keys() - _KNOWN or parts["FREQ"] not in _FREQUENCIES or {"UNTIL", "COUNT"} <= parts.keys():
        raise ValueError
    if "BYWEEKNO" in parts and parts["FREQ"] != "YEARLY":
        raise ValueError
    until = _UNTIL.fullmatch(parts["UNTIL"]) if "UNTIL" in parts else None
    # RFC 5545 writes UNTIL in UTC; dates of the room have no zone, and dateutil wants both alike.
    plain = {name: value.removesuffix("Z") if name == "UNTIL" else value for name, value in parts.items()}
    rrulestr(";".join(f"{name}={value}" for name, value in plain.items()), dtstart=datetime(2000, 1, 1))  # noqa: DTZ001 - the room's own time
    ends = datetime.strptime(until[1], "%Y%m%d").date() if until else None  # noqa: DTZ007 - as above
    if ("UNTIL" in parts) is (until is None):
        raise ValueError
    days = [_DAY.fullmatch(day) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    named = [(DAYS.index(day[2]), int(day[1] or 0)) for day in days if day is not None]
    if len(named) != len(days) or any(abs(which) > _MOST["BYWEEKNO"] for _, which in named):
        raise ValueError
    # In a week or a day there is no second Tuesday: which one is left out, as dateutil has it.
    plain_days = parts["FREQ"] in {"WEEKLY", "DAILY"}
    numbers = {name: _numbers(parts, name) for name in _MOST}
    return Rule(
        parts["FREQ"],
        _one(parts, "INTERVAL") or 1,
        ends,
        _one(parts, "COUNT"),
        DAYS.index(parts.get("WKST", "MO")),
        frozenset(numbers["BYMONTH"]),
        frozenset(numbers["BYMONTHDAY"]),
        frozenset(numbers["BYYEARDAY"]),
        frozenset(numbers["BYWEEKNO"]),
        frozenset(day for day, which in named if plain_days or not which),
        frozenset((day, which) for day, which in named if which and not plain_days),
        tuple(numbers["BYSETPOS"]),
    )


def _one(parts: dict[str, str], name: str) -> int | None:
    if name not in parts:
        return None
    number = int(parts[name])
    if not 1 <= number <= _MOST_EACH:
        raise ValueError
    return number


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    found = [int(number) for number in parts[name].split(",")] if name in parts else []
    if any(not 1 <= abs(number) <= _MOST[name] for number in found) or (
        name == "BYMONTH" and min(found, default=1) < 1
    ):
        raise ValueError
    return found


def _days(rule: Rule, start: date, begin: date, until: date) -> Iterator[date]:
    """Give what a rule names from the period on that holds `begin`, until a date."""
    if rule.frequency == "WEEKLY" and not (rule.months or rule.month_days or rule.year_days or rule.positions):
        yield from _weekly(rule, start, max(start, begin).toordinal(), until.toordinal())
        return
    for named in _periods(rule, start, begin, until):
        for on in _placed(named, rule.positions):
            if on > until:
                return
            if on >= start and on >= begin:
                yield on


def _weekly(rule: Rule, start: date, begin: int, until: int) -> Iterator[date]:
    """Give the days of a rule that names weekdays and nothing else, as most do; `begin` and `until` as ordinals."""
    step = 7 * rule.interval
    monday = start.toordinal() - (start.weekday() - rule.week_start) % 7
    offsets = sorted((day - rule.week_start) % 7 for day in rule.weekdays)
    for week in range(_from(monday, begin, step), until + 1, step):
        for offset in offsets:
            if begin <= week + offset <= until:
                yield date.fromordinal(week + offset)


def _placed(named: list[date], positions: tuple[int, ...]) -> list[date]:
    """Give the days of one period that BYSETPOS leaves."""
    if not positions:
        return named
    places = {place - (place > 0) for place in positions}
    return sorted({named[place] for place in places if -len(named) <= place < len(named)})


def _periods(rule: Rule, start: date, begin: date, until: date) -> Iterator[list[date]]:
    """Give for each day, week, month or year of a rule the days in it that match."""
    step, given = rule.interval, _given(rule)
    if rule.frequency == "DAILY":
        for day in range(_from(start.toordinal(), begin.toordinal(), step), until.toordinal() + 1, step):
            yield [on for on in (date.fromordinal(day),) if given(on)]
    elif rule.frequency == "WEEKLY":
        monday = start.toordinal() - (start.weekday() - rule.week_start) % 7
        offsets = sorted((day - rule.week_start) % 7 for day in rule.weekdays or range(7))
        for week in range(_from(monday, begin.toordinal(), 7 * step), until.toordinal() + 1, 7 * step):
            days = [week + offset for offset in offsets]
            # As dateutil has it, the first week begins on the day of the start.
            yield [on for day in days if day >= start.toordinal() for on in (date.fromordinal(day),) if given(on)]
    elif rule.frequency == "MONTHLY":
        months = start.year * 12 + start.month - 1
        for month in range(_from(months, begin.year * 12 + begin.month - 1, step), until.year * 12 + until.month, step):
            year, place = divmod(month, 12)
            yield sorted(on for on in _in_month(rule, year, place + 1) if given(on))
    else:
        for year in range(_from(start.year, begin.year, step), until.year + 1, step):
            yield sorted(on for on in _in_year(rule, year) if given(on))


def _from(start: int, begin: int, step: int) -> int:
    """Give the last of `start`, `start + step`... that does not come after `begin`."""
    return start + max(0, (begin - start) // step) * step


def _in_month(rule: Rule, year: int, month: int) -> Iterator[date]:
    """Give the days of a month that may match: as few as can be, since most rules name one."""
    if rule.months and month not in rule.months:
        return iter(())
    length = calendar.monthrange(year, month)[1]
    if rule.month_days:
        days = {day if day > 0 else length + 1 + day for day in rule.month_days}
    elif rule.nth and not (rule.frequency == "YEARLY" and not rule.months):
        days = {_nth_day(date(year, month, 1), length, *which) for which in rule.nth}
    else:
        days = set(range(1, length + 1))
    return (date(year, month, day) for day in days if 1 <= day <= length)


def _nth_day(first: date, length: int, weekday: int, which: int) -> int:
    """Give which day of a period of so many days its nth weekday is; one beyond it when there is none."""
    if which > 0:
        return 1 + (weekday - first.weekday()) % 7 + 7 * (which - 1)
    last = first + timedelta(days=length - 1)
    return length - (last.weekday() - weekday) % 7 + 7 * (which + 1)


def _in_year(rule: Rule, year: int) -> Iterator[date]:
    if rule.months or rule.month_days:
        return itertools.chain.from_iterable(_in_month(rule, year, month) for month in range(1, 13))
    new_year, length = date(year, 1, 1), 365 + calendar.isleap(year)
    if rule.year_days:
        days = {day if day > 0 else length + 1 + day for day in rule.year_days}
    elif rule.nth:
        days = {_nth_day(new_year, length, *which) for which in rule.nth}
    else:
        days = set(range(1, length + 1))
    return (new_year + timedelta(days=day - 1) for day in days if 1 <= day <= length)


def _given(rule: Rule) -> Callable[[date], bool]:
    """Give what tells whether a day matches every part of a rule."""
    checks: list[Callable[[date], bool]] = []
    if rule.months:
        checks.append(lambda on: on.month in rule.months)
    if rule.weekdays:
        checks.append(lambda on: on.weekday() in rule.weekdays)
    if rule.month_days:
        checks.append(lambda on: not rule.month_days.isdisjoint({on.day, on.day - 1 - _length(on)}))
    if rule.year_days:
        checks.append(lambda on: not rule.year_days.isdisjoint(_places_in_year(on)))
    if rule.weeks:
        checks.append(lambda on: on in _week_days(on.year, rule.weeks, rule.week_start))
    if rule.nth:
        yearly = rule.frequency == "YEARLY" and not rule.months
        checks.append(lambda on: any(_is_nth(on, day, which, yearly=yearly) for day, which in rule.nth))
    return lambda on: all(check(on) for check in checks)


def _length(on: date) -> int:
    return calendar.monthrange(on.year, on.month)[1]


def _places_in_year(on: date) -> set[int]:
    place = on.timetuple().tm_yday
    return {place, place - 1 - (365 + calendar.isleap(on.year))}


def _is_nth(on: date, weekday: int, which: int, *, yearly: bool) -> bool:
    """Tell whether a day is the nth of its weekday in its month or year, counted from the end when negative."""
    if on.weekday() != weekday:
        return False
    year = (date(on.year, 1, 1), 365 + calendar.isleap(on.year))
    first, length = year if yearly else (on.replace(day=1), _length(on))
    return (on - first).days + 1 == _nth_day(first, length, weekday, which)


@functools.lru_cache(maxsize=128)
def _week_days(year: int, weeks: frozenset[int], week_start: int) -> frozenset[date]:
    """Give the days of a year that lie in weeks of these numbers, as dateutil counts weeks from a day of start on."""
    from dateutil.rrule import YEARLY, rrule  # noqa: PLC0415 - as above

    # Such a week comes within seven years, so that it ends; numbers beyond 53 are refused when the rule is read.
    start, end = datetime(year, 1, 1), datetime(year, 12, 31)  # noqa: DTZ001 - the room's own time
    days = rrule(YEARLY, dtstart=start, until=end, byweekno=sorted(weeks), byweekday=range(7), wkst=week_start)
    return frozenset(moment.date() for moment in days)
