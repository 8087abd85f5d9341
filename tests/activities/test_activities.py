"""Series and their dates, places and the waiting list, on every store and for any parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.records import NewSeries, Party
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import LeadKind, Theme

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 9)


def test_the_week_of_9_march_has_twenty_occurrences_of_twelve_series(demo: Services) -> None:
    week = demo.activities.week(FRIDAY)
    entries = [entry for day in week.days for entry in day.occurrences]
    assert week.monday == MONDAY
    assert len(entries) == 20
    assert len({entry.series.id for entry in entries}) == 12


def test_a_lead_is_a_host_a_resident_or_whoever_is_on_duty(demo: Services) -> None:
    kinds = {series.name: (series.lead_kind, series.lead_on_paper) for series in demo.activities.series()}
    assert kinds["Koffie-inloop"] == (LeadKind.HOSTS, False)
    assert kinds["Taalcafé"] == (LeadKind.HOST, True)
    assert kinds["Haak- en breicafé"] == (LeadKind.RESIDENT, False)


def test_a_party_that_does_not_fit_waits_whole_and_moves_up_in_order(demo: Services) -> None:
    table = demo.activities.on_date("Eettafel", FRIDAY).id
    sign_up = demo.activities.sign_up
    assert not sign_up(table, FRIDAY, "", 22).value.waiting
    assert not sign_up(table, FRIDAY, "Mw. De Vries-Jansen", 2).value.waiting
    assert sign_up(table, FRIDAY, "Groep", 3).value.waiting
    assert sign_up(table, FRIDAY, "Łukasz", 1).value.waiting
    demo.activities.cancel_sign_up(table, FRIDAY, "Mw. De Vries-Jansen")
    assert [(party.name, party.waiting) for party in demo.activities.parties(table, FRIDAY)] == [
        ("", False),
        ("Groep", True),
        ("Łukasz", False),
    ]
    demo.history.undo_last_count()
    assert [party.waiting for party in demo.activities.parties(table, FRIDAY)] == [False, False, True, True]
    with pytest.raises(RefusedError, match="Niemand|signed|aangemeld"):
        demo.activities.cancel_sign_up(table, FRIDAY, "Niemand")


def test_a_closure_takes_the_days_off_the_programme_and_says_why(demo: Services) -> None:
    demo.room.close_days(FRIDAY, FRIDAY, "Verbouwing")
    week = demo.activities.week(FRIDAY)
    assert {entry.cancelled for entry in week.days[4].occurrences} == {"Verbouwing"}
    assert week.days[4].closure is not None
    assert week.days[4].closure.reason == "Verbouwing"


def test_what_cannot_be_is_refused_and_nothing_is_written(demo: Services) -> None:
    good = NewSeries("Schaken", Theme.COMMUNITY, "Atelier", FRIDAY, time(10), time(12))
    before = len(demo.activities.series())
    for change in (
        {"name": " "},
        {"space": "Zolder"},
        {"ends": time(9)},
        {"rrule": "FREQ=SOMETIMES"},
        {"name": "x" * 201},
    ):
        with pytest.raises(RefusedError):
            demo.activities.add_series(NewSeries(**{**_fields(good), **change}))  # type: ignore[arg-type]
    assert len(demo.activities.series()) == before


def _fields(series: NewSeries) -> dict[str, object]:
    return {name: getattr(series, name) for name in NewSeries.__dataclass_fields__}


def test_an_until_in_utc_is_a_rule_like_any_other() -> None:
    found = rules.dates("FREQ=WEEKLY;UNTIL=20260323T000000Z", MONDAY, MONDAY, MONDAY + timedelta(days=60))
    assert found == (MONDAY, date(2026, 3, 16), date(2026, 3, 23))


@given(
    st.one_of(st.none(), st.integers(1, 40)),
    st.lists(st.integers(1, 12), max_size=12),
    st.integers(0, 11),
)
def test_moving_up_never_overfills_and_leaves_nobody_waiting_who_fits(
    capacity: int | None, persons: list[int], gone: int
) -> None:
    seated: list[Party] = []
    waiting: list[Party] = []
    for number, count in enumerate(persons):
        full = not rules.fits(capacity, sum(party.persons for party in seated), count)
        (waiting if full else seated).append(Party(UUID(int=number), "", count, full))
    if seated:
        seated.pop(gone % len(seated))
    taken = sum(party.persons for party in seated)
    moved = rules.moving_up(capacity, taken, waiting)
    total = taken + sum(party.persons for party in moved)
    assert capacity is None or total <= capacity
    assert [party for party in waiting if party in moved] == moved
    assert all(not rules.fits(capacity, total, party.persons) for party in waiting if party not in moved)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 400))
def test_dates_of_a_rule_lie_in_the_period_and_on_its_weekdays(first: date, length: int) -> None:
    found = rules.dates("FREQ=WEEKLY;BYDAY=TU,FR", date(2026, 1, 5), first, first + timedelta(days=length))
    assert all(first <= on <= first + timedelta(days=length) and on.weekday() in {1, 4} for on in found)
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize(
    "wrong",
    [
        {"minimum": 9, "capacity": 2},
        {"capacity": 0},
        {"capacity": 10**10},
        {"price_cents": -1},
        {"price_cents": 10**12},
        {"price_cents": 100, "reduced_cents": 200},
        {"about": "x" * 10_000},
        {"about": "a\x00b"},
        {"about": "\ud800"},
        {"lead": "\ud800"},
        {"lead": ""},
        {"lead": "a\x00b"},
        {"space": "\ud800"},
        {"uid": "a\x00b"},
        {"first_date": date.max},
    ],
)
def test_texts_and_numbers_of_a_series_that_cannot_be_are_refused_in_a_sentence(
    demo: Services, wrong: dict[str, object]
) -> None:
    new = NewSeries("Schaken", Theme.COMMUNITY, "Atelier", date(2026, 3, 14), time(13), time(15))
    before = len(demo.activities.series())
    with pytest.raises(RefusedError):
        demo.activities.add_series(replace(new, **wrong))  # type: ignore[arg-type]
    assert len(demo.activities.series()) == before
