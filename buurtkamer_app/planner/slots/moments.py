"""Which moments there are to choose from, and whom they suit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import DayPart, Prefers
from buurtkamer_app.planner.slots.records import Moment
from buurtkamer_app.rota.rules import part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from buurtkamer_app.activities.conflicts import Day
    from buurtkamer_app.planner.slots.records import Asked

LENGTH: Final = timedelta(hours=2)  # of an activity of which nobody said how long it takes
HALF_HOUR: Final = timedelta(minutes=30)
HOUR: Final = timedelta(hours=1)
# When an activity usually begins: these are preferred to odd hours.
USUAL: Final = frozenset({time(10), time(14), time(17, 30), time(19)})
_MORNING_ENDS: Final = time(13)
_AFTERNOON_ENDS: Final = time(18)
_WEEKEND: Final = 5
_WEDNESDAY: Final = 2
_FRIDAY: Final = 4


def moment(on: date, starts: time, ends: time) -> Moment:
    """Give a moment with its part of the day."""
    return Moment(on, starts, ends, part_of(starts))


def suits(prefers: Prefers, when: Moment) -> bool:
    """Tell whether a moment is at the time that was asked for."""
    workday, weekday = when.on.weekday() < _WEEKEND, when.on.weekday()
    afternoon = when.part is DayPart.AFTERNOON and when.ends <= _AFTERNOON_ENDS
    match prefers:
        case Prefers.ANY:
            return True
        case Prefers.WEEKDAY_MORNING:
            return workday and when.part is DayPart.MORNING and when.ends <= _MORNING_ENDS
        case Prefers.WEEKDAY_AFTERNOON:
            return workday and afternoon
        case Prefers.WEDNESDAY_AFTERNOON:
            return weekday == _WEDNESDAY and afternoon
        case Prefers.FRIDAY_EVENING:
            return weekday == _FRIDAY and when.part is DayPart.EVENING


def how_many(asked: Asked, when: Moment) -> int:
    """Give how many of those who asked a moment suits."""
    return sum([persons for prefers, persons in asked.prefers if suits(prefers, when)])


def moments(days: Iterable[Day], step: timedelta, *, closed: bool = False) -> Iterator[Moment]:
    """Give the moments within the opening hours of days: from opening on, then at each whole step of the clock.

    With `closed` also those of days that would be open, were the house not closed then.
    """
    for day in days:
        if day.opening is None or (day.closure is not None and not closed):
            continue
        opens, closes = _at(day.opening.opens), _at(day.opening.closes)
        length = min(LENGTH, closes - opens)
        starts = opens
        while starts + length <= closes:
            yield moment(day.on, starts.time(), (starts + length).time())
            starts = _next(starts, step)


def _at(of_day: time) -> datetime:
    """Give a time of the day on a day that does not matter, so that it can be added to."""
    return datetime.combine(date(2000, 1, 1), of_day)


def _next(starts: datetime, step: timedelta) -> datetime:
    """Give the next time that is a whole number of steps after midnight."""
    midnight = _at(time())
    return midnight + ((starts - midnight) // step + 1) * step
