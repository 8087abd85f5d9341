"""Our dates and those that other programs read in our own file are the same, whatever the series."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.records import Changed, Series
from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.exchange.calendar.bringing import place_of, series_of
from buurtkamer_app.exchange.calendar.laying_out import EARLIEST, HORIZON, Planned
from buurtkamer_app.exchange.calendar.reading import events
from buurtkamer_app.exchange.calendar.telling import Reader
from buurtkamer_app.room.records import RoomPlan, Space
from tests.exchange import calendars
from tests.exchange.calendars import FACTS, SPACES, YEAR, file_of, ours, theirs

if TYPE_CHECKING:
    from buurtkamer_app.exchange.calendar.records import Told
    from buurtkamer_app.room.records import Closure

SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)


PLAN = RoomPlan(FACTS, (), tuple(Space(UUID(int=n), name, 40, shared=True) for n, name in enumerate(SPACES)), ())


def brought_in(content: bytes) -> list[Planned]:
    """Give a file as it would stand in an empty room with the same spaces."""
    by_uid: dict[str, list[Told]] = {}
    for event in events(content.decode()):
        told = Reader(PLAN).told(event)
        by_uid.setdefault(told.uid, []).append(told)
    # What was cancelled altogether is not brought in.
    kept = [told for told in by_uid.values() if not (len(told) == 1 and told[0].cancelled)]
    return [as_planned(number, told) for number, told in enumerate(kept, 1)]


def as_planned(number: int, told: list[Told]) -> Planned:
    found = series_of(told, PLAN.spaces, place_of(PLAN.spaces, told[0].place), Theme.COMMUNITY)
    new, lead = found.new, (LeadKind.HOSTS, "hosts", False)
    when = (new.rrule, new.first_date, new.starts, new.ends)
    one = Series(UUID(int=number), number, new.name, "", *when, 0, None, new.theme, new.space, *lead, False, False)
    one = replace(one, last_date=rules.last_of(new.rrule, new.first_date))
    places = [(entry.on, entry.starts, entry.ends, entry.space or new.space, *lead) for entry in found.otherwise]
    changed = [
        Changed(UUID(int=n), one.id, entry.rule_date, *place)
        for n, (entry, place) in enumerate(zip(found.otherwise, places, strict=True))
    ]
    return Planned(one, changed, dict.fromkeys(found.off, ""))


def compare(one: Planned, shut: list[Closure]) -> None:
    first, last = one.series.first_date - timedelta(days=40), one.series.first_date + 3 * YEAR
    read = theirs(file_of([one], shut, EARLIEST, HORIZON), first, last)
    assert sorted(read) == sorted(ours([one], shut, first, last))


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(calendars.planned(), calendars.closures())
def test_another_program_reads_the_dates_that_we_have(one: Planned, shut: list[Closure]) -> None:
    compare(one, shut)


@pytest.mark.long
@settings(max_examples=1000, deadline=None, suppress_health_check=SLOW)
@given(calendars.planned(), calendars.closures())
def test_another_program_reads_the_dates_that_we_have_a_thousand_times(one: Planned, shut: list[Closure]) -> None:
    compare(one, shut)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(calendars.planned(), calendars.closures(), st.integers(-30, 500), st.integers(0, 200))
def test_a_file_of_a_period_holds_that_period_and_no_more(
    one: Planned, shut: list[Closure], after: int, days: int
) -> None:
    first = one.series.first_date + timedelta(days=after)
    last = first + timedelta(days=days)
    read = theirs(file_of([one], shut, first, last), first - YEAR, last + YEAR)
    assert sorted(read) == sorted(ours([one], shut, first, last))


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(calendars.planned(), calendars.closures())
def test_our_own_file_brought_in_elsewhere_gives_the_same_dates(one: Planned, shut: list[Closure]) -> None:
    first, last = one.series.first_date - timedelta(days=40), one.series.first_date + 3 * YEAR
    there = brought_in(file_of([one], shut, EARLIEST, HORIZON))
    assert ours(there, [], first, last) == ours([one], shut, first, last)
