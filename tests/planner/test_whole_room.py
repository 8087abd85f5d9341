"""A whole room with series, bookings, closures and wishes at random: after a proposal nothing is in anything's way."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import DayPart, Prefers, Theme
from buurtkamer_app.room.rules import closed_on
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.services import Services

FIRST, LAST = date(2026, 3, 12), date(2026, 4, 22)
RULES = (
    "",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=DAILY;COUNT=4",
)
TEXTS = ("Schaken!", "Naailes voor beginners", "Samen koken", "Wandelen", "Taart bakken", "Zingen met elkaar")


def _some_time(draw: random.Random) -> tuple[date, time, time]:
    start = draw.randrange(18, 36)
    on = FIRST + timedelta(days=draw.randrange(35))
    return (
        on,
        time(start // 2, start % 2 * 30),
        time((start + draw.randrange(1, 5)) // 2, start % 2 * 30 if start % 2 else 0),
    )


def _fill(services: Services, draw: random.Random) -> None:
    """Put series, bookings, closures, shifts and wishes in the room; what is refused is left out."""
    spaces = [space.name for space in services.room.spaces()]
    hosts = services.people.hosts()
    for number in range(12):
        on, starts, ends = _some_time(draw)
        lead = draw.choice(["hosts", draw.choice(hosts).name, "Mw. Tan"])
        new = NewSeries(
            f"Reeks {number}", draw.choice(list(Theme)), draw.choice(spaces), on, starts, ends, draw.choice(RULES)
        )
        with suppress(RefusedError):
            services.planner.plan_new(replace(new, lead=lead, capacity=draw.choice([None, 4, 12])))
        on, starts, ends = _some_time(draw)
        with suppress(RefusedError):
            services.bookings.book(
                NewBooking(f"Groep {number}", draw.choice(spaces), on, starts, ends, rrule=draw.choice(RULES))
            )
        with suppress(RefusedError):
            services.rota.put_on(draw.choice(hosts).id, on, draw.choice(list(DayPart)))
        services.wishes.write(
            NewWish(
                draw.choice(TEXTS),
                draw.choice(list(Theme)),
                supporters=draw.randrange(1, 25),
                prefers=draw.choice(list(Prefers)),
            )
        )
    closed = FIRST + timedelta(days=draw.randrange(30))
    services.room.close_days(closed, closed + timedelta(days=1), "verbouwing")


def _at_once(one: Occurrence, other: Occurrence) -> bool:
    return one.on == other.on and one.series.starts < other.series.ends and other.series.starts < one.series.ends


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_a_proposal_nothing_is_in_anythings_way(demo: Services, seed: int) -> None:
    _fill(demo, random.Random(seed))
    proposal = demo.proposing.propose()
    done = demo.proposing.take_over(proposal.plans).value
    assert done.refused == ()
    assert len(done.made) == len(proposal.plans) > 20
    new = {series for _asked, series in done.made}
    plan, closures = demo.room.plan(), demo.room.closures(FIRST, LAST)
    shared = {space.name for space in plan.spaces if space.shared}
    held = {space.name: space.capacity for space in plan.spaces}
    entries = [entry for entry in demo.activities.occurrences(FIRST, LAST) if entry.goes_on]
    for one, other in combinations(entries, 2):
        if _at_once(one, other) and {one.series.id, other.series.id} & new:
            assert one.series.space != other.series.space or one.series.space in shared
            assert one.series.lead != other.series.lead or one.series.lead == "hosts"
    for entry in (entry for entry in entries if entry.series.id in new):
        hours = plan.opening(entry.on)
        assert hours is not None
        assert hours.opens <= entry.series.starts < entry.series.ends <= hours.closes
        assert closed_on(closures, entry.on) is None
        beside = [other for other in entries if _at_once(entry, other) and other.series.space == entry.series.space]
        now = [other for other in beside if other.series.starts <= entry.series.starts < other.series.ends]
        assert sum(other.series.capacity or 0 for other in now) <= held[entry.series.space]
        for booked in demo.bookings.booked(entry.on, entry.on):
            apart = booked.takes_until <= entry.series.starts or entry.series.ends <= booked.takes_from
            assert apart or booked.booking.space != entry.series.space
        on_duty = [
            place.host_name
            for shift in demo.rota.shifts(entry.on, entry.on)
            if shift.starts < entry.series.ends and entry.series.starts < shift.ends
            for place in shift.on_duty
        ]
        assert entry.series.lead not in on_duty
