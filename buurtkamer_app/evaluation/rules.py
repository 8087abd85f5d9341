"""Which days a period has, and the bars of its picture."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import monday, month_end, months_later
from buurtkamer_app.desk.counts.records import Sums
from buurtkamer_app.evaluation.records import Bar, Span, WeekTotal, YearTotal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from buurtkamer_app.desk.counts.records import WeekFigures


def period(span: Span, on: date) -> tuple[date, date]:
    """Give the first and last day of the day, ISO week or month that a day is in."""
    if span is Span.DAY:
        return on, on
    if span is Span.WEEK:
        return monday(on), monday(on) + timedelta(days=6)
    return on.replace(day=1), month_end(on)


def beside(span: Span, first: date, steps: int) -> date:
    """Give a day of the period that lies so many further than the one that begins then; earlier when negative."""
    if span is not Span.MONTH:
        return first + timedelta(days=steps * (7 if span is Span.WEEK else 1))
    return months_later(first.replace(day=1), steps)


def total(sums: Iterable[Sums]) -> Sums:
    """Add sums up."""
    return sum(sums, start=Sums())


def hours(on: date, by_hour: Mapping[int, Sums]) -> tuple[Bar, ...]:
    """Make a bar for every hour from the first to the last with somebody: a quiet hour in between is seen."""
    if not by_hour:
        return ()
    span = range(min(by_hour), max(by_hour) + 1)
    return tuple(Bar(on, on, hour, by_hour.get(hour, Sums())) for hour in span)


def days(first: date, last: date, by_day: Mapping[date, Sums]) -> tuple[Bar, ...]:
    """Make a bar for every day."""
    every = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return tuple(Bar(day, day, None, by_day.get(day, Sums())) for day in every)


def weeks(first: date, last: date, by_day: Mapping[date, Sums]) -> tuple[Bar, ...]:
    """Make a bar for every ISO week, of the days that are in the period."""
    bars, begin = [], first
    while begin <= last:
        end = min(begin + timedelta(days=6 - begin.weekday()), last)
        bars.append(Bar(begin, end, None, total(bar.sums for bar in days(begin, end, by_day))))
        begin = end + timedelta(days=1)
    return tuple(bars)


def years(figures: Iterable[WeekFigures]) -> list[YearTotal]:
    """Put the figures of weeks, given in their order, together by ISO year, the latest first."""
    weeks = [_week(monday, list(each)) for monday, each in groupby(figures, lambda week: week.monday)]
    made = [_year(year, tuple(each)) for year, each in groupby(weeks, lambda week: week.monday.isocalendar().year)]
    return made[::-1]


def _week(monday: date, figures: list[WeekFigures]) -> WeekTotal:
    sums = total(Sums(week.named, week.persons - week.named, week.children, week.first_time) for week in figures)
    return WeekTotal(monday, {week.purpose: week.persons for week in figures}, sums)


def _year(year: int, weeks: tuple[WeekTotal, ...]) -> YearTotal:
    by_purpose = sum((Counter(week.by_purpose) for week in weeks), start=Counter())
    return YearTotal(year, by_purpose, total(week.sums for week in weeks), weeks)
