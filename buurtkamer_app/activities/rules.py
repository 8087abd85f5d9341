"""On which dates a series is, and who gets a place."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import recurrence
from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.room.records import Using
from buurtkamer_app.room.rules import closed_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from buurtkamer_app.activities.records import Changed, Party, Series
    from buurtkamer_app.room.records import Closure

# A rule is followed until here; before it no series starts.
_HORIZON: Final = date(2099, 12, 31)
_EARLIEST: Final = date(1900, 1, 1)
MOST_PERSONS: Final = 999  # in one party
_MOST_PLACES: Final = 9999
_MOST_EUROS: Final = 9999
# What a calendar file brings may be long; more nobody reads.
_LONGEST_ABOUT: Final = 2000


@functools.lru_cache(maxsize=16384)
def dates(rrule: str, first_date: date, first: date, last: date) -> tuple[date, ...]:
    """Give the dates of a series in a period, both ends included; without a rule there is one date.

    Unlike iCalendar, a start that the rule does not name is left out: `from` is where to begin.
    Raises `RefusedError` when the rule is no RFC 5545 recurrence of days.
    """
    if not rrule:
        return (first_date,) if first <= first_date <= last else ()
    return tuple(recurrence.follow(recurrence.read(rrule), first_date, first, min(last, _HORIZON)))


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


def while_closed(entry: Occurrence, closures: Iterable[Closure]) -> Occurrence:
    """Give a date as it is with these closures: cancelled, with their reason, when it falls in one.

    What was counted has been, whatever was closed afterwards.
    """
    if entry.cancelled is not None or entry.headcount is not None:
        return entry
    series = entry.series
    shut = closed_for(closures, Using(series.space, entry.on, series.starts, series.ends, series.id))
    return entry if shut is None else replace(entry, cancelled=shut.reason, closed=True)


def next_on(series: Series, changed: Iterable[Changed], today: date) -> date | None:
    """Give the first date of a series from a day on, None when it is over."""
    others = tuple(changed)
    coming = [entry.on for entry in others if entry.on >= today]
    if series.rrule and (series.last_date is None or series.last_date >= today):
        left = {entry.rule_date for entry in others}
        until = min(series.last_date, _HORIZON) if series.last_date else _HORIZON
        named = recurrence.follow(recurrence.read(series.rrule), series.first_date, today, until)
        coming += itertools.islice((on for on in named if on not in left), 1)
    elif not series.rrule and series.first_date >= today and all(one.rule_date != series.first_date for one in others):
        coming.append(series.first_date)
    return min(coming, default=None)


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
    check_day(first_date)
    if ends is not None and ends < first_date:
        raise RefusedError("The last day comes before the first.")
    if not rrule:
        return first_date
    rule = recurrence.read(rrule)
    found = recurrence.follow(rule, first_date, first_date, min(ends or _HORIZON, _HORIZON))
    if rule.until is None and rule.count is None and ends is None:
        last = next(found, None)
    else:
        last = functools.reduce(lambda _, on: on, found, None)
    if last is None:
        raise RefusedError("This never happens. Look at the days again.")
    return None if rule.until is None and rule.count is None and ends is None else last


def check_numbers(capacity: int | None, minimum: int | None, price_cents: int, reduced_cents: int | None) -> None:
    """Raise `RefusedError` for places, a minimum or prices that cannot be."""
    for persons in (capacity, minimum):
        if persons is not None and not 1 <= persons <= _MOST_PLACES:
            raise RefusedError("How many people? Between 1 and {most}.", most=_MOST_PLACES)
    if minimum is not None and capacity is not None and minimum > capacity:
        raise RefusedError("The minimum is more than there are places.")
    if price_cents < 0 or (reduced_cents or 0) < 0:
        raise RefusedError("A price cannot be less than nothing.")
    if price_cents > _MOST_EUROS * 100:
        raise RefusedError("A price is at most {most} euros.", most=_MOST_EUROS)
    if reduced_cents is not None and reduced_cents > price_cents:
        raise RefusedError("The reduced price is more than the price.")


def check_day(on: date) -> None:
    """Raise `RefusedError` for a day on which nothing can be planned."""
    if not _EARLIEST <= on <= _HORIZON:
        raise RefusedError("Choose a date between {first} and {last}.", first=_EARLIEST.year, last=_HORIZON.year)


def kept_about(text: str) -> str:
    """Give what an activity says of itself as it is kept; it may be empty.

    Raises `RefusedError` for more than a sheet holds, or what no store takes (NUL, lone surrogates).
    """
    kept = tidy(text)
    if len(kept) > _LONGEST_ABOUT:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=_LONGEST_ABOUT)
    if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in kept):
        raise RefusedError("This text holds signs that nobody can read. Type it again.")
    return kept


def check_persons(persons: int) -> None:
    """Raise `RefusedError` for a party that no list takes."""
    if not 1 <= persons <= MOST_PERSONS:
        raise RefusedError("How many people? Between 1 and {most}.", most=MOST_PERSONS)


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
