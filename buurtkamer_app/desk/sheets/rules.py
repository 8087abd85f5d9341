"""What a paper sheet, its number and its lines can be."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.rules import MOST_AT_ONCE, check_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.desk.sheets.records import SheetLine
    from buurtkamer_app.room.records import Opening

MOST_NUMBERS: Final = 100
_NUMBER: Final = re.compile(r"(\d{4})-(\d{4,6})", re.ASCII)
_TYPED: Final = re.compile(r"(?:(\d{4})\s*[-–/ ]\s*)?0*(\d{1,6})", re.ASCII)


def number(year: int, place: int) -> str:
    """Give the number of a sheet: year and place in its series, such as `2026-0007`."""
    return f"{year}-{place:04}"


def read_number(typed: str, year: int) -> str:
    """Read a number as people type it: `7` (of this year), `2026-7`, `2026-0007`; raises `RefusedError`."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None or int(found[2]) == 0:
        raise RefusedError("Type the number of the sheet, like 2026-0007.")
    return number(int(found[1] or year), int(found[2]))


def next_numbers(known: Iterable[str], year: int, count: int) -> list[str]:
    """Give the next numbers of a year, after the highest there is; raises `RefusedError` for too many at once."""
    if not 1 <= count <= MOST_NUMBERS:
        raise RefusedError("How many sheets? Between 1 and {most}.", most=MOST_NUMBERS)
    read = [_NUMBER.fullmatch(one) for one in known]
    highest = max((int(one[2]) for one in read if one and int(one[1]) == year), default=0)
    return [number(year, highest + step) for step in range(1, count + 1)]


def check_line(line: SheetLine) -> None:
    """Raise `RefusedError` unless the hour of the sheet exists and its numbers fit each other."""
    if not line.sheet.strip():
        raise RefusedError("Type the number of the sheet first.")
    if not 0 <= line.hour <= 23:
        raise RefusedError("Which hour? Between 0 and 23.")
    if not 0 <= line.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 0 and {most}.", most=MOST_AT_ONCE)
    check_parts(line.count, line.children, line.first_time)


def check_day(sheet: str, for_date: date, now: datetime) -> None:
    """Raise `RefusedError` for a day still to come, or years away from the number; `now` is the room's wall clock."""
    if for_date > now.date():
        raise RefusedError("This day is still to come. Look at the date.")
    found = _NUMBER.fullmatch(sheet)
    # A sheet may be printed in December and used in January, or numbered only when the lights are on again.
    if found is not None and abs(for_date.year - int(found[1])) > 1:
        raise RefusedError("This day does not fit the number of the sheet. Look at the year.")


def check_hour(hour: int, for_date: date, now: datetime) -> None:
    """Raise `RefusedError` for an hour that has not begun yet on the room's wall clock."""
    if datetime.combine(for_date, time(hour)) > now.replace(tzinfo=None):
        raise RefusedError("The hour from {hour}.00 is still to come.", hour=hour)


def hours(opening: Opening | None, usual: Sequence[Opening], entered: Iterable[int] = ()) -> list[int]:
    """Give the hours that a sheet of a day has rows for: those of the opening, one before and one after.

    On a day that the room is usually closed, all hours of the week; what was entered always has its row.
    """
    opened = [opening] if opening is not None else list(usual)
    first = min((one.opens.hour for one in opened), default=9)
    last = max((one.closes.hour if one.closes.minute else one.closes.hour - 1 for one in opened), default=17)
    return sorted({*range(max(first - 1, 0), min(last + 1, 23) + 1), *entered})
