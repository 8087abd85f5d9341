"""A time zone as a calendar file tells it, for who reads it without a list of zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Timezone

# From 1996 on the European Union turns its clocks on the last Sundays of March and October at 1.00 UTC.
# Source: Directive 2000/84/EC, and 94/21/EC for the first year.
_SINCE: Final = 1996
_YEARS: Final = range(_SINCE, 2038)
_TURNS: Final = (
    (3, "DAYLIGHT", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    (10, "STANDARD", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
)


def told(zone: ZoneInfo) -> Timezone:
    """Give the component of a zone; for one with other rules than those of the EU the library's list of years."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur  # noqa: PLC0415 - loaded where it is used

    if not all(_turns(zone, year, month) for year in _YEARS for month, _, _ in _TURNS):
        return Timezone.from_tzid(zone.key)
    made = Timezone()
    made.add("tzid", zone.key)
    for month, kind, rule in _TURNS:
        part = TimezoneDaylight() if kind == "DAYLIGHT" else TimezoneStandard()
        turn = _turn(_SINCE, month)
        before, after = (turn - timedelta(hours=1)).astimezone(zone), turn.astimezone(zone)
        part.add("dtstart", turn.replace(tzinfo=None) + _offset(before))
        part.add("rrule", vRecur.from_ical(rule))
        part.add("tzoffsetfrom", _offset(before))
        part.add("tzoffsetto", _offset(after))
        part.add("tzname", after.tzname() or zone.key)
        made.add_component(part)
    return made


def _turn(year: int, month: int) -> datetime:
    """Give the moment at which the EU turns its clocks."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _turns(zone: ZoneInfo, year: int, month: int) -> bool:
    turn = _turn(year, month)
    before, after = (turn - timedelta(seconds=1)).astimezone(zone), turn.astimezone(zone)
    step = timedelta(hours=1) if month == _TURNS[0][0] else timedelta(hours=-1)
    return _offset(after) - _offset(before) == step


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
