"""Whether the computer's clock can be right: a clock that jumped would put visits on another day."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

# A clock that sets itself may go back by seconds. A room that was closed for longer is asked once, too.
_BACK: Final = timedelta(minutes=2)
_FAR: Final = timedelta(days=31)


class ClockDoubt(enum.Enum):
    """Why the clock may be wrong: it stands before what was done last, long after it, or on another day."""

    BACK = enum.auto()
    FAR_AHEAD = enum.auto()
    OTHER_DAY = enum.auto()


@dataclass(frozen=True, slots=True)
class ClockState:
    """What the clock says (UTC, and on the room's wall), and why that may be wrong (None: it can be right)."""

    now: datetime
    here: datetime
    doubt: ClockDoubt | None


def clock_doubt(
    now: datetime, done: Sequence[datetime], open_day: date | None, expected: datetime | None, zone: ZoneInfo
) -> ClockDoubt | None:
    """Tell why the clock may be wrong, None when it can be right; all moments are instants in UTC.

    `done` is when something was done here lately, the last first: a jump among them counts too, or the first thing
    done on a wrong clock would make it look right. `open_day` is the day that is open and not closed, `expected` what
    the clock would say now if nobody had set it since it was last looked at (None: not known).
    """
    steps = [later - earlier for later, earlier in pairwise((now, *done))]
    if any(step < -_BACK for step in steps):
        return ClockDoubt.BACK
    if any(step > _FAR for step in steps):
        return ClockDoubt.FAR_AHEAD
    today = local(now, zone).date()
    jumped = expected is not None and abs(now - expected) > _BACK and local(expected, zone).date() != today
    return ClockDoubt.OTHER_DAY if jumped or open_day not in {None, today} else None
