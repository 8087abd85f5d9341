"""On which dates a series is, who gets a place, which activities are in each other's way."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from dateutil.rrule import rrulestr

from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from buurtkamer_app.activities.records import Changed, Party, Series
    from buurtkamer_app.room.records import Space

# A rule that ends is followed until here, one that names no date in so many days never happens.
_HORIZON: Final = date(2099, 12, 31)
_NEVER: Final = timedelta(days=8 * 366)
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


def planned(series: Iterable[Series], changed: Iterable[Changed], first: date, last: date) -> list[Occurrence]:
    """Give the dates of series in a period, with changed ones in place of what their rule says; by date and time."""
    by_series: dict[UUID, list[Changed]] = {}
    for entry in changed:
        by_series.setdefault(entry.series, []).append(entry)
    found = []
    for one in series:
        others = by_series.get(one.id, ())
        left = {entry.rule_date for entry in others}
        until = min(last, one.last_date) if one.last_date else last
        found += [Occurrence(one, on) for on in dates(one.rrule, one.first_date, first, until) if on not in left]
        found += [
            Occurrence(as_changed(one, entry), entry.on, changed=True, rule_date=entry.rule_date)
            for entry in others
            if first <= entry.on <= last
        ]
    return sorted(found, key=lambda entry: (entry.on, entry.series.starts, entry.series.number))


def as_changed(series: Series, changed: Changed) -> Series:
    """Give a series with the times, space and lead of one changed date."""
    return replace(
        series,
        starts=changed.starts,
        ends=changed.ends,
        space=changed.space,
        lead_kind=changed.lead_kind,
        lead=changed.lead,
        lead_on_paper=changed.lead_on_paper,
    )


def last_of(rrule: str, first_date: date, ends: date | None = None) -> date | None:
    """Give the last date on which a series can be: where its rule ends or it was ended; None when it goes on for ever.

    Raises `RefusedError` when the rule is no recurrence, or names no date at all.
    """
    if not rrule:
        return first_date
    bounded = re.search(r"(^|;)(UNTIL|COUNT)=", rrule, re.IGNORECASE) is not None
    horizon = ends or (_HORIZON if bounded else None)
    if horizon is None:
        if not dates(rrule, first_date, first_date, first_date + _NEVER):
            raise RefusedError("This never happens. Look at the days again.")
        return None
    found = dates(rrule, first_date, first_date, horizon)
    if not found:
        raise RefusedError("This never happens. Look at the days again.")
    return min(found[-1], ends) if ends else found[-1]


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
