"""What a tally can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from buurtkamer_app.desk.records import Tally

MOST_AT_ONCE = 999


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
