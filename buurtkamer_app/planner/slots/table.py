"""Looks at a situation from every side that the choice of a moment needs: places, leads, hosts on duty."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.conflicts import Use, Why, conflicts
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.planner.slots.moments import moments
from buurtkamer_app.planner.slots.records import Because, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time, timedelta

    from buurtkamer_app.activities.conflicts import Conflict, Day
    from buurtkamer_app.planner.slots.records import Lead, Moment, Running, Situation
    from buurtkamer_app.room.records import Space
    from buurtkamer_app.rota.records import Shift

_ABOUT: Final = {
    Why.CLOSED: Because.HOURS,
    Why.HOURS: Because.HOURS,
    Why.LEAD: Because.LEAD,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A space at a moment: how many persons fit in beside others, and why no more do."""

    space: Space
    places: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """The hosts on duty at a moment: who they are, how many can still lead something, whether there is a shift at all.

    `free` counts the places that are to be held where nobody is on the rota yet.
    """

    names: tuple[str, ...]
    free: int
    shift: bool


def reason(conflict: Conflict) -> Reason:
    """Give what stands in the way as the reason of a refusal."""
    return Reason(_ABOUT.get(conflict.why, Because.SPACE), conflict.message, dict(conflict.values), good=False)


class Table:
    """Answers about one situation, each worked out once."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._days = {day.on: day for day in situation.days}
        self._running = _by_day(situation.running)
        self._shifts: dict[date, list[Shift]] = defaultdict(list)
        for shift in situation.shifts:
            self._shifts[shift.on].append(shift)
        self.moments = functools.cache(self._moments)
        self.places = functools.cache(self._places)
        self.duty = functools.cache(self._duty)
        self.beside = functools.cache(self._beside)
        self._holds = functools.cache(self._held)

    @property
    def largest(self) -> int:
        """Give how many persons the largest space holds."""
        return max((space.capacity for space in self.situation.spaces), default=0)

    def day(self, on: date) -> Day:
        """Give a day of the situation."""
        return self._days[on]

    def refuses_lead(self, lead: Lead | None, moment: Moment) -> tuple[Reason, ...]:
        """Tell why somebody (None: the hosts on duty) cannot lead something at a moment; nothing when they can."""
        if lead is None:
            return () if self.duty(moment).free > 0 else (_no_host(self.duty(moment)),)
        return self._holds(lead.name, lead.host, moment)

    def _moments(self, step: timedelta, *, closed: bool = False) -> tuple[Moment, ...]:
        return tuple(moments(self.situation.days, step, closed=closed))

    def _places(self, moment: Moment) -> tuple[Place, ...]:
        return tuple(self._place(space, moment) for space in self.situation.spaces)

    def _place(self, space: Space, moment: Moment) -> Place:
        """Ask whether the space can be filled at that moment; what is left of it is then known too."""
        whole = Use("", space.name, moment.starts, moment.ends, space.capacity)
        found = conflicts(whole, self.day(moment.on), space)
        left = int(found[0].values["left"]) if [entry.why for entry in found] == [Why.FULL] else 0
        return Place(space, left if found else space.capacity, tuple(reason(entry) for entry in found))

    def hosts_free(self, on: date, at: time) -> int:
        """Give how many hosts on duty do not lead something at a time."""
        led = sum(entry.by_hosts and entry.starts <= at < entry.ends for entry in self._running[on])
        return max(0, sum(_strength(shift) for shift in self._shifts[on] if shift.starts <= at < shift.ends) - led)

    def changes(self, on: date) -> list[time]:
        """Give the times of a day at which there may come to be fewer hosts who are free."""
        led = [entry.starts for entry in self._running[on] if entry.by_hosts]
        return [*led, *(shift.ends for shift in self._shifts[on])]

    def _duty(self, moment: Moment) -> Duty:
        shifts = [shift for shift in self._shifts[moment.on] if _meets(shift, moment)]
        times = {moment.starts, *(at for at in self.changes(moment.on) if moment.starts < at < moment.ends)}
        names = dict.fromkeys(place.host_name for shift in shifts for place in shift.on_duty)
        return Duty(tuple(names), min(self.hosts_free(moment.on, at) for at in times), bool(shifts))

    def _beside(self, moment: Moment) -> tuple[Running, ...]:
        return tuple(entry for entry in self._running[moment.on] if _meets(entry, moment))

    def _held(self, name: str, host: object, moment: Moment) -> tuple[Reason, ...]:
        found = []
        other = next((use for use in self.day(moment.on).uses if use.lead == name and _meets(use, moment)), None)
        if other is not None:
            message = mark("{lead} leads {name} at that time. Choose another time or lead.")
            found.append(Reason(Because.LEAD, message, {"lead": name, "name": other.name}, good=False))
        shifts = [shift for shift in self._shifts[moment.on] if _meets(shift, moment)]
        if host is not None and any(place.host == host for shift in shifts for place in shift.on_duty):
            found.append(on_shift(name))
        return tuple(found)


def on_shift(lead: str) -> Reason:
    """Say that somebody is on duty and so cannot lead something as well."""
    message = mark("{lead} has a shift at that time. Choose another time or lead.")
    return Reason(Because.LEAD, message, {"lead": lead}, good=False)


def _no_host(duty: Duty) -> Reason:
    busy = mark("The hosts on duty lead something else at that time.")
    return Reason(Because.DUTY, busy if duty.shift else mark("There is no shift at that time"), good=False)


def _strength(shift: Shift) -> int:
    """Give how many are on duty; where nobody is on the rota yet, how many there are to be."""
    return len(shift.on_duty) or shift.hosts


def _meets(one: Shift | Running | Use, moment: Moment) -> bool:
    return one.starts < moment.ends and moment.starts < one.ends


def _by_day(running: Iterable[Running]) -> dict[date, list[Running]]:
    found: dict[date, list[Running]] = defaultdict(list)
    for entry in running:
        found[entry.on].append(entry)
    return found
