"""When an idle desk lets go of the data: never while the day runs, always after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.roles import Role
from buurtkamer_app.safekeeping.resting import AFTER_LAST_SHIFT, is_over

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

MOMENTS = st.datetimes(datetime(2026, 3, 11, 6), datetime(2026, 3, 12, 4))  # noqa: DTZ001 - the room's wall clock


@given(now=MOMENTS, ends=st.lists(MOMENTS, max_size=4), is_open=st.booleans())
def test_a_desk_rests_after_closing_and_half_an_hour_after_the_last_shift(
    now: datetime, ends: list[datetime], *, is_open: bool
) -> None:
    assert is_over(now, ends, is_open=False, is_closed=True)
    over = is_over(now, ends, is_open=is_open, is_closed=False)
    if ends:
        assert over == all(now - end >= AFTER_LAST_SHIFT for end in ends)
    else:
        assert over != is_open


def test_from_opening_until_closing_no_passphrase_is_asked(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    demo.sign_in.leave()
    assert not demo.resting.over()
    last = max(shift.ends for shift in demo.rota.shifts(demo.room.today(), demo.room.today()))
    now = demo.room.now()
    end = now.replace(hour=last.hour, minute=last.minute)
    clock.instant += end - now + timedelta(minutes=29)
    assert not demo.resting.over()
    clock.instant += timedelta(minutes=1)
    assert demo.resting.over()


def test_a_closed_day_is_over_at_once(demo: Services) -> None:
    demo.days.open()
    demo.days.close()
    demo.sign_in.leave()
    assert demo.store.actor.role is Role.NOBODY
    assert demo.resting.over()


def test_a_desk_that_slept_into_another_day_is_over(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    assert not demo.resting.over(timedelta(hours=1))
    clock.instant += timedelta(days=1)
    assert demo.resting.over(timedelta(days=1))
