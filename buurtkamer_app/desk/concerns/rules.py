"""What a concern and an incident can be, and whom to call when it is urgent."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desk.concerns.records import UrgentNumber
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, time

LONGEST_LINE: Final = 200
USUAL_REVIEW: Final = timedelta(days=7)
_LATEST_REVIEW: Final = timedelta(days=366)
# Digits that stand together, or apart by one sign as people write numbers.
_DIGITS: Final = re.compile(r"\d+(?:[ .\u00a0-]\d+)*")
_GROUP: Final = re.compile(r"\d+")
_BSN_LENGTH: Final = 9
_ELEVEN: Final = 11

_BELGIUM: Final = "BE"
# Source: safety.md, privacy 4; the free number of 113 is 0800 0113.
_URGENT: Final = {
    "NL": (
        UrgentNumber(mark("Danger: ambulance, police or fire brigade"), "112"),
        UrgentNumber(mark("Violence or neglect at home: Veilig Thuis"), "0800 2000"),
        UrgentNumber(mark("Somebody does not want to live any more"), "113"),
        UrgentNumber(mark("A doctor in the evening or at the weekend"), ""),
    ),
    _BELGIUM: (
        UrgentNumber(mark("Danger: ambulance, police or fire brigade"), "112"),
        UrgentNumber(mark("Violence or abuse at home: 1712"), "1712"),
        UrgentNumber(mark("Somebody does not want to live any more"), "1813"),
    ),
}


def urgent_numbers(country: str) -> tuple[UrgentNumber, ...]:
    """Give whom to call at once in a country (`NL`, `BE`), the most urgent first."""
    return _URGENT[_BELGIUM if country == _BELGIUM else "NL"]


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits can be a citizen service number (BSN): 9a + 8b + … + 2h - i is divisible by 11.

    Source: Rijksdienst voor Identiteitsgegevens, Logisch Ontwerp BSN, 11-proef.
    """
    if len(digits) != _BSN_LENGTH or not any(map(int, digits)):
        return False
    weights = (*range(_BSN_LENGTH, 1, -1), -1)
    total: int = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % _ELEVEN == 0


def _citizen_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Give from where to where the citizen service numbers in a text stand: nine digits, in one piece or in groups."""
    for run in _DIGITS.finditer(text):
        groups = [(run.start() + found.start(), run.start() + found.end()) for found in _GROUP.finditer(run.group())]
        for first, (start, _) in enumerate(groups):
            digits = ""
            for begin, end in groups[first:]:
                digits += text[begin:end]
                if len(digits) > _BSN_LENGTH:
                    break
                if passes_eleven_test(digits):
                    yield start, end


def holds_citizen_number(text: str) -> bool:
    """Tell whether a text holds what looks like a citizen service number."""
    return next(_citizen_numbers(text), None) is not None


def without_citizen_numbers(text: str) -> str:
    """Give a text with every digit of what looks like a citizen service number left out."""
    gone = {place for start, end in _citizen_numbers(text) for place in range(start, end)}
    return "".join(sign for place, sign in enumerate(text) if place not in gone)


def kept_observation(text: str) -> str:
    """Give what was seen as it is kept; raises `RefusedError` as `kept_text`, and for a citizen service number."""
    kept = kept_text(text)
    if holds_citizen_number(kept):
        raise RefusedError("This looks like a citizen service number. Never write that down.")
    return kept


def kept_line(text: str) -> str:
    """Give a short answer as it is kept, which may be none; raises `RefusedError` as `kept_observation`."""
    if not text.strip():
        return ""
    kept = " ".join(kept_observation(text).split())
    if len(kept) > LONGEST_LINE:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=LONGEST_LINE)
    return kept


def check_review(today: date, review_on: date) -> None:
    """Raise `RefusedError` for a day of looking again that has been, or is more than a year ahead."""
    if review_on < today:
        raise RefusedError("That day has been. Choose today or a later day.")
    if review_on - today > _LATEST_REVIEW:
        raise RefusedError("Choose a day within a year.")


def check_moment(now: datetime, on: date, at: time) -> None:
    """Raise `RefusedError` when something is said to have happened later than now, by the room's clock."""
    if (on, at) > (now.date(), now.time()):
        raise RefusedError("That time is still to come. When did it happen?")
