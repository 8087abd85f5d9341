"""What a tally can be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from datetime import datetime

    from buurtkamer_app.desk.records import Tally

MOST_AT_ONCE = 999
# A press is handed on with its own instant; a clock that was set by a little meanwhile refuses nobody.
_SLACK: Final = timedelta(minutes=2)


def check_tally(tally: Tally) -> None:
    """Raise `RefusedError` unless 1 to 999 persons came, the children and first-timers among them."""
    if not 1 <= tally.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 1 and {most}.", most=MOST_AT_ONCE)
    check_parts(tally.count, tally.children, tally.first_time)


def check_parts(count: int, children: int, first_time: int) -> None:
    """Raise `RefusedError` unless the children and the new faces are among the people."""
    if not 0 <= children <= count:
        raise RefusedError("There cannot be more children than people.")
    if not 0 <= first_time <= count:
        raise RefusedError("There cannot be more new faces than people.")


def check_moment(at: datetime, now: datetime) -> None:
    """Raise `RefusedError` for a moment that has not come yet."""
    if at > now + _SLACK:
        raise RefusedError("That hour has not come yet. Look at the clock.")
