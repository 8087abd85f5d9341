"""Which shift a sign-on is for, how many minutes count, the part of the day of a time, the rest between shifts."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import DayPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.rota.records import Worked

_NOON: Final = time(12)
_EVENING: Final = time(17)


# Source: the rota's model, rule 2.
REST: Final = timedelta(hours=11)


def rest(on: date, ends: time, after: date, starts: time) -> timedelta:
    """Give the time between the end of one shift and the start of a later one, as the room's clock shows it."""
    return timedelta(days=(after - on).days) + _since_midnight(starts) - _since_midnight(ends)


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute)


def part_of(starts: time) -> DayPart:
    """Tell in which part of the day a time falls."""
    if starts < _NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if starts < _EVENING else DayPart.EVENING


def planned_place(
    signed_on: datetime, held: Sequence[tuple[UUID, datetime, datetime]], ended: Iterable[UUID]
) -> UUID | None:
    """Give which of the places that a host holds today (key, start, end) a sign-on is for.

    It is the one whose start lies nearest, the earlier when equal, of those not ended: neither by the clock nor by
    a sign-off. Source: the daybook format, fine print "Shifts".
    """
    over = set(ended)
    candidates = [(key, start) for key, start, end in held if end > signed_on and key not in over]
    if not candidates:
        return None
    return min(candidates, key=lambda place: (abs(place[1] - signed_on), place[1]))[0]


def counted_minutes(worked: Worked) -> int:
    """Give the minutes that count of one sign-on: from the later start to the earlier end; 0 while still on."""
    if worked.off is None:
        return 0
    start = max(worked.on, worked.planned_start) if worked.planned_start else worked.on
    end = min(worked.off, worked.planned_end) if worked.planned_end else worked.off
    return max(0, int((end - start).total_seconds() // 60))
