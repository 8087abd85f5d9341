"""The few things of a week that draw people in: what is not there every day, the rarest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.rules import dates
from buurtkamer_app.base.spans import monday

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence, Series, WeekProgramme

# As many as are taken in while walking past.
MOST: Final = 7
# So many weeks a series is looked for around its week: what comes back once a year is found.
_LOOKED: Final = 53
# Weeks to the nearest other week in which it is on; less often counts as once, monthly, fortnightly or weekly.
_RARITIES: Final = (_LOOKED // 2, 4, 2)
_MONTHLY: Final = 1


@dataclass(frozen=True, slots=True)
class Highlight:
    """Something to come for: its first date, and every day of the week on which it goes on at that time."""

    occurrence: Occurrence
    days: tuple[date, ...]

    @property
    def series(self) -> Series:
        """Give what it is, with time and place of its first date."""
        return self.occurrence.series


def together(occurrences: Iterable[Occurrence]) -> list[Highlight]:
    """Give what goes on, dates of one series at the same hours together; in order of the first day and time."""
    found: dict[tuple[object, ...], list[Occurrence]] = {}
    for entry in occurrences:
        if entry.goes_on:
            found.setdefault((entry.series.id, entry.series.starts, entry.series.ends), []).append(entry)
    runs = [sorted(run, key=_place) for run in found.values()]
    return sorted(
        (Highlight(run[0], tuple(dict.fromkeys(entry.on for entry in run))) for run in runs),
        key=lambda one: _place(one.occurrence),
    )


def walk_ins(week: WeekProgramme) -> frozenset[UUID]:
    """Give the series that are there nearly every day: on two days or more, and on most of those that are open."""
    days: dict[UUID, set[date]] = {}
    for day in week.days:
        for entry in day.occurrences:
            days.setdefault(entry.series.id, set()).add(entry.on)
    opened = len({hours.weekday for hours in week.hours}) or len(week.days)
    return frozenset(key for key, on in days.items() if len(on) > 1 and 2 * len(on) > opened)


def highlights(week: WeekProgramme, most: int = MOST) -> list[Highlight]:
    """Give at most so many highlights of a week, in order of day and time; which ones, says `ranked`."""
    return sorted(ranked(week, most), key=lambda one: _place(one.occurrence))


def ranked(week: WeekProgramme, most: int) -> list[Highlight]:
    """Give at most so many highlights of a week, the first one first; the first few are the same for more.

    What is rarest comes first (once, monthly, fortnightly, weekly; what is new this week counts as monthly), then what
    is spread over the days, meals before others, what asks to sign up before what does not. Walk-ins are none, unless
    nothing else is on. What does not go on is none.
    """
    going_on = together(entry for day in week.days for entry in day.occurrences)
    usual = walk_ins(week)
    waiting = [one for one in going_on if one.series.id not in usual] or going_on
    rarity = {one: _rarity(one.series, week.monday) for one in waiting}
    chosen: list[Highlight] = []
    while waiting and len(chosen) < most:
        best = min(waiting, key=lambda one: (rarity[one], _on_that_day(one, chosen), _worth(one)))
        waiting.remove(best)
        chosen.append(best)
    return chosen


def _on_that_day(one: Highlight, chosen: Sequence[Highlight]) -> int:
    """Count the highlights that its first day has, and those of its own series, which need no second mention."""
    again = len(chosen) + 1
    return sum((other.days[0] == one.days[0]) + again * (other.series.id == one.series.id) for other in chosen)


def _rarity(series: Series, first: date) -> int:
    last = first + timedelta(days=6)
    new = series.continues is None and first <= series.first_date <= last
    seen = dates(series.rrule, series.first_date, first - timedelta(weeks=_LOOKED), last + timedelta(weeks=_LOOKED))
    other = [on for on in seen if not first <= on <= last and (series.last_date is None or on <= series.last_date)]
    weeks = min((abs((monday(on) - first).days) // 7 for on in other), default=_LOOKED)
    rare = next((rank for rank, least in enumerate(_RARITIES) if weeks >= least), len(_RARITIES))
    return min(rare, _MONTHLY) if new else rare


def _worth(one: Highlight) -> tuple[object, ...]:
    return not one.series.meal, len(one.days), not one.series.sign_up, _place(one.occurrence)


def _place(entry: Occurrence) -> tuple[object, ...]:
    return entry.on, entry.series.starts, entry.series.number, entry.series.name, entry.series.id
