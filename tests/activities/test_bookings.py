"""Spaces in use by partners and groups: they block their space, are counted apart, and never overlap."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Theme

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
FRIDAY = date(2026, 3, 13)
CHOIR = NewBooking(
    "Koor De Merels",
    "Atelier",
    FRIDAY,
    time(13),
    time(15),
    phone="06 44444444",
    rrule="FREQ=WEEKLY;BYDAY=FR",
    set_up_minutes=30,
    clear_minutes=15,
    persons=14,
    arrangement="Sleutel 4, € 15 per keer",
)


def undo(services: Services) -> None:
    last = services.history.last()
    assert last is not None
    services.history.undo(last.unit)


def test_a_group_books_a_space_each_week_with_time_to_set_up(demo: Services) -> None:
    demo.bookings.book(CHOIR)
    (first, second) = demo.bookings.booked(FRIDAY, FRIDAY + timedelta(days=7))
    assert (first.takes_from, first.takes_until, first.off) == (time(12, 30), time(15, 15), None)
    assert second.on == FRIDAY + timedelta(days=7)
    assert first.booking.arrangement == "Sleutel 4, € 15 per keer"


def test_it_does_not_get_a_space_that_an_activity_is_in_and_hears_which(demo: Services) -> None:
    with pytest.raises(RefusedError, match="Taalcafé"):
        demo.bookings.book(replace(CHOIR, first_date=WEDNESDAY, rrule="FREQ=WEEKLY;BYDAY=WE"))
    assert demo.bookings.bookings() == []


def test_setting_up_counts_too(demo: Services) -> None:
    # The tablet help is in the Atelier until 12.00 on Wednesdays.
    at_noon = replace(CHOIR, first_date=WEDNESDAY, rrule="", starts=time(12), ends=time(13), set_up_minutes=0)
    with pytest.raises(RefusedError, match="tablethulp"):
        demo.bookings.book(replace(at_noon, set_up_minutes=1))
    demo.bookings.book(at_noon)


def test_two_groups_do_not_get_one_space(demo: Services) -> None:
    demo.bookings.book(CHOIR)
    with pytest.raises(RefusedError, match="Koor De Merels"):
        demo.bookings.book(replace(CHOIR, who="Bridgeclub", starts=time(15), ends=time(17), set_up_minutes=0))
    demo.bookings.book(replace(CHOIR, who="Bridgeclub", starts=time(15, 15), ends=time(17), set_up_minutes=0))


def test_an_activity_is_not_planned_in_a_space_that_is_booked(demo: Services) -> None:
    demo.bookings.book(CHOIR)
    drawing = NewSeries("Tekenen", Theme.COMMUNITY, "Atelier", FRIDAY, time(14), time(16))
    with pytest.raises(RefusedError, match="Koor De Merels"):
        demo.planner.check(drawing)


def test_a_group_larger_than_the_space_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError, match="16"):
        demo.bookings.book(replace(CHOIR, persons=17))


def test_who_shares_a_shared_space_must_fit_beside_what_is_there(demo: Services) -> None:
    # Klaverjassen takes 24 of the 40 places of the living room on Thursday afternoon.
    thursday = FRIDAY - timedelta(days=1)
    quiz = NewBooking("Quizclub", "Huiskamer", thursday, time(14), time(16), persons=16, open_to_visitors=True)
    with pytest.raises(RefusedError, match="16"):
        demo.bookings.book(replace(quiz, persons=17))
    with pytest.raises(RefusedError, match=r"Klaverjassen|Middaginloop"):
        demo.bookings.book(replace(quiz, open_to_visitors=False, persons=2))
    demo.bookings.book(quiz)


def test_a_date_is_off_and_on_again_unless_the_space_was_given_away(demo: Services) -> None:
    key = demo.bookings.book(CHOIR).value
    demo.bookings.off(key, FRIDAY, "Dirigent ziek")
    assert [entry.off for entry in demo.bookings.booked(FRIDAY, FRIDAY)] == ["Dirigent ziek"]
    drawing = NewSeries("Tekenen", Theme.COMMUNITY, "Atelier", FRIDAY, time(14), time(16))
    demo.planner.check(drawing)
    demo.activities.add_series(drawing)
    with pytest.raises(RefusedError, match="Tekenen"):
        demo.bookings.on_again(key, FRIDAY)
    undo(demo)
    demo.bookings.on_again(key, FRIDAY)
    assert [entry.off for entry in demo.bookings.booked(FRIDAY, FRIDAY)] == [None]


def test_heads_are_counted_apart_from_who_took_part(demo: Services) -> None:
    key = demo.bookings.book(CHOIR).value
    before = demo.activities.participations(FRIDAY, FRIDAY)
    demo.bookings.count(key, FRIDAY, 12)
    demo.bookings.count(key, FRIDAY, 13)
    assert demo.bookings.persons(FRIDAY, FRIDAY) == 13
    assert [entry.headcount for entry in demo.bookings.booked(FRIDAY, FRIDAY)] == [13]
    assert demo.activities.participations(FRIDAY, FRIDAY) == before
    with pytest.raises(RefusedError, match="13"):
        demo.bookings.off(key, FRIDAY)
    with pytest.raises(RefusedError):
        demo.bookings.count(key, FRIDAY, 10_000)
    with pytest.raises(RefusedError):
        demo.bookings.count(key, WEDNESDAY, 3)


def test_what_has_been_stays_as_it_was_when_a_booking_changes(demo: Services, clock: SetClock) -> None:
    key = demo.bookings.book(CHOIR).value
    later = FRIDAY + timedelta(days=14)
    demo.bookings.count(key, FRIDAY, 12)
    demo.bookings.off(key, later, "Concert")
    clock.instant += timedelta(days=5)
    fresh = demo.bookings.change(key, replace(CHOIR, starts=time(14), ends=time(16))).value
    assert fresh != key
    told = [
        (entry.on, entry.booking.starts, entry.headcount, entry.off) for entry in demo.bookings.booked(FRIDAY, later)
    ]
    assert told == [
        (FRIDAY, time(13), 12, None),
        (FRIDAY + timedelta(days=7), time(14), None, None),
        (later, time(14), None, "Concert"),
    ]
    undo(demo)
    assert {entry.booking.starts for entry in demo.bookings.booked(FRIDAY, later)} == {time(13)}


def test_a_new_phone_number_changes_nothing_else(demo: Services, clock: SetClock) -> None:
    key = demo.bookings.book(CHOIR).value
    clock.instant += timedelta(days=5)
    assert demo.bookings.change(key, replace(CHOIR, phone="020 5555555")).value == key
    assert demo.bookings.booking(key).phone == "020 5555555"


def test_a_booking_ends_after_a_day_or_goes_altogether(demo: Services) -> None:
    key = demo.bookings.book(CHOIR).value
    demo.bookings.count(key, FRIDAY, 12)
    with pytest.raises(RefusedError):
        demo.bookings.end(key, WEDNESDAY)
    demo.bookings.end(key, FRIDAY)
    assert [entry.on for entry in demo.bookings.booked(FRIDAY, FRIDAY + timedelta(days=60))] == [FRIDAY]
    other = demo.bookings.book(replace(CHOIR, who="Bridgeclub", first_date=FRIDAY + timedelta(days=7))).value
    demo.bookings.end(other, WEDNESDAY)
    assert [booking.who for booking in demo.bookings.bookings()] == ["Koor De Merels"]


def test_a_single_use_on_a_closed_day_is_refused_and_a_series_leaves_it_out(demo: Services) -> None:
    demo.room.close_days(FRIDAY, FRIDAY, "Verbouwing")
    with pytest.raises(RefusedError):
        demo.bookings.book(replace(CHOIR, rrule=""))
    demo.bookings.book(CHOIR)
    assert [entry.off for entry in demo.bookings.booked(FRIDAY, FRIDAY + timedelta(days=7))] == ["Verbouwing", None]


@pytest.mark.parametrize(
    "change",
    [
        {"who": " "},
        {"who": "x" * 10_000},
        {"phone": "bel maar"},
        {"space": "Zolder"},
        {"ends": time(13)},
        {"rrule": "FREQ=SOMETIMES"},
        {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"},
        {"last_date": WEDNESDAY},
        {"set_up_minutes": -5},
        {"clear_minutes": 1000},
        {"persons": 0},
        {"arrangement": "x" * 10_000},
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(demo: Services, change: dict[str, object]) -> None:
    with pytest.raises(RefusedError):
        demo.bookings.book(replace(CHOIR, **change))  # type: ignore[arg-type] # each names a field of it
    assert demo.bookings.bookings() == []


def test_names_of_groups_are_for_who_is_signed_in(demo: Services) -> None:
    demo.bookings.book(CHOIR)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.bookings.bookings()


_BOOKINGS = st.builds(
    lambda space, day, hour, length, every, before, after: NewBooking(
        "Groep",
        space,
        WEDNESDAY + timedelta(days=day),
        time(hour),
        time(min(23, hour + length)),
        rrule=every,
        set_up_minutes=before,
        clear_minutes=after,
    ),
    st.sampled_from(["Atelier", "Eetkeuken", "Spreekkamer"]),
    st.integers(0, 14),
    st.integers(8, 21),
    st.integers(1, 4),
    st.sampled_from(["", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=5", "FREQ=MONTHLY;BYDAY=1TU"]),
    st.integers(0, 60),
    st.integers(0, 60),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_BOOKINGS, max_size=6))
def test_no_two_uses_of_a_space_that_is_not_shared_overlap(demo: Services, wanted: list[NewBooking]) -> None:
    for booking in demo.bookings.bookings():
        demo.bookings.end(booking.id, WEDNESDAY - timedelta(days=1))
    for new in wanted:
        with suppress(RefusedError):
            demo.bookings.book(new)
    first, last = WEDNESDAY, WEDNESDAY + timedelta(days=60)
    uses = [
        (entry.on, entry.booking.space, entry.takes_from, entry.takes_until)
        for entry in demo.bookings.booked(first, last)
    ]
    uses += [
        (entry.on, entry.series.space, entry.series.starts, entry.series.ends)
        for entry in demo.activities.occurrences(first, last)
        if entry.series.space != "Huiskamer"
    ]
    for place, (on, space, starts, ends) in enumerate(uses):
        for other_on, other_space, other_starts, other_ends in uses[place + 1 :]:
            if (on, space) == (other_on, other_space):
                assert ends <= other_starts or other_ends <= starts
