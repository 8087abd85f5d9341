"""What counts of hours, the years in which they are added up, and the pace towards the target."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.rota.rules import counted_minutes
from buurtkamer_app.team.hours.records import HoursFrom, Pace, Periods, Span, Sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.rota.records import Worked
    from buurtkamer_app.team.records import Team

_ORDER: Final = {kind: place for place, kind in enumerate(HoursFrom)}
# Days of a year that must have gone by before anything is said of the rest of it.
ENOUGH_DAYS: Final = 14


def whole(moment: datetime) -> datetime:
    """Give the minute that a moment is in."""
    return moment.replace(second=0, microsecond=0)


def span_of(worked: Worked, zone: ZoneInfo) -> Span | None:
    """Give what counts of a sign-on as a span, None when nothing does; as long as the daybook's rule says."""
    minutes = counted_minutes(worked)
    if not minutes:
        return None
    starts = whole(max(worked.on, worked.planned_start) if worked.planned_start else worked.on)
    on = worked.on.astimezone(zone).date()
    return Span(worked.host, on, starts, starts + timedelta(minutes=minutes), HoursFrom.SHIFT)


def counted(spans: Iterable[Span]) -> list[tuple[Span, int]]:
    """Give with each span of one host the minutes that it adds: times that overlap count once.

    In the order of their start; of those that begin together what they come from decides. Source: the programme
    Buurtvolk, "per person and day, overlapping times count once".
    """
    found: list[tuple[Span, int]] = []
    covered: datetime | None = None
    for span in sorted(spans, key=lambda span: (span.starts, _ORDER[span.kind], span.ends)):
        begin = span.starts if covered is None else max(span.starts, covered)
        found.append((span, max(0, int((span.ends - begin).total_seconds() // 60))))
        covered = span.ends if covered is None else max(covered, span.ends)
    return found


def by_day(spans: Iterable[Span], first: date = date.min) -> dict[UUID, dict[date, int]]:
    """Add up what counts by host and day, from a first day on: what began before it only covers what came after."""
    of_host: dict[UUID, list[Span]] = {}
    for span in spans:
        of_host.setdefault(span.host, []).append(span)
    days: dict[UUID, dict[date, int]] = {}
    for host, theirs in of_host.items():
        sums: Counter[date] = Counter()
        for span, minutes in counted(theirs):
            if span.on >= first:
                sums[span.on] += minutes
        if sums:
            days[host] = sums
    return days


def between(days: Mapping[date, int], first: date, last: date) -> int:
    """Add up the minutes of a period, both days included."""
    return sum(minutes for on, minutes in days.items() if first <= on <= last)


def _anniversary(start: date, years: int) -> date:
    """Give the same day so many years later; 1 March for a leap day in a year without one."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def team_year(started_on: date, on: date) -> tuple[date, date]:
    """Give the first and last day of the year of the team that a day is in; of its first year before it began."""
    years = max(0, on.year - started_on.year)
    if years and _anniversary(started_on, years) > on:
        years -= 1
    return _anniversary(started_on, years), _anniversary(started_on, years + 1) - timedelta(days=1)


def check_begun(team: Team | None, on: date) -> None:
    """Raise `RefusedError` for a day before the team began: it has no hours of then."""
    if team is not None and on < team.started_on:
        raise RefusedError(
            "The team began on {day}. Before that there are no hours.", day=f"{team.started_on:%d-%m-%Y}"
        )


def before_counts(started_on: date, began: date, first: date, last: date) -> bool:
    """Tell whether what was given before this store `began` counts in a team year: the one in which that was."""
    return first <= max(started_on, began) <= last


def periods(month: date, today: date, started_on: date | None) -> Periods:
    """Give what is added up for a month; the team year is that of its last day, or of today while it lasts."""
    first = month.replace(day=1)
    if started_on is None:
        return Periods(first)
    return Periods(first, *team_year(started_on, max(first, min(month_end(first), today))))


def sums(days: Mapping[date, int], over: Periods) -> Sums:
    """Add up a host's days."""
    year = over.month.year
    team = 0
    if over.team_first is not None and over.team_last is not None:
        team = between(days, over.team_first, over.team_last)
    return Sums(
        between(days, over.month, month_end(over.month)),
        between(days, date(year, 1, 1), date(year, 12, 31)),
        team,
    )


def total(rows: Iterable[Sums]) -> Sums:
    """Add sums up."""
    found = Sums()
    for row in rows:
        found = Sums(found.month + row.month, found.year + row.year, found.team_year + row.team_year)
    return found


def pace(team: Team, today: date, minutes: int, hosts: int) -> Pace:
    """Tell how far the team is: `minutes` were given in its year so far, by `hosts` of its members who are hosts."""
    first, last = team_year(team.started_on, today)
    days = (last - first).days + 1
    gone = max(0, (today - first).days + 1)
    low, high = team.target_low * 60, team.target_high * 60
    return Pace(
        team.name,
        first,
        last,
        today,
        minutes,
        low,
        high,
        low * gone // days,
        high * gone // days,
        minutes * days // gone if gone >= ENOUGH_DAYS else None,
        hosts + team.members_besides_hosts,
        team.members_besides_hosts,
    )
