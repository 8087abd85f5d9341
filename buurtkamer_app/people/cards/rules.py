"""What may stand on a card, and when something on it is due."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.people.cards.records import Standing
from buurtkamer_app.people.times import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.people.cards.records import HouseKey

# Long enough to ask for a new VOG, which takes four weeks in the Netherlands (justis.nl), and to book a course.
SOON: Final = timedelta(weeks=8)
MOST_A_WEEK: Final = 14
FOR_EVER: Final = date.max
_EARLIEST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_LEAP_YEAR: Final = 2024


def standing(until: date | None, today: date) -> Standing:
    """Tell how something stands that holds up to and with a day (None: for ever)."""
    if until is None or until > today + SOON:
        return Standing.HOLDS
    return Standing.OVER if until < today else Standing.SOON


def check_past(name: str, on: date | None, today: date) -> None:
    """Raise `RefusedError` when what happened would still have to come."""
    if on is not None and on > today:
        raise RefusedError("{name}: {day} is still to come. Look at the date.", name=name, day=said.day(on))


def check_order(name: str, first: date | None, last: date | None) -> None:
    """Raise `RefusedError` when something ends before it began, or later than anybody plans."""
    if last is None:
        return
    if first is not None and last < first:
        raise RefusedError(
            "{name}: {last} comes before {first}.", name=name, last=said.day(last), first=said.day(first)
        )
    if last.year > _LAST_YEAR:
        raise RefusedError("{name}: {day} is too far away. Look at the year.", name=name, day=said.day(last))


def check_most(name: str, most: int) -> None:
    """Raise `RefusedError` for a number of shifts that no week has."""
    if not 0 <= most <= MOST_A_WEEK:
        raise RefusedError("{name}: between 0 and {most} shifts a week.", name=name, most=MOST_A_WEEK)


def check_birthday(name: str, birthday: tuple[int, int] | None) -> None:
    """Raise `RefusedError` for a day that no year has."""
    if birthday is None:
        return
    day, month = birthday
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]:
        raise RefusedError("{name}: there is no day {day} in that month.", name=name, day=day)


def check_birth_year(name: str, year: int | None, today: date) -> None:
    """Raise `RefusedError` for a year in which nobody was born."""
    if year is not None and not _EARLIEST_YEAR <= year <= today.year:
        raise RefusedError("{name}: nobody was born in {year}. Look at the year.", name=name, year=year)


def next_birthday(birthday: tuple[int, int], today: date) -> date:
    """Give when a birthday comes next, today counts; 29 February is kept on the 28th in years without one."""
    day, month = birthday
    years = (today.year, today.year + 1)
    days = (date(year, month, min(day, calendar.monthrange(year, month)[1])) for year in years)
    return next(on for on in days if on >= today)


def still_out(keys: Iterable[HouseKey], number: str) -> HouseKey | None:
    """Give who has the key of this number now."""
    return next((key for key in keys if key.back_on is None and key.number.casefold() == number.casefold()), None)
