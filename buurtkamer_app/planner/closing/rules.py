"""On which other day something can be that falls on a closed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.conflicts import conflicts, use_of
from buurtkamer_app.planner.closing.records import Offer, Offered
from buurtkamer_app.room.records import Closure, Using
from buurtkamer_app.room.rules import closed_for, closed_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.conflicts import Day
    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.room.records import NewClosure, RoomPlan, Space
    from buurtkamer_app.room.school_holidays import SchoolHoliday
    from buurtkamer_app.rota.records import Shift

# A day further away than this is no day instead: by then it is simply another time.
REACH: Final = timedelta(days=14)


def as_closure(new: NewClosure) -> Closure:
    """Give days to be closed in the shape in which closures are looked at."""
    return Closure(new.first, new.last, new.reason, new.starts, new.ends, new.space)


def using(series: Series, on: date) -> Using:
    """Give the space and time that an activity takes on a date."""
    return Using(series.space, on, series.starts, series.ends, series.id)


def falls_in(closure: Closure, entry: Occurrence) -> bool:
    """Tell whether a date that goes on now would not with a closure; what was counted has been and stays."""
    return (
        entry.goes_on and entry.headcount is None and closed_for([closure], using(entry.series, entry.on)) is not None
    )


def nearest(on: date, after: date) -> Iterator[date]:
    """Give the days around one from near to far, the later of two first; none before or on `after`."""
    for distance in range(1, REACH.days + 1):
        for day in (on + timedelta(days=distance), on - timedelta(days=distance)):
            if day > after:
                yield day


class Diary:
    """The days around a closure as they are planned, with what is proposed for them so far."""

    def __init__(
        self, days: dict[date, Day], spaces: Sequence[Space], closure: Closure, taken: Iterable[tuple[UUID, date]]
    ) -> None:
        self._days = dict(days)
        self._spaces = {space.name: space for space in spaces}
        self._closure = closure
        self._taken = set(taken)

    def another_day(self, entry: Occurrence, today: date) -> date | None:
        """Give the nearest open day on which space and lead are free at the same time, and keep it for this one."""
        for day in nearest(entry.on, today):
            if (entry.series.id, day) not in self._taken and self._free(entry.series, day):
                self._take(entry.series, day)
                return day
        return None

    def another_space(self, entry: Occurrence) -> str:
        """Give a space that is free at the same time of the same day and holds everybody; "" when there is none."""
        series = entry.series
        for space in sorted(self._spaces.values(), key=lambda space: space.capacity):
            fits = series.capacity is not None or space.capacity >= self._spaces[series.space].capacity
            there = replace(series, space=space.name)
            if space.name != series.space and fits and self._free(there, entry.on):
                self._take(there, entry.on)
                return space.name
        return ""

    def _free(self, series: Series, day: date) -> bool:
        known = self._days.get(day)
        if known is None or closed_for([self._closure], using(series, day)) is not None:
            return False
        return not conflicts(use_of(series), known, self._spaces[series.space])

    def _take(self, series: Series, day: date) -> None:
        known = self._days[day]
        self._days[day] = replace(known, uses=(*known.uses, use_of(series)))
        self._taken.add((series.id, day))


def another_shift(shift: Shift, others: Sequence[Shift], closure: Closure, today: date) -> date | None:
    """Give the nearest day on which the same part of the day has places enough for who is on this shift."""
    hosts = {place.host for place in shift.on_duty}
    open_on = {
        other.on: other
        for other in others
        if other.key[1:] == shift.key[1:] and not closure.first <= other.on <= closure.last and other.gaps >= len(hosts)
    }
    return next(
        (
            day
            for day in nearest(shift.on, today)
            if day in open_on and not hosts & {place.host for place in open_on[day].on_duty}
        ),
        None,
    )


def joined(others: Sequence[Shift], shift: Shift, day: date | None) -> list[Shift]:
    """Give shifts as they are when who is on one of them is on the same part of another day."""
    return [
        replace(other, places=(*other.places, *shift.on_duty)) if other.key == (day, *shift.key[1:]) else other
        for other in others
    ]


def offers(
    plan: RoomPlan,
    closures: Sequence[Closure],
    holidays: Iterable[tuple[date, str]],
    school: Iterable[SchoolHoliday],
    today: date,
) -> list[Offer]:
    """Give days on which a room may want to be closed, by date: holidays on which it is usually open, school's too."""
    found = [
        Offer(day, day, name, Offered.HOLIDAY, closed=closed_on(closures, day) is not None)
        for day, name in holidays
        if plan.opening(day) is not None
    ]
    for entry in school:
        first = max(entry.first, today)
        days = (first + timedelta(days=ahead) for ahead in range((entry.last - first).days + 1))
        closed = all(closed_on(closures, day) is not None for day in days if plan.opening(day) is not None)
        found.append(Offer(first, entry.last, entry.name, Offered.SCHOOL, closed=closed, unsure=not entry.sure))
    return sorted(found, key=lambda offer: (offer.first, offer.last))
