"""On which dates a series is, who gets a place, which activities are in each other's way."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from dateutil.rrule import rrulestr

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from buurtkamer_app.activities.records import Occurrence, Party, Series
    from buurtkamer_app.room.records import Space

_UNTIL_IN_UTC: Final = re.compile(r"(UNTIL=\d{8}T\d{6})Z", re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def dates(rrule: str, first_date: date, first: date, last: date) -> tuple[date, ...]:
    """Give the dates of a series in a period, both ends included; without a rule there is one date.

    Raises `RefusedError` when the rule is no RFC 5545 recurrence.
    """
    if not rrule:
        return (first_date,) if first <= first_date <= last else ()
    start = datetime.combine(first_date, time())
    try:
        # RFC 5545 writes UNTIL in UTC; dates of the room have no zone, and dateutil wants both alike.
        rule = rrulestr(_UNTIL_IN_UTC.sub(r"\1", rrule), dtstart=start)
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise RefusedError("This is not a rule for repeating: {rule}.", rule=rrule) from error
    # Unlike iCalendar, dateutil leaves out a start that the rule does not name; so do we: `from` is where to begin.
    span = rule.between(datetime.combine(first, time()), datetime.combine(last, time()), inc=True)
    return tuple(moment.date() for moment in span)


def fits(capacity: int | None, seated: int, persons: int) -> bool:
    """Tell whether a party of `persons` finds places beside the `seated` persons."""
    return capacity is None or seated + persons <= capacity


def moving_up(capacity: int | None, seated: int, waiting: Iterable[Party]) -> list[Party]:
    """Give the waiting parties that fit now, in the order in which they came."""
    moved = []
    for party in waiting:
        if fits(capacity, seated, party.persons):
            seated += party.persons
            moved.append(party)
    return moved


def overlap(series: Series, other: Series) -> bool:
    """Tell whether two series are on at the same time of the day."""
    return series.starts < other.ends and other.starts < series.ends


def space_clash(new: Series, space: Space, others: Sequence[Occurrence]) -> Occurrence | None:
    """Give the activity in the same space and time that leaves no room for a new one.

    A space that is not shared holds one activity. A shared one holds all that fit; no limit takes no room there.
    """
    there = [other for other in others if other.series.space == space.name and overlap(new, other.series)]
    if not there:
        return None
    if not space.shared:
        return there[0]
    taken = sum(other.series.capacity or 0 for other in there)
    return there[0] if taken + (new.capacity or 0) > space.capacity else None


def lead_clash(new: Series, others: Sequence[Occurrence]) -> Occurrence | None:
    """Give the activity at the same time that already has this lead."""
    if new.lead == "hosts":
        return None
    return next((other for other in others if other.series.lead == new.lead and overlap(new, other.series)), None)
