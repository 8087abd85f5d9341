"""The rows behind each figure of a look back; their sum is the figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.evaluation import queries as wish_queries
from buurtkamer_app.evaluation.looking import around_queries, queries, row_queries, streets
from buurtkamer_app.evaluation.looking.records import Behind, Row, Rows
from buurtkamer_app.evaluation.records import WishChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from buurtkamer_app.evaluation.looking.held_records import Date
    from buurtkamer_app.evaluation.looking.records import BecameSelfRun
    from buurtkamer_app.team.hours.records import HoursFrom

# More than anybody ever had: all rows are read, and shown so many at once.
_ALL: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Sources:
    """Where rows come from: the period, the room's zone and wall clock, and what is worked out only when asked for."""

    session: Session
    first: date
    last: date
    zone: ZoneInfo
    now: datetime
    held: Callable[[], Sequence[Date]]
    given: Callable[[], Mapping[tuple[date, HoursFrom], int]]
    self_run: Callable[[], Sequence[BecameSelfRun]]


def page(rows: Sequence[Row], skip: int, most: int) -> Rows:
    """Give so many rows, the latest first, with their sum."""
    ordered = sorted(rows, key=lambda row: row.on, reverse=True)
    end = skip + most
    return Rows(tuple(ordered[skip:end]), sum(row.many for row in rows), end if len(ordered) > end else None)


def rows(figure: Behind, of: Sources) -> list[Row]:
    """Give all rows behind a figure."""
    return _FOUND[figure](of)


def _visits(what: str) -> Callable[[Sources], list[Row]]:
    return lambda of: [Row(on, "", many) for on, many in row_queries.visit_rows(of.session, what, of.first, of.last)]


def _helped(of: Sources) -> list[Row]:
    return [Row(on, "", many) for on, many in row_queries.helped_rows(of.session, of.first, of.last)]


def _wishes(*, supports: bool) -> Callable[[Sources], list[Row]]:
    def found(of: Sources) -> list[Row]:
        lines = wish_queries.wish_lines(of.session, WishChoice(of.first, of.last, supports), 0, _ALL)
        return [Row(line.on, _wish(line.number, line.text), 1) for line in lines]

    return found


def _wish(number: int, text: str) -> str:
    return f"{number} · {text}"


def _fulfilled(of: Sources) -> list[Row]:
    return [
        Row(one.on, _wish(one.number, one.text), 1, one.ending, max(0, (one.on - one.recorded_on).days))
        for one in queries.fulfilled(of.session, of.zone)
        if of.first <= one.on <= of.last
    ]


def _endings(of: Sources) -> list[Row]:
    found = row_queries.ending_rows(of.session, of.first, of.last)
    return [Row(on, _wish(number, text), 1, kind) for on, kind, number, text in found]


def _held(of: Sources) -> list[Row]:
    return [Row(one.on, one.series.name, 1, one.series.theme) for one in of.held()]


def _by_residents(of: Sources) -> list[Row]:
    return [Row(one.on, one.series.name, 1, one.series.theme) for one in of.held() if one.by_residents]


def _participations(of: Sources) -> list[Row]:
    return [Row(on, name, many) for on, name, many in row_queries.headcount_rows(of.session, of.first, of.last)]


def _hours(of: Sources) -> list[Row]:
    """Add hours up by month and by what they come from: whose they are is the coordinator's to see, on Rooster."""
    sums: Counter[tuple[date, HoursFrom]] = Counter()
    for (on, kind), many in of.given().items():
        sums[on.replace(day=1), kind] += many
    return [Row(month, "", minutes, kind) for (month, kind), minutes in sums.items() if minutes]


def _professional(of: Sources) -> list[Row]:
    by_month = queries.professional_hours(of.session, of.first, of.last)
    there = streets.held(of.session, of.first, of.last, of.now)
    found = [Row(month, organisation, minutes) for month, organisation, minutes in by_month]
    found += [Row(one.on, f"{one.name} ({one.street_name})", streets.professional_minutes(one)) for one in there]
    return [row for row in found if row.many]


def _gatherings(of: Sources) -> list[Row]:
    return [
        Row(one.on, f"{one.name} ({one.street_name})", 1, one.led_by)
        for one in streets.held(of.session, of.first, of.last, of.now)
    ]


def _markets(of: Sources) -> list[Row]:
    last = min(of.last, of.now.date())
    return [Row(one.on, one.name, 1) for one in around_queries.markets(of.session, of.first, last)]


def _results(of: Sources) -> list[Row]:
    found = around_queries.results(of.session, of.first, of.last)
    return [Row(one.on_date, f"{one.many} {one.unit} · {one.what}", 1, one.theme) for one in found]


def _self_run(of: Sources) -> list[Row]:
    return [Row(one.on, one.name, 1) for one in of.self_run()]


_FOUND: Final[Mapping[Behind, Callable[[Sources], list[Row]]]] = {
    Behind.VISITS: _visits("persons"),
    Behind.FIRST_TIME: _visits("first_time"),
    Behind.CHILDREN: _visits("children"),
    Behind.HELPED: _helped,
    Behind.WISHES_NEW: _wishes(supports=False),
    Behind.SUPPORTS: _wishes(supports=True),
    Behind.FULFILLED: _fulfilled,
    Behind.ENDINGS: _endings,
    Behind.ACTIVITIES: _held,
    Behind.BY_RESIDENTS: _by_residents,
    Behind.PARTICIPATIONS: _participations,
    Behind.HOURS: _hours,
    Behind.PROFESSIONAL: _professional,
    Behind.STREETS: _gatherings,
    Behind.MARKETS: _markets,
    Behind.RESULTS: _results,
    Behind.SELF_RUN: _self_run,
}
