"""What a paper sheet, its number and its lines can be."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.rules import check_persons
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.desk.rules import MOST_AT_ONCE, check_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.desk.sheets.records import SheetLine, SignUpLine
    from buurtkamer_app.room.records import Opening

MOST_NUMBERS: Final = 100
# A sign-up sheet: lines where there is no limit, for the waiting list, and at most in all (three pages).
_LINES: Final = 20
_WAITING: Final = 6
MOST_LINES: Final = 60
_NUMBER: Final = re.compile(r"(\d{4})-(\d{4,6})", re.ASCII)
_TYPED: Final = re.compile(r"(?:(\d{4})\s*[-–/ ]\s*)?0*(\d{1,6})", re.ASCII)
# A hand scanner says first what kind of code it saw, where it was set so: `]Q1`.
_SAID_FIRST: Final = re.compile(r"^(?:\]q[0-6]|[$*]a[à&é\"'(§-])(?=.)")
# It types as on an American keyboard. Where the computer has an AZERTY one, the row of digits gives these signs
# (Belgian, then what French has otherwise); the hyphen gives `)` there, `ß` in German, `'` in Spanish, `°` in capitals.
_AZERTY: Final = str.maketrans("&é\"'(§è!çà", "1234567890")
_FRENCH: Final = str.maketrans("-_", "68")
_HYPHENS: Final = re.compile(r"[)°ß'?]")
_FRAMES: Final = "\x02\x03"


def number(year: int, place: int) -> str:
    """Give the number of a sheet: year and place in its series, such as `2026-0007`."""
    return f"{year}-{place:04}"


def read_number(typed: str, year: int) -> str:
    """Read a number as people type it, `7` (of this year), `2026-7`, `2026-0007`, or as a hand scanner does.

    Whatever keyboard the computer has, and with what scanners put before and after. Raises `RefusedError`.
    """
    found = _TYPED.fullmatch(_as_meant(typed))
    if found is None or int(found[2]) == 0:
        raise RefusedError("Type the number of the sheet, like 2026-0007.")
    return number(int(found[1] or year), int(found[2]))


def _as_meant(typed: str) -> str:
    """Give what was typed as on a keyboard whose keys are where the scanner takes them to be."""
    text = _SAID_FIRST.sub("", typed.strip().strip(_FRAMES).strip().lower())
    if any(char in "0123456789" for char in text):
        return _HYPHENS.sub("-", text)
    before, hyphen, after = text.replace("°", ")").rpartition(")")
    if hyphen:
        before, after = before.translate(_FRENCH), after.translate(_FRENCH)
    return f"{before}{'-' if hyphen else ''}{after}".translate(_AZERTY)


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


def lines(occurrence: Occurrence) -> int:
    """Give how many lines a sign-up sheet printed now has: its free places and a waiting list, twenty without a limit.

    Where more are free than a sheet holds, they are all places; where none is, the waiting list is longer.
    """
    left = occurrence.places_left
    if left is None:
        return _LINES
    if left == 0:
        return 2 * _WAITING
    return min(left if left >= MOST_LINES else left + _WAITING, MOST_LINES)


def check_sign_up(line: SignUpLine, most: int) -> None:
    """Raise `RefusedError` unless the line is one of the `most` of its sheet and its number of persons can be."""
    if not 1 <= line.line <= most:
        raise RefusedError("This sheet has {lines} lines.", lines=most)
    check_persons(line.persons)
