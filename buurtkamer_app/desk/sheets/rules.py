"""What a line of a paper sheet can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.rules import MOST_AT_ONCE, check_parts

if TYPE_CHECKING:
    from buurtkamer_app.desk.sheets.records import SheetLine


def check_line(line: SheetLine) -> None:
    """Raise `RefusedError` unless the hour of the sheet exists and its numbers fit each other."""
    if not line.sheet.strip():
        raise RefusedError("Type the number of the sheet first.")
    if not 0 <= line.hour <= 23:
        raise RefusedError("Which hour? Between 0 and 23.")
    if not 0 <= line.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 0 and {most}.", most=MOST_AT_ONCE)
    check_parts(line.count, line.children, line.first_time)
