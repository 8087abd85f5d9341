"""Proposes a name, a date, times and a free space for a wish, and turns "every week" into a rule of recurrence."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Prefers, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.room.records import Closure, RoomPlan
    from buurtkamer_app.startup import Services

HOSTS: Final = "hosts"  # the lead of an activity that whoever is on duty leads
_MORNING: Final = (time(10), time(12))
_AFTERNOON: Final = (time(14), time(16))
_WORKDAYS: Final = range(5)
# Which weekdays (Monday is 0) and which hours suit.
SUITS: Final = {
    Prefers.ANY: (range(7), *_AFTERNOON),
    Prefers.WEEKDAY_MORNING: (_WORKDAYS, *_MORNING),
    Prefers.WEEKDAY_AFTERNOON: (_WORKDAYS, *_AFTERNOON),
    Prefers.WEDNESDAY_AFTERNOON: (range(2, 3), *_AFTERNOON),
    Prefers.FRIDAY_EVENING: (range(4, 5), time(17, 30), time(19, 30)),
}
_AHEAD: Final = 42  # days
_WORDS: Final = 4
_OPENINGS: Final = frozenset({"een", "de", "het", "iets", "iemand", "a", "an", "the", "some"})


class Repeats(enum.Enum):
    """How often an activity comes back."""

    ONCE = enum.auto()
    WEEKLY = enum.auto()
    FORTNIGHTLY = enum.auto()
    MONTHLY = enum.auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date and times that suit; `space` is empty when none was free, `suits` false when only another time was."""

    on: date
    starts: time
    ends: time
    space: str
    suits: bool = True


def rule(repeats: Repeats, on: date) -> str:
    """Say how an activity comes back as RFC 5545 does; monthly is "the second Wednesday", a fifth one is the last."""
    day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[on.weekday()]
    nth = (on.day - 1) // 7 + 1
    return {
        Repeats.ONCE: "",
        Repeats.WEEKLY: f"FREQ=WEEKLY;BYDAY={day}",
        Repeats.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
        Repeats.MONTHLY: f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{day}",
    }[repeats]


def name_of(text: str) -> str:
    """Propose a name: the first words of the wish, without the article that it begins with."""
    words = re.split(r"[.,;:!?\n]", text.strip(), maxsplit=1)[0].split()
    if len(words) > 1 and words[0].lower() in _OPENINGS:
        words = words[1:]
    name = " ".join(words[:_WORDS])
    return name[:1].upper() + name[1:]


def moments(plan: RoomPlan, closures: Sequence[Closure], today: date, prefers: Prefers) -> Iterator[date]:
    """Give the dates from tomorrow on, nearest first, on which the room is open for the whole time that suits."""
    weekdays, starts, ends = SUITS[prefers]
    for on in (today + timedelta(days=ahead) for ahead in range(1, _AHEAD + 1)):
        hours = plan.opening(on)
        fits = hours is not None and hours.opens <= starts and ends <= hours.closes
        if fits and on.weekday() in weekdays and not any(shut.first <= on <= shut.last for shut in closures):
            yield on


def propose(services: Services, prefers: Prefers) -> Proposal:
    """Look up the first moment that suits and has a free space; else any moment that has one; else the first day."""
    plan, today = services.room.plan(), services.room.today()
    closures = services.room.closures(today, today + timedelta(days=_AHEAD))
    for wanted in dict.fromkeys((prefers, Prefers.ANY, Prefers.WEEKDAY_MORNING)):
        _weekdays, starts, ends = SUITS[wanted]
        for on in moments(plan, closures, today, wanted):
            for space in plan.spaces:
                if _free(services, on, starts, ends, space.name):
                    return Proposal(on, starts, ends, space.name, suits=wanted is prefers)
    return Proposal(today + timedelta(days=1), *_AFTERNOON, "", suits=False)


def _free(services: Services, on: date, starts: time, ends: time, space: str) -> bool:
    """Tell whether a space is free; the planner says so by refusing."""
    try:
        services.planner.check(NewSeries("", Theme.COMMUNITY, space, on, starts, ends))
    except RefusedError:
        return False
    return True
