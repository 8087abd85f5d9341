"""Which shift a sign-on is for and how many minutes count, for any times of a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.rota.records import Worked
from buurtkamer_app.rota.rules import counted_minutes, planned_place

DAY = datetime(2026, 3, 11, tzinfo=UTC)
moments = st.integers(0, 24 * 60 - 1).map(lambda minutes: DAY + timedelta(minutes=minutes))
spans = st.tuples(moments, moments).map(lambda pair: (min(pair), max(pair) + timedelta(minutes=1)))


def worked(on: datetime, off: datetime | None, start: datetime | None = None, end: datetime | None = None) -> Worked:
    return Worked(UUID(int=1), "Ria", team_member=True, on=on, off=off, planned_start=start, planned_end=end)


@given(spans, spans)
def test_minutes_never_exceed_the_plan_nor_the_presence(
    present: tuple[datetime, ...], plan: tuple[datetime, ...]
) -> None:
    minutes = counted_minutes(worked(present[0], present[1], plan[0], plan[1]))
    assert 0 <= minutes <= (present[1] - present[0]).total_seconds() / 60
    assert minutes <= (plan[1] - plan[0]).total_seconds() / 60
    overlap = (min(present[1], plan[1]) - max(present[0], plan[0])).total_seconds() / 60
    assert minutes == max(0, int(overlap))


@given(moments)
def test_who_never_signed_off_counts_nothing(on: datetime) -> None:
    assert counted_minutes(worked(on, None)) == 0


@given(moments, st.lists(spans, max_size=5), st.sets(st.integers(0, 4)))
def test_the_planned_place_is_the_nearest_that_is_not_over(
    on: datetime, shifts: list[tuple[datetime, datetime]], ended: set[int]
) -> None:
    held = [(UUID(int=number), start, end) for number, (start, end) in enumerate(shifts)]
    over = [UUID(int=number) for number in ended]
    found = planned_place(on, held, over)
    left = [(abs(start - on), start, key) for key, start, end in held if end > on and key not in over]
    if not left:
        assert found is None
    else:
        assert found in {key for distance, start, key in left if (distance, start) == min(left)[:2]}
