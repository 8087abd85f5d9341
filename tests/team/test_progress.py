"""How the year of a team goes: hours of everything once, week by week, the marks, and the years after the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms import HoursKind
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.team.hours.records import HoursFrom, NewHours
from buurtkamer_app.team.meetings.records import Meeting
from buurtkamer_app.team.progress import rules
from buurtkamer_app.team.progress.records import TeamYear
from buurtkamer_app.team.records import Team
from tests.team.around import helped_in_street, was_at_market
from tests.team.rooms import WEDNESDAY, ZONE, at, coordinate, gives, who, works

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.progress.records import Progress

FIRST = date(2026, 1, 1)
YEAR = TeamYear(1, FIRST, date(2026, 12, 31), 0)


def progress(services: Services, number: int | None = None) -> Progress:
    found = services.team_progress.progress(number)
    assert found is not None
    return found


@pytest.fixture
def quiet(services: Services) -> Services:
    """Give a room in which nothing is planned, with a team of two that gave 1204 hours before."""
    facts = RoomFacts("De Kaai", "Kaai 1", "1034 ZZ", "Amsterdam", "", "NL", "Europe/Amsterdam", "")
    services.room.set_up(facts, [Opening(0, time(9), time(17))], [("Zaal", 20, True)], [])
    services.teams.set_up(Team("Buurtvolk Zuid", FIRST, 1204 * 60, 5000, 10000, 0))
    for name in ("Ria Postma", "Joop Kramer"):
        services.teams.add_member(name)
    return services


def given_on(services: Services, on: date) -> int:
    return services.team_progress.given().get(on, 0)


def test_it_is_what_the_pace_of_the_hours_says(demo: Services, clock: SetClock) -> None:
    clock.instant = at(WEDNESDAY, 18)
    gives(demo, ("Ria Postma", "Kees Vos"), WEDNESDAY - timedelta(days=1), 5)
    found = progress(demo)
    assert found.pace == demo.hours.pace()
    assert found.line[-1] == (WEDNESDAY, found.pace.minutes)
    assert found.years == (found.year,)


def test_meetings_markets_and_streets_give_hours_to_who_was_there_once_they_are_over(
    quiet: Services, clock: SetClock
) -> None:
    ria, joop = who(quiet, "Ria Postma"), who(quiet, "Joop Kramer")
    clock.instant = at(WEDNESDAY, 11, 59)
    quiet.meetings.write(Meeting(WEDNESDAY, time(10), time(12), "Opening", frozenset({ria, joop})))
    was_at_market(quiet, ria, WEDNESDAY, time(13), time(15))
    helped_in_street(quiet, joop, WEDNESDAY, time(16), time(18), until=time(19))
    assert quiet.hours.sheet(ria).sums.month == 0
    clock.instant = at(WEDNESDAY, 20)
    lines = [(line.kind, line.minutes) for line in quiet.hours.sheet(ria).lines]
    assert lines == [(HoursFrom.MEETING, 120), (HoursFrom.MARKET, 120)]
    assert [(line.kind, line.minutes) for line in quiet.hours.sheet(joop).lines][-1] == (HoursFrom.STREET, 180)
    assert progress(quiet).year.minutes == 1204 * 60 + 2 * 120 + 120 + 180


def test_what_was_cancelled_gives_no_hours_but_what_prepared_it_does(quiet: Services, clock: SetClock) -> None:
    ria = who(quiet, "Ria Postma")
    clock.instant = at(WEDNESDAY, 20)
    was_at_market(quiet, ria, WEDNESDAY, time(9), time(10), cancelled="Storm")
    was_at_market(quiet, ria, WEDNESDAY, time(11), time(15), cancelled="Storm", day=True)
    helped_in_street(quiet, ria, WEDNESDAY, time(16), time(18), cancelled="Regen")
    assert [line.minutes for line in quiet.hours.sheet(ria).lines] == [60]


mixture = st.lists(
    st.tuples(
        st.sampled_from(["shift", "meeting", "market", "street", "other"]), st.integers(0, 20), st.integers(1, 16)
    ),
    max_size=6,
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_every_minute_counts_once_whatever_mixture_it_was_given_in(
    quiet: Services, clock: SetClock, data: st.DataObject
) -> None:
    on = clock.now().astimezone(ZONE).date() + timedelta(days=1)
    ria, minutes = who(quiet, "Ria Postma"), set[int]()
    for kind, quarter, long in data.draw(mixture):
        starts = datetime.combine(on, time(8)) + timedelta(minutes=15 * quarter)
        ends = starts + timedelta(minutes=15 * long)
        minutes |= set(range(15 * quarter, 15 * (quarter + long)))
        clock.instant = at(on, 23)
        if kind == "shift":
            works(quiet, clock, "Ria Postma", instant(on, starts.time(), ZONE), instant(on, ends.time(), ZONE))
        elif kind == "meeting":
            quiet.meetings.write(Meeting(on, starts.time(), ends.time(), "", frozenset({ria})))
        elif kind == "market":
            was_at_market(quiet, ria, on, starts.time(), ends.time())
        elif kind == "street":
            helped_in_street(quiet, ria, on, starts.time(), ends.time())
        else:
            quiet.hours.write(NewHours((ria,), on, starts.time(), ends.time(), HoursKind.OTHER))
    clock.instant = at(on, 23)
    assert given_on(quiet, on) == quiet.hours.by_day(on, on).get(ria, {}).get(on, 0) == len(minutes)
    assert progress(quiet).year.minutes == sum(quiet.team_progress.given().values())


def test_the_marks_are_reached_on_the_day_on_which_so_many_hours_were_given(quiet: Services, clock: SetClock) -> None:
    team = quiet.teams.team()
    assert team is not None
    quiet.teams.set_up(replace(team, target_low=1205, target_high=1210))
    clock.instant = at(WEDNESDAY, 18)
    gives(quiet, "Ria Postma", WEDNESDAY - timedelta(days=1), 1)
    assert progress(quiet).reached == (WEDNESDAY - timedelta(days=1), None)
    gives(quiet, "Ria Postma", WEDNESDAY, 5)
    assert progress(quiet).reached == (WEDNESDAY - timedelta(days=1), WEDNESDAY)


def test_years_after_the_first_stand_beside_it_and_can_be_chosen(quiet: Services, clock: SetClock) -> None:
    clock.instant = at(date(2028, 5, 1), 12)
    gives(quiet, "Ria Postma", date(2027, 6, 1), 4)
    gives(quiet, "Joop Kramer", date(2028, 2, 1), 2)
    found = progress(quiet)
    assert [(year.number, year.minutes) for year in found.years] == [(1, 1204 * 60), (2, 240), (3, 120)]
    assert found.year.number == 3
    second = progress(quiet, 2)
    assert (second.year.minutes, second.pace.minutes, second.line[-1]) == (240, 240, (date(2027, 12, 31), 240))
    assert progress(quiet, 99).year.number == 3


def test_a_team_that_has_still_to_begin_has_its_first_year_and_no_hours(quiet: Services) -> None:
    quiet.teams.set_up(Team("Buurtvolk Zuid", WEDNESDAY + timedelta(days=60), 0, 5000, 10000, 0))
    found = progress(quiet)
    assert (found.line, found.year.number, found.pace.foreseen) == ((), 1, None)


def test_without_a_team_there_is_nothing_to_see_and_nobody_sees_it_at_a_locked_desk(services: Services) -> None:
    assert services.team_progress.progress() is None
    assert services.team_progress.given() == {}
    services.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        services.team_progress.progress()
    coordinate(services)


days = st.dictionaries(st.dates(date(2025, 12, 1), date(2027, 2, 1)), st.integers(0, 3000), max_size=20)


@settings(max_examples=40)
@given(days, st.dates(FIRST, date(2026, 12, 31)))
def test_the_line_never_falls_and_ends_with_what_was_given(given_days: dict[date, int], today: date) -> None:
    line = rules.line(YEAR, today, given_days)
    assert all(one[1] <= other[1] and one[0] < other[0] for one, other in pairwise(line))
    assert line[-1] == (today, sum(minutes for on, minutes in given_days.items() if FIRST <= on <= today))
    assert len(line) <= 53


@settings(max_examples=40)
@given(st.integers(0, 600_000), st.integers(0, 400))
def test_what_was_before_this_store_is_spread_and_none_of_it_is_lost(minutes: int, count: int) -> None:
    found = rules.spread(minutes, FIRST, FIRST + timedelta(days=count))
    assert sum(found.values()) == minutes
    assert max(found) <= max(FIRST, FIRST + timedelta(days=count - 1))


@settings(max_examples=40)
@given(days, st.integers(1, 20_000))
def test_a_mark_is_reached_on_the_first_day_on_which_it_is(given_days: dict[date, int], mark: int) -> None:
    on = rules.reached(mark, YEAR, given_days)
    within = {day: minutes for day, minutes in given_days.items() if FIRST <= day <= YEAR.last}
    assert (on is None) is (sum(within.values()) < mark)
    if on is not None:
        assert sum(minutes for day, minutes in within.items() if day <= on) >= mark
        assert sum(minutes for day, minutes in within.items() if day < on) < mark


def test_twenty_five_members_over_a_year_add_up(quiet: Services, clock: SetClock) -> None:
    for number in range(23):
        quiet.teams.add_member(f"Lid {number}")
    members = tuple(member.id for member in quiet.teams.members().named)
    clock.instant = at(date(2026, 12, 31), 20)
    with quiet.store.work(Label("a year"), Role.COORDINATOR):
        for week in range(40):
            on = date(2026, 3, 16) + timedelta(weeks=week)
            quiet.hours.write(NewHours(members, on, time(9), time(12), HoursKind.OTHER))
            quiet.hours.write(NewHours(members, on, time(10), time(13), HoursKind.MEETING))
    assert progress(quiet).year.minutes == 1204 * 60 + 40 * len(members) * 240
