"""Days on which the clock changes, week 53 and 29 February: the right week, the right day, the right hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.desk.records import Tally

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

# 2026 has a week 53 that ends in 2027; 2028 has a 29 February, on a Tuesday.
_WEEKS = [date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 28), date(2027, 1, 4), date(2028, 2, 28)]
_EVERY_WEEK = {number: (f"FREQ=WEEKLY;BYDAY={day}",) for number, day in enumerate(("MO", "TU", "WE", "TH", "FR"))}


def _when(one: Occurrence) -> tuple[int, time, time]:
    return one.on.weekday(), one.series.starts, one.series.ends


@pytest.mark.parametrize("begin", _WEEKS)
def test_every_series_is_on_its_own_weekday_and_hour_in_an_odd_week(demo: Services, begin: date) -> None:
    usual = demo.activities.occurrences(date(2026, 3, 9), date(2026, 3, 15))
    assert monday(begin) == begin
    found = demo.activities.occurrences(begin, begin + timedelta(days=6))
    weekly = {one.series.id: _when(one) for one in usual if one.series.rrule in _EVERY_WEEK.get(one.on.weekday(), ())}
    assert len(weekly) > 3
    assert {one.series.id: _when(one) for one in found if one.series.id in weekly} == weekly
    assert all(begin <= shift.key.on <= begin + timedelta(days=6) for shift in demo.rota.week(begin))


@pytest.mark.parametrize(
    ("on", "utc"),
    [(date(2026, 3, 27), 12), (date(2026, 3, 30), 11), (date(2026, 10, 23), 11), (date(2026, 10, 26), 12)],
)
def test_a_shift_beside_the_change_of_the_clock_has_its_own_hours(
    demo: Services, clock: SetClock, on: date, utc: int
) -> None:
    zone = demo.room.zone
    assert instant(on, time(13), zone) == datetime(on.year, on.month, on.day, utc, tzinfo=UTC)
    host = demo.people.hosts()[0].id
    demo.rota.put_on(host, on, DayPart.AFTERNOON)
    clock.instant = instant(on, time(13), zone)
    demo.rota.sign_on(host)
    clock.instant = instant(on, time(17), zone)
    demo.rota.sign_off(host)
    (worked,) = (one for one in demo.rota.worked(on, on) if one.host == host)
    assert worked.off is not None
    assert worked.off - worked.on == timedelta(hours=4)


def test_a_visit_on_29_february_is_of_that_day_and_of_no_other(demo: Services, clock: SetClock) -> None:
    leap = date(2028, 2, 29)
    clock.instant = instant(leap, time(23, 59), demo.room.zone)
    demo.desk.tally(Tally(1))
    clock.instant += timedelta(minutes=2)
    demo.desk.tally(Tally(2))
    assert demo.room.today() == date(2028, 3, 1)
    assert demo.desk.figures(leap, leap).visits == 1
    assert demo.desk.figures(leap, date(2028, 3, 1)).visits == 3
