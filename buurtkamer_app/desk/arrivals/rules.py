"""Who stands first while one types, when a name must go, and whether all who are inside are known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import DayPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.desk.arrivals.records import Found, Usual

DAYS_KEPT: Final = 7
"""Days that a new name is kept without a yes. Source: safety.md, privacy 2."""

_WEEKS_BACK: Final = 8  # the same weekday in the last 60 days
_HOURS: Final = {DayPart.MORNING: (0, 12), DayPart.AFTERNOON: (13, 17), DayPart.EVENING: (18, 23)}


def part_of(hour: int) -> DayPart:
    """Give the part of the day that an hour of the room's clock is in."""
    return next(part for part, (_, last) in _HOURS.items() if hour <= last)


def hours(part: DayPart) -> tuple[int, int]:
    """Give the first and the last hour of a part of the day."""
    return _HOURS[part]


def same_weekdays(today: date) -> list[date]:
    """Give the days of the last 60 that were the same weekday, without today."""
    return [today - timedelta(weeks=back) for back in range(1, _WEEKS_BACK + 1)]


def usual_first(usual: Iterable[Usual], parts: Sequence[str]) -> list[Usual]:
    """Give who of the usual ones fits what is typed, who came most often first; nothing typed fits nobody.

    Each word typed must be the start of one of the terms.
    """
    fitting = list(usual) if parts else []
    for part in parts:
        start = f" {part}"
        fitting = [one for one in fitting if start in f" {one.terms}"]
    return sorted(fitting, key=lambda one: (-one.times, one.terms, one.id))


def listed(usual: Sequence[Found], rest: Sequence[Found], most: int) -> list[Found]:
    """Put the usual ones before the rest, each once; people of one name stand under each other, the first decides."""
    once = {one.id: one for one in (*usual, *rest)}
    first: dict[str, int] = {}
    for place, one in enumerate(once.values()):
        first.setdefault(one.name, place)
    return sorted(once.values(), key=lambda one: first[one.name])[:most]


def may_go_until(opened: date | None) -> date | None:
    """Give the last day on which a name that goes now can have been new; `opened` is the last opening before today.

    Seven days must have passed, and then the room must have been open on a day before today: one day on which the
    clock stands wrong takes no name away.
    """
    return None if opened is None else opened - timedelta(days=DAYS_KEPT)


def sure(number: int, known: int, *, leaving: bool, some_left: bool) -> bool:
    """Tell whether so many are inside for certain: all are known by name, and leaving is written down."""
    return number == known and (number == 0 or (leaving and some_left))
