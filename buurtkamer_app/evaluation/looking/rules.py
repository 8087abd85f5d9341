"""Which days a period has, the parts of its pictures, the period a year before, and how long wishes took."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import monday, month_end, months_later
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.evaluation.looking.records import HoursBar, Length, Step, Stretch, Took, VisitBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from buurtkamer_app.base.terms import Purpose
    from buurtkamer_app.desk.counts.records import WeekFigures

_MONTHS = {Length.MONTH: 1, Length.QUARTER: 3, Length.YEAR: 12}
_A_YEAR = timedelta(days=364)  # 52 weeks: the same days of the week
# The longest periods, in days, of which a picture has days, weeks, months and quarters.
_DAYS, _WEEKS, _IN_MONTHS, _QUARTERS = 14, 98, 800, 2600


def period(length: Length, on: date, began: date) -> tuple[date, date]:
    """Give the first and last day of the week, month, quarter or year that a day is in, or all from the beginning."""
    if length is Length.ALL:
        return min(began, on), on
    if length is Length.WEEK:
        return monday(on), monday(on) + timedelta(days=6)
    months = _MONTHS[length]
    first = on.replace(month=(on.month - 1) // months * months + 1, day=1)
    return first, month_end(months_later(first, months - 1))


def beside(length: Length, first: date, steps: int) -> date:
    """Give a day of the period that lies so many further; earlier when negative. What is whole has none beside it."""
    if length is Length.ALL:
        return first
    if length is Length.WEEK:
        return first + timedelta(days=7 * steps)
    return months_later(first.replace(day=1), _MONTHS[length] * steps)


def year_before(first: date, last: date) -> tuple[date, date]:
    """Give the same period a year before: whole weeks stay whole weeks, the end of a month the end of that month."""
    if first.year <= 1:
        return first, last
    whole_weeks = first.weekday() == 0 and last.weekday() == 6
    if whole_weeks and (last - first).days < _WEEKS and not _whole_months(first, last):
        return first - _A_YEAR, last - _A_YEAR
    before = months_later(last, -12)
    return months_later(first, -12), month_end(before) if last == month_end(last) else before


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last == month_end(last)


def stretches(first: date, last: date) -> tuple[Step, list[Stretch]]:
    """Part a period for a picture over time: into days, weeks, months, quarters or years, as it is longer."""
    days = (last - first).days + 1
    if days <= _DAYS:
        return Step.DAY, _parted(first, last, lambda day: day)
    if days <= _WEEKS:
        return Step.WEEK, _parted(first, last, lambda day: monday(day) + timedelta(days=6))
    for most, step, months in ((_IN_MONTHS, Step.MONTH, 1), (_QUARTERS, Step.QUARTER, 3)):
        if days <= most:
            return step, _parted(first, last, partial(_end, months=months))
    return Step.YEAR, _parted(first, last, partial(_end, months=12))


def _end(day: date, months: int) -> date:
    """Give the last day of the month, quarter or year that a day is in."""
    return month_end(day.replace(month=(day.month - 1) // months * months + months, day=1))


def _parted(first: date, last: date, end: Callable[[date], date]) -> list[Stretch]:
    found = [Stretch(first, min(end(first), last))] if first <= last else []
    while found and found[-1].last < last:
        first = found[-1].last + timedelta(days=1)
        found.append(Stretch(first, min(end(first), last)))
    return found


def visit_bar(over: Stretch, weeks: Iterable[WeekFigures]) -> VisitBar:
    """Add the visits of a part of a period up."""
    sums = Sums()
    by_purpose: Counter[Purpose] = Counter()
    for week in weeks:
        sums += Sums(week.named, week.persons - week.named, week.children, week.first_time)
        by_purpose[week.purpose] += week.persons
    return VisitBar(over, sums, dict(by_purpose))


def took(days: Sequence[int]) -> Took | None:
    """Tell within how many days a quarter, half and three quarters of wishes were fulfilled; None without any."""
    if not days:
        return None
    ordered = sorted(days)
    # The nearest rank, so that it is true of wishes that were: at least half took at most so many days.
    quarter, half, three = (ordered[-(-len(ordered) * part // 4) - 1] for part in (1, 2, 3))
    return Took(len(ordered), quarter, half, three)


def took_by(days: Iterable[tuple[Ending, int]]) -> dict[Ending, Took]:
    """Tell the same by what wishes came to, in the order of the endings."""
    each: dict[Ending, list[int]] = {}
    for ending, many in days:
        each.setdefault(ending, []).append(many)
    return {ending: found for ending in Ending if (found := took(each.get(ending, [])))}


def hours_bars(
    parts: Sequence[Stretch], residents: Mapping[date, int], professionals: Mapping[date, int]
) -> tuple[HoursBar, ...]:
    """Add minutes by day up by the parts of a period; those of professionals may stand on the first of their month."""
    both = zip(parts, _within(residents, parts), _within(professionals, parts), strict=True)
    return tuple(HoursBar(*each) for each in both)


def _within(by_day: Mapping[date, int], parts: Sequence[Stretch]) -> list[int]:
    """Add up what falls in each of the parts of a period, which follow each other; nothing lies outside of it."""
    begins, sums = [part.first for part in parts], [0] * len(parts)
    for on, minutes in by_day.items():
        sums[bisect_right(begins, on) - 1] += minutes
    return sums
