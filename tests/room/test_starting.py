from __future__ import annotations

from datetime import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.room.records import Opening
from buurtkamer_app.room.starting import starting_patterns


def minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def from_to(opens: str, closes: str) -> list[tuple[DayPart, str, str]]:
    shifts = starting_patterns([Opening(0, time.fromisoformat(opens), time.fromisoformat(closes))])
    return [(shift.part, f"{shift.starts:%H:%M}", f"{shift.ends:%H:%M}") for shift in shifts]


def test_a_usual_day_has_a_morning_and_an_afternoon() -> None:
    assert from_to("10:00", "17:00") == [
        (DayPart.MORNING, "10:00", "13:00"),
        (DayPart.AFTERNOON, "13:00", "17:00"),
    ]


def test_a_long_day_has_an_evening_as_well() -> None:
    assert [part for part, _, _ in from_to("10:00", "21:00")] == [DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING]


def test_a_room_that_opens_in_the_evening_has_one_shift() -> None:
    assert from_to("19:00", "21:30") == [(DayPart.EVENING, "19:00", "21:30")]


def test_half_an_hour_joins_the_shift_beside_it() -> None:
    assert from_to("12:30", "18:00") == [(DayPart.AFTERNOON, "12:30", "18:00")]


@given(
    st.integers(0, 24 * 60 - 2).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, 24 * 60 - 1)))
)
def test_shifts_cover_the_opening_hours_exactly(span: tuple[int, int]) -> None:
    opens, closes = (time(*divmod(minute, 60)) for minute in span)
    shifts = starting_patterns([Opening(3, opens, closes)])
    assert shifts[0].starts == opens
    assert shifts[-1].ends == closes
    assert all(before.ends == after.starts for before, after in pairwise(shifts))
    assert len({shift.part for shift in shifts}) == len(shifts)
    assert all((shift.weekday, shift.hosts, shift.experienced) == (3, 2, 1) for shift in shifts)
    if len(shifts) > 1:
        assert all(minutes(shift.ends) - minutes(shift.starts) >= 60 for shift in shifts)
