"""What an agreement, a result and hours of a professional can be, and how far an agreement should be by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line

if TYPE_CHECKING:
    from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours
    from buurtkamer_app.evaluation.records import Result

# Between these days is all that a room can have on record, and up to here any store can count.
_FIRST, _LAST = date(1990, 1, 1), date(2199, 12, 31)
_MOST: Final = 10_000_000
_MOST_MINUTES: Final = 31 * 24 * 60 * 20  # twenty professionals day and night


def kept_agreement(agreement: Agreement) -> Agreement:
    """Give an agreement as it is kept; raises `RefusedError` for what cannot be one."""
    financier, what, unit = one_line(agreement.financier), one_line(agreement.what), one_line(agreement.unit)
    if not financier:
        raise RefusedError("Type with whom this was agreed.")
    if not what:
        raise RefusedError("Type what was agreed.")
    if agreement.many <= 0:
        raise RefusedError("Fill in how many were agreed: 1 or more.")
    _check_many(agreement.many)
    _check_day(agreement.first)
    _check_day(agreement.by_date)
    if agreement.by_date < agreement.first:
        raise RefusedError("The last day lies before the first day.")
    return replace(agreement, financier=financier, what=what, unit=unit, counts=one_line(agreement.counts))


def kept_result(result: Result, today: date) -> Result:
    """Give a result as it is kept; raises `RefusedError` for what cannot be one, or is still to come."""
    what, unit = one_line(result.what), one_line(result.unit)
    if not what:
        raise RefusedError("Type what the result is.")
    if result.many <= 0:
        raise RefusedError("Fill in how many there are: 1 or more.")
    _check_many(result.many)
    _check_day(result.on_date)
    if result.on_date > today:
        raise RefusedError("This day has still to come. Write down the result afterwards.")
    return replace(result, what=what, unit=unit)


def kept_hours(hours: ProfessionalHours, today: date) -> ProfessionalHours:
    """Give hours as they are kept, of the month that the day is in; raises `RefusedError` for what cannot be."""
    organisation, what = one_line(hours.organisation), one_line(hours.what)
    if not organisation:
        raise RefusedError("Type which organisation gave these hours.")
    if hours.minutes <= 0:
        raise RefusedError("Fill in how many hours it were.")
    if hours.minutes > _MOST_MINUTES:
        raise RefusedError("So many hours do not fit in a month.")
    if hours.month > today:
        raise RefusedError("This month has still to come.")
    _check_day(hours.month)
    return replace(hours, organisation=organisation, what=what, month=hours.month.replace(day=1))


def expected(agreement: Agreement, until: date) -> int:
    """Give how many there would be by the end of a day at an even pace, rounded down."""
    days = (agreement.by_date - agreement.first).days + 1
    gone = max(0, min(days, (until - agreement.first).days + 1))
    return agreement.many * gone // days


def _check_many(many: int) -> None:
    if many > _MOST:
        raise RefusedError("This number is too large. Look at it again.")


def _check_day(on: date) -> None:
    if not _FIRST <= on <= _LAST:
        raise RefusedError("Choose a date between {first} and {last}.", first=_FIRST.year, last=_LAST.year)
