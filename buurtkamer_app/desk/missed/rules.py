"""When a regular who asked for it is missed; days on which the room was closed never count.

Source: domain.md, 4.8: three times their own usual gap, two weeks at least.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from itertools import pairwise
from math import ceil
from statistics import median
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import MissedResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.desk.missed.records import Contact, Regular
    from buurtkamer_app.room.records import Closure

# What a regular agrees to; it is kept with the consent in the words in which it was said.
AGREED: Final = mark("When I stay away for long, the hosts may call me. Or who stands here.")
LEAST: Final = timedelta(days=14)
LOOKED_AT: Final = timedelta(days=180)
LONGEST_AWAY: Final = timedelta(days=400)
_TIMES: Final = 3
_FEWEST_VISITS: Final = 3


def closed_days(closures: Iterable[Closure], first: date, last: date) -> list[date]:
    """Give every day of a period, both ends included, on which the whole room is closed, each once and in order."""
    found: set[date] = set()
    for closure in (closure for closure in closures if closure.whole):
        start, end = max(first, closure.first), min(last, closure.last)
        found.update(start + timedelta(days=number) for number in range((end - start).days + 1))
    return sorted(found)


def open_days(first: date, last: date, closed: Sequence[date]) -> int:
    """Count the days after `first` up to and including `last` that were not closed; `closed` is in order."""
    return (last - first).days - (bisect_right(closed, last) - bisect_right(closed, first))


def usual_gap(visits: Sequence[date], closed: Sequence[date] = ()) -> float:
    """Give the usual number of days between two visits: the median over the 180 days up to the last one.

    Two weeks when there were fewer than three visits in them.
    """
    days = sorted(set(visits))
    lately = [day for day in days if day > days[-1] - LOOKED_AT]
    if len(lately) < _FEWEST_VISITS:
        return LEAST.days
    return median(open_days(earlier, later, closed) for earlier, later in pairwise(lately))


def patience(visits: Sequence[date], closed: Sequence[date] = ()) -> int:
    """Give after how many days of staying away a regular is missed."""
    return max(LEAST.days, ceil(_TIMES * usual_gap(visits, closed)))


def heard_of(regular: Regular) -> date:
    """Give the last day on which the room knew that all was well: seen, agreed, spoken with, or away until then."""
    days = [regular.agreed_on, *regular.visits]
    days += (contact.on for contact in regular.contacts if contact.result is MissedResult.COMES_AGAIN)
    return max(days) if regular.away_until is None else max(*days, regular.away_until)


def is_missed(regular: Regular, today: date, closed: Sequence[date] = ()) -> bool:
    """Tell whether a regular stayed away so long that the hosts may ask after them."""
    since = heard_of(regular)
    return since < today and open_days(since, today, closed) >= patience(regular.visits, closed)


def tried(regular: Regular) -> Contact | None:
    """Give the last time that somebody asked after a regular since they were last heard of."""
    since = heard_of(regular)
    later = [contact for contact in regular.contacts if contact.on > since]
    return max(later, key=lambda contact: contact.on, default=None)


def check_away(until: date, today: date) -> None:
    """Raise `RefusedError` for a day that has passed, or one further away than anybody goes on holiday."""
    if until < today:
        raise RefusedError("This day has passed. Choose a later one.")
    if until > today + LONGEST_AWAY:
        raise RefusedError("This day is more than a year away. Choose an earlier one.")
