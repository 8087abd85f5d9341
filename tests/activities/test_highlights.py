"""What of a week is worth a place on a poster: what is rare, spread over the days, and never what does not go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.highlights import MOST, highlights, ranked, walk_ins
from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
from tests.printing.weeks import FACTS, HOURS, MONDAY, SERIES, series, week, with_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from buurtkamer_app.activities.records import Series

FRIDAY = MONDAY + timedelta(days=4)
FILM = replace(
    series("Filmmiddag", "4", time(13), time(16), "Huiskamer"),
    rrule="FREQ=MONTHLY;BYDAY=2FR",
    first_date=date(2026, 1, 1),
)
FEAST = replace(series("Iftar", "4", time(18), time(21), "Huiskamer"), rrule="", first_date=FRIDAY)
COFFEE, AFTERNOON, TABLE = SERIES[0], SERIES[5], SERIES[-1]
SOUP = replace(series("Soep", "1", time(12), time(13), "Eetkeuken"), meal=True)


def planned(of: Iterable[Series]) -> WeekProgramme:
    """Make the programme of the week from the rules of series."""
    found = rules.planned(of, (), MONDAY, MONDAY + timedelta(days=6))
    days = tuple(
        DayProgramme(
            on,
            next((hours for hours in HOURS if hours.weekday == on.weekday()), None),
            tuple(entry for entry in found if entry.on == on),
        )
        for on in (MONDAY + timedelta(days=offset) for offset in range(7))
    )
    return WeekProgramme(FACTS, HOURS, MONDAY, days)


def names(programme: WeekProgramme, most: int = MOST) -> list[str]:
    return [one.series.name for one in highlights(programme, most)]


def test_the_demo_week_shows_seven_things_on_five_days_and_no_walk_in() -> None:
    found = highlights(week())
    assert len(found) == 7
    assert {one.days[0].weekday() for one in found} == {0, 1, 2, 3, 4}
    assert not {COFFEE.name, AFTERNOON.name} & {one.series.name for one in found}


def test_what_is_once_comes_before_what_is_monthly_and_that_before_what_is_weekly() -> None:
    order = [one.series.name for one in ranked(planned((TABLE, FILM, FEAST)), 3)]
    assert order == ["Iftar", "Filmmiddag", "Eettafel"]


def test_what_begins_this_week_counts_as_rare() -> None:
    new = replace(series("Yoga", "4", time(19), time(20), "Atelier"), first_date=FRIDAY)
    assert names(planned((TABLE, new)), 1) == ["Yoga"]


def test_what_goes_on_under_another_form_is_not_new() -> None:
    going_on = replace(series("Yoga", "4", time(19), time(20), "Atelier"), first_date=FRIDAY, continues=UUID(int=1))
    assert names(planned((TABLE, going_on)), 1) == ["Eettafel"]


def test_a_meal_comes_before_what_is_as_rare() -> None:
    chess = replace(series("Schaken", "1", time(10), time(11), "Huiskamer"), sign_up=True)
    assert names(planned((chess, SOUP)), 1) == ["Soep"]


def test_what_is_on_twice_is_told_once_with_both_days() -> None:
    (found,) = highlights(planned([series("Huiswerkhulp", "03", time(15), time(17), "Atelier")]))
    assert [day.weekday() for day in found.days] == [0, 3]


def test_walk_ins_are_shown_when_nothing_else_is_on() -> None:
    assert names(planned((COFFEE, AFTERNOON))) == ["Koffie-inloop", "Middaginloop"]
    assert names(planned((COFFEE, TABLE))) == ["Eettafel"]


def test_what_does_not_go_on_is_no_highlight() -> None:
    programme = planned((TABLE, COFFEE))
    friday = programme.days[4]
    off = tuple(replace(entry, cancelled="De kok is ziek") for entry in friday.occurrences)
    assert "Eettafel" not in names(with_day(programme, 4, replace(friday, occurrences=off)))


def test_an_empty_week_has_none() -> None:
    assert highlights(planned(())) == []


RULES = ("", "FREQ=WEEKLY;BYDAY={day}", "FREQ=MONTHLY;BYDAY=2{day}", "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", "FREQ=DAILY")
KNOWN = st.lists(
    st.builds(
        lambda number, rule, day, hour, *, meal: replace(
            series(f"Activiteit {number}", "0", time(hour), time(hour + 1), "Zaal"),
            id=UUID(int=number),
            number=number,
            rrule=RULES[rule].format(day=("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day]),
            first_date=MONDAY + timedelta(days=day) if not rule else date(2026, 1, 1) + timedelta(days=day),
            meal=meal,
        ),
        st.integers(1, 60),
        st.integers(0, len(RULES) - 1),
        st.integers(0, 6),
        st.integers(8, 20),
        meal=st.booleans(),
    ),
    max_size=30,
    unique_by=lambda one: one.id,
)


@settings(max_examples=40, deadline=None)
@given(KNOWN, st.integers(1, 12), st.randoms(use_true_random=False))
def test_highlights_are_few_in_order_and_the_same_in_whatever_order_they_were_written(
    known: Sequence[Series], most: int, shuffled: Random
) -> None:
    programme = planned(known)
    found = highlights(programme, most)
    assert len(found) <= most
    assert found == sorted(found, key=lambda one: (one.days[0], one.series.starts, one.series.number))
    assert all(one.occurrence.goes_on for one in found)
    other = list(known)
    shuffled.shuffle(other)
    assert highlights(planned(other), most) == found
    assert ranked(programme, most) == ranked(programme, most + 3)[:most]
    usual = walk_ins(programme)
    special = {entry.series.id for day in programme.days for entry in day.occurrences} - usual
    assert not special or not usual & {one.series.id for one in found}
    once = {one.id for one in known if not one.rrule}
    chosen = {one.series.id for one in found}
    assert once <= chosen or chosen <= once or len(once) > most


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=20))
def test_things_that_are_as_rare_are_spread_over_the_days(days: list[int]) -> None:
    known = [
        replace(series(f"A{number}", str(day), time(10), time(11), "Zaal"), id=UUID(int=number), number=number)
        for number, day in enumerate(days, start=1)
    ]
    found = [one.days[0].weekday() for one in highlights(planned(known))]
    assert set(found) == set(days)
    left = {day: days.count(day) - found.count(day) for day in set(days)}
    most = max(found.count(day) for day in found)
    assert all(not left[day] or found.count(day) >= most - 1 for day in left)
