"""When an idle desk lets go of the data: after the day was closed, or a while after its last shift."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import NIGHT_ENDS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, time

    from buurtkamer_app.desk.days.service import Days
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota

# Source: safety.md, "Keys".
AFTER_LAST_SHIFT: Final = timedelta(minutes=30)


def is_over(now: datetime, shift_ends: Collection[datetime], *, is_open: bool, is_closed: bool) -> bool:
    """Tell whether an idle desk may ask for the passphrase, on the room's wall clock.

    Never from the opening until the day is closed, or until half an hour after its last shift; a day without shifts
    that nobody opened needs no desk.
    """
    if is_closed:
        return True
    if shift_ends:
        return now >= max(shift_ends) + AFTER_LAST_SHIFT
    return not is_open


class Resting:
    """The use case of a desk that nobody touches; a locked desk may ask it."""

    def __init__(self, room: Room, days: Days, rota: Rota) -> None:
        self._room, self._days, self._rota = room, days, rota

    def over(self, slept: timedelta = timedelta(0)) -> bool:
        """Tell whether an idle desk may let go of the data by now; one that `slept` into another day always does."""
        on = self._days.current()
        state = self._days.state(on)
        ends = [_end(shift.on, shift.starts, shift.ends) for shift in self._rota.shifts(on, on)]
        now = self._room.now().replace(tzinfo=None)
        if _desk_day(now - slept) < _desk_day(now):
            return True
        is_open = state.opened_at is not None and state.closed_at is None
        return is_over(now, ends, is_open=is_open, is_closed=state.closed_at is not None)


def _desk_day(moment: datetime) -> date:
    return (moment - timedelta(hours=NIGHT_ENDS)).date()


def _end(on: date, starts: time, ends: time) -> datetime:
    """Give when a shift ends; one that ends before it starts goes on after midnight."""
    return datetime.combine(on if ends > starts else on + timedelta(days=1), ends)
