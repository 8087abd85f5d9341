"""Random series for the tests of calendar files, what is on by our own rules, and what others read in the file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import icalendar
import recurring_ical_events
from hypothesis import assume
from hypothesis import strategies as st

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.records import Changed, Occurrence, Series
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.exchange.calendar.laying_out import Planned, lay_out
from buurtkamer_app.exchange.calendar.writing import write
from buurtkamer_app.room.records import Closure, RoomFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)
FACTS = RoomFacts("De Wilgenhof", "Wilgenpad 12", "1034 ZZ", "Amsterdam", "", "NL", "Europe/Amsterdam", "")
SPACES = ("Huiskamer", "Atelier", "Keuken")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEAR = timedelta(days=366)

# What is on: the day, from when until when, and where.
On = tuple[date, time, time, str]

_clock = st.integers(0, 23 * 4 + 2).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
# Also around the days on which the clocks turn, and the years that have 53 weeks (2020, 2026).
_starts = st.one_of(
    st.dates(date(2019, 12, 1), date(2027, 12, 31)),
    st.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2020, 12, 28), date(2026, 12, 28), date(2024, 2, 29)]),
)


def _chosen(values: Iterable[object], most: int = 3) -> st.SearchStrategy[str]:
    few = st.lists(st.sampled_from(list(values)), min_size=1, max_size=most, unique=True)
    return few.map(lambda found: ",".join(str(value) for value in found))


@st.composite
def rrules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": frequency}
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 5)))
    if draw(st.booleans()):
        nth = [f"{which}{day}" for day in DAYS for which in (1, 2, 3, 4, -1, -2)]
        parts["BYDAY"] = draw(_chosen(nth if frequency in {"MONTHLY", "YEARLY"} and draw(st.booleans()) else DAYS, 5))
    if frequency == "MONTHLY" and draw(st.integers(0, 3)) == 0:
        parts["BYMONTHDAY"] = draw(_chosen([1, 2, 13, 28, 29, 30, 31, -1, -3]))
    if frequency in {"YEARLY", "DAILY", "WEEKLY"} and draw(st.integers(0, 3)) == 0:
        parts["BYMONTH"] = draw(_chosen(range(1, 13), 6))
    if frequency == "YEARLY" and draw(st.integers(0, 3)) == 0:
        parts["BYWEEKNO"] = draw(_chosen([1, 2, 10, 13, 44, 52, 53, -1]))
        parts["BYDAY"] = draw(_chosen(DAYS))
    if "BYDAY" in parts and frequency != "DAILY" and draw(st.integers(0, 3)) == 0:
        parts["BYSETPOS"] = draw(_chosen([1, 2, -1], 2))
    if draw(st.integers(0, 5)) == 0:
        parts["WKST"] = draw(st.sampled_from(["SU", "MO"]))
    ends = draw(st.sampled_from(["", "", "COUNT", "UNTIL"]))
    if ends == "COUNT":
        parts["COUNT"] = str(draw(st.integers(1, 40)))
    elif ends == "UNTIL":
        parts["UNTIL"] = f"{draw(st.dates(date(2026, 1, 1), date(2029, 12, 31))):%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


@st.composite
def times(draw: st.DrawFn) -> tuple[time, time]:
    starts = draw(_clock)
    ends = draw(_clock.filter(lambda at: at > starts) if starts < time(23) else st.just(time(23, 45)))
    return starts, ends


@st.composite
def series(draw: st.DrawFn, key: int = 1) -> Series:
    first, rrule = draw(_starts), draw(st.one_of(rrules(), rrules(), rrules(), st.just("")))
    ends = first + timedelta(days=draw(st.integers(0, 900))) if draw(st.integers(0, 3)) == 0 else None
    try:
        last = rules.last_of(rrule, first, ends)
    except RefusedError:
        assume(False)
    starts, until = draw(times())
    where = draw(st.sampled_from(SPACES))
    lead = (LeadKind.HOSTS, "hosts", False, False, False)
    facts = (key, f"Haken {key}", "", rrule, first, starts, until, 0, None, Theme.COMMUNITY, where, *lead)
    return Series(UUID(int=key), *facts, last_date=last, sequence=draw(st.integers(0, 3)))


@st.composite
def planned(draw: st.DrawFn, key: int = 1) -> Planned:
    """Give a series with dates that were moved, changed, added and called off."""
    one = draw(series(key))
    named = rules.dates(
        one.rrule, one.first_date, one.first_date, min(one.last_date or date.max, one.first_date + 2 * YEAR)
    )
    taken = set(named)
    changed: list[Changed] = []
    for rule_date in draw(st.lists(st.sampled_from([*named, None]), max_size=5, unique=True)) if named else []:
        days = (st.just(rule_date or one.first_date), st.sampled_from(named))
        to = draw(st.one_of(*days, st.dates(one.first_date, one.first_date + YEAR)))
        if to in taken - {rule_date}:
            continue
        taken = taken - {rule_date} | {to}
        starts, ends = draw(times())
        place = (to, starts, ends, draw(st.sampled_from(SPACES)), LeadKind.HOSTS, "hosts", False)
        changed.append(Changed(UUID(int=1000 + len(changed)), one.id, rule_date, *place))
    off = draw(st.lists(st.sampled_from(sorted(taken)), max_size=4)) if taken else []
    return Planned(one, changed, dict.fromkeys(off, "ziek"))


@st.composite
def closures(draw: st.DrawFn) -> list[Closure]:
    found = []
    for _ in range(draw(st.integers(0, 6))):
        first = draw(st.dates(date(2020, 1, 1), date(2028, 12, 31)))
        last = first + timedelta(days=draw(st.integers(0, 60)))
        space = draw(st.sampled_from(["", "", *SPACES]))
        span = draw(st.one_of(st.just((None, None)), times()))
        found.append(Closure(first, last, "dicht", span[0], span[1], space))
    return found


def ours(programme: Iterable[Planned], shut: list[Closure], first: date, last: date) -> set[On]:
    found = set()
    for one in programme:
        for entry in rules.planned([one.series], one.changed, first, last):
            off = one.cancelled.get(entry.on)
            held = rules.while_closed(Occurrence(entry.series, entry.on, cancelled=off), shut)
            if held.goes_on:
                found.add((entry.on, entry.series.starts, entry.series.ends, entry.series.space))
    return found


def file_of(programme: Iterable[Planned], shut: list[Closure], first: date, last: date) -> bytes:
    laid = [lay_out(one, shut, first, last) for one in programme]
    return write([one for one in laid if one is not None], FACTS, NOW)


def theirs(content: bytes, first: date, last: date) -> list[On]:
    """Give what `recurring-ical-events` finds in a file: what was cancelled is not on."""
    calendar = icalendar.Calendar.from_ical(content)
    found = []
    for event in recurring_ical_events.of(calendar).between(first, last + timedelta(days=1)):
        if event.get("STATUS") != "CANCELLED":
            starts, ends = event["DTSTART"].dt, event["DTEND"].dt
            found.append((starts.date(), starts.time(), ends.time(), str(event["LOCATION"]).partition(",")[0]))
    return found
