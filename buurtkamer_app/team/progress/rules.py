"""The hours of a team year by day, by week, and when they passed its marks."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.team.hours.rules import between, team_year
from buurtkamer_app.team.progress.records import TeamYear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WEEK = timedelta(weeks=1)


def together(days: Iterable[Mapping[date, int]]) -> dict[date, int]:
    """Add up the minutes of several people by day."""
    sums: Counter[date] = Counter()
    for of_one in days:
        sums.update(of_one)
    return dict(sums)


def spread(minutes: int, first: date, until: date) -> dict[date, int]:
    """Spread what was given before this store evenly over its days: `until` is the day on which the store began.

    So that no day of the picture has hours that nobody gave on it.
    """
    count = max(1, (until - first).days)
    day = timedelta(days=1)
    return {
        first + number * day: minutes * (number + 1) // count - minutes * number // count for number in range(count)
    }


def years(started_on: date, today: date, given: Mapping[date, int]) -> tuple[TeamYear, ...]:
    """Give the years of the team up to that of today, at least the first."""
    found: list[TeamYear] = []
    on = started_on
    while not found or on <= today:
        first, last = team_year(started_on, on)
        found.append(TeamYear(len(found) + 1, first, last, between(given, first, min(last, today))))
        on = last + timedelta(days=1)
    return tuple(found)


def line(year: TeamYear, today: date, given: Mapping[date, int]) -> tuple[tuple[date, int], ...]:
    """Give what was given up to and with the end of each week of a year; the last point is today, or its last day."""
    end = min(year.last, today)
    if end < year.first:
        return ()
    points = []
    sum_so_far, on = 0, year.first
    while on <= end:
        until = min(on + _WEEK - timedelta(days=1), end)
        sum_so_far += between(given, on, until)
        points.append((until, sum_so_far))
        on = until + timedelta(days=1)
    return tuple(points)


def reached(mark: int, year: TeamYear, given: Mapping[date, int]) -> date | None:
    """Give the day of a year on which so many minutes were given together, None when they were not."""
    sum_so_far = 0
    for on in sorted(given):
        if year.first <= on <= year.last:
            sum_so_far += given[on]
            if sum_so_far >= mark:
                return on
    return None
