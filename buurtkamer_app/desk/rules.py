"""What a tally can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from buurtkamer_app.desk.records import Cash, SheetLine, Tally

MOST_AT_ONCE = 999


def check_tally(tally: Tally) -> None:
    """Raise `RefusedError` unless 1 to 999 persons came, the children and first-timers among them."""
    if not 1 <= tally.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 1 and {most}.", most=MOST_AT_ONCE)
    _check_parts(tally.count, tally.children, tally.first_time)


def check_line(line: SheetLine) -> None:
    """Raise `RefusedError` unless the hour of the sheet exists and its numbers fit each other."""
    if not line.sheet.strip():
        raise RefusedError("Type the number of the sheet first.")
    if not 0 <= line.hour <= 23:
        raise RefusedError("Which hour? Between 0 and 23.")
    if not 0 <= line.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 0 and {most}.", most=MOST_AT_ONCE)
    _check_parts(line.count, line.children, line.first_time)


def _check_parts(count: int, children: int, first_time: int) -> None:
    if not 0 <= children <= count:
        raise RefusedError("There cannot be more children than people.")
    if not 0 <= first_time <= count:
        raise RefusedError("There cannot be more new faces than people.")


def check_cash(cash: Cash) -> None:
    """Raise `RefusedError` for an amount under nothing."""
    if min(cash.opened_with, cash.received, cash.spent) < 0:
        raise RefusedError("An amount cannot be less than nothing.")
