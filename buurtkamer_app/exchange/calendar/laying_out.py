"""How a series stands in a calendar file: where it starts and ends there, and every date that is otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import recurrence
from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.activities.rules import as_changed, dates, while_closed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.activities.records import Changed, Series
    from buurtkamer_app.activities.recurrence import Rule
    from buurtkamer_app.room.records import Closure

EARLIEST: Final = date(1900, 1, 1)
HORIZON: Final = date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Planned:
    """A series with all that is on record about its dates: changed ones, and why a date does not go on."""

    series: Series
    changed: Sequence[Changed] = ()
    cancelled: Mapping[date, str] = field(default_factory=dict)


@dataclass(slots=True)
class Laid:
    """A series as a file tells it, which takes `start` for one of its dates.

    `rule` (without its end) is "" for what does not repeat, `until` its last date (None: none). `out` are dates of the
    rule on which it is not, `beside` dates that the rule does not name. `otherwise` are dates as they are, by the date
    that the file knows them by; `apart` those that cannot be told as dates of the series.
    """

    series: Series
    start: date
    rule: str = ""
    until: date | None = None
    out: set[date] = field(default_factory=set)
    beside: set[date] = field(default_factory=set)
    otherwise: dict[date, Occurrence] = field(default_factory=dict)
    apart: list[Occurrence] = field(default_factory=list)


def text(rule: Rule) -> str:
    """Write a rule as RFC 5545 does, without where it ends."""
    days = [recurrence.DAYS[day] for day in sorted(rule.weekdays)]
    days += [f"{which}{recurrence.DAYS[day]}" for day, which in sorted(rule.nth)]
    lists = {
        "BYMONTH": rule.months,
        "BYMONTHDAY": rule.month_days,
        "BYYEARDAY": rule.year_days,
        "BYWEEKNO": rule.weeks,
        "BYSETPOS": rule.positions,
    }
    parts = [f"FREQ={rule.frequency}"]
    parts += [f"INTERVAL={rule.interval}"] if rule.interval > 1 else []
    parts += [f"WKST={recurrence.DAYS[rule.week_start]}"] if rule.week_start else []
    parts += [f"BYDAY={','.join(days)}"] if days else []
    parts += [f"{name}={','.join(map(str, sorted(numbers)))}" for name, numbers in lists.items() if numbers]
    return ";".join(parts)


def lay_out(planned: Planned, closures: Sequence[Closure], first: date, last: date) -> Laid | None:
    """Give how the dates of a series in a period stand in a file, None when it has none there."""
    series = planned.series
    moved = [_occurrence(planned, closures, entry) for entry in planned.changed]
    here = sorted((entry for entry in moved if first <= entry.on <= last), key=lambda entry: entry.on)
    laid = _ruled(series, max(first, series.first_date), min(last, series.last_date or last, HORIZON))
    only_moved = not series.rrule and any(entry.rule_date == series.first_date for entry in planned.changed)
    if laid is None or only_moved:
        return _beside_only(series, here)
    _put_right(laid)
    named = frozenset(entry.rule_date for entry in moved if entry.rule_date and _names(laid, entry.rule_date))
    for entry in moved:
        inside = first <= entry.on <= last
        if entry.rule_date in named and entry.rule_date is not None:
            if inside:
                laid.otherwise[entry.rule_date] = entry
            else:
                laid.out.add(entry.rule_date)
        elif inside and _names(laid, entry.on):
            # The file knows that day by the date of the rule, which is elsewhere now.
            laid.apart.append(entry)
        elif inside:
            _beside(laid, entry)
    _leave_out(laid, planned, closures, {entry.rule_date for entry in moved} | {entry.on for entry in moved})
    return laid


def _occurrence(planned: Planned, closures: Sequence[Closure], entry: Changed) -> Occurrence:
    reason = planned.cancelled.get(entry.on)
    there = as_changed(planned.series, entry)
    return while_closed(Occurrence(there, entry.on, cancelled=reason, rule_date=entry.rule_date), closures)


def _ruled(series: Series, first: date, last: date) -> Laid | None:
    if not series.rrule:
        return Laid(series, series.first_date) if first <= series.first_date <= last else None
    rule = recurrence.read(series.rrule)
    start = next(recurrence.follow(rule, series.first_date, first, last), None)
    if start is None:
        return None
    endless = series.last_date is None and last >= HORIZON
    # What was counted from the first date on has no other end than its last day.
    return Laid(series, start, text(rule.begun(series.first_date)), None if endless else last)


def _names(laid: Laid, on: date) -> bool:
    """Tell whether the series, as it stands in the file, has this date by its rule."""
    if on < laid.start or (laid.until is not None and on > laid.until):
        return False
    if not laid.rule:
        return on == laid.start
    return bool(dates(laid.series.rrule, laid.series.first_date, on, on))


def _put_right(laid: Laid) -> None:
    """Say where the rule, begun on the first date that it names, would give others than it does from its own start.

    Which day of a week is the second one depends on where the first week begins; after that week all is the same.
    """
    if not laid.rule or not recurrence.read(laid.rule).positions:
        return
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - as other programs follow the rule

    weeks = recurrence.read(laid.rule).interval + 2
    until = min(laid.until or HORIZON, laid.start + timedelta(weeks=weeks))
    ours = set(dates(laid.series.rrule, laid.series.first_date, laid.start, until))
    begin, end = (datetime.combine(on, time()) for on in (laid.start, until))
    theirs = {laid.start} | {moment.date() for moment in rrulestr(f"{laid.rule};UNTIL={end:%Y%m%d}", dtstart=begin)}
    laid.out |= theirs - ours
    laid.beside |= ours - theirs


def _beside(laid: Laid, entry: Occurrence) -> None:
    laid.beside.add(entry.on)
    if replace(entry.series) != laid.series or not entry.goes_on:
        laid.otherwise[entry.on] = entry


def _beside_only(series: Series, here: list[Occurrence]) -> Laid | None:
    """Lay out a series of which the rule names nothing here, or whose one date is on another day."""
    if not here:
        return None
    laid = Laid(series, here[0].on)
    if len(here) == 1:
        laid.series = here[0].series
        if not here[0].goes_on:
            laid.otherwise[here[0].on] = here[0]
        return laid
    for entry in here:
        _beside(laid, entry)
    laid.beside.discard(laid.start)
    return laid


def _leave_out(laid: Laid, planned: Planned, closures: Sequence[Closure], known: set[date | None]) -> None:
    """Say which dates of the rule do not go on: by themselves, so that it is told, or because the room is closed."""
    for on, reason in planned.cancelled.items():
        if on not in known and _names(laid, on):
            laid.otherwise[on] = Occurrence(laid.series, on, cancelled=reason)
    for closure in closures:
        begin, end = max(closure.first, laid.start), min(closure.last, laid.until or HORIZON)
        if begin > end or not laid.rule:
            named = [laid.start] if not laid.rule and begin <= laid.start <= closure.last else []
        else:
            named = list(dates(laid.series.rrule, laid.series.first_date, begin, end))
        for on in named:
            if on in known or on in laid.otherwise:
                continue
            shut = while_closed(Occurrence(laid.series, on), [closure])
            if not shut.goes_on:
                laid.otherwise[on] = shut
                if laid.rule:
                    del laid.otherwise[on]
                    laid.out.add(on)
