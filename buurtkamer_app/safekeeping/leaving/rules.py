"""From when somebody is gone, and what is erased when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.spans import month_end, months_later
from buurtkamer_app.safekeeping.leaving.records import Erased

# The books are kept for seven years after the year they are of. Source: Algemene wet inzake rijksbelastingen,
# article 52 (NL); Wetboek van economisch recht, article III.88 (BE).
_BOOKS_YEARS: Final = 7
# As long as the journal: until then anybody can ask who was on. Source: the rules for privacy, point 5.
_NAME_MONTHS: Final = 24
# As visitors whom nobody saw again: long enough for a reference. Source: the rules for privacy, point 5.
_CARD_MONTHS: Final = 12
_FURTHEST: Final = timedelta(days=366)


def check_last_day(name: str, last_on: date, today: date, last_there: date | None) -> None:
    """Raise `RefusedError` for a last day that is more than a year away, or after which somebody was there yet."""
    if abs(last_on - today) > _FURTHEST:
        raise RefusedError("Choose a last day within a year from today.")
    if last_there is not None and last_there > last_on:
        raise RefusedError("{name} was here after that day. Choose a later last day.", name=name)


def free_after(last_on: date, today: date) -> date:
    """Give the day after which shifts become free: the last day, but what was before today stays as it was."""
    return max(last_on, today - timedelta(days=1))


def erased(  # noqa: PLR0913 - what there is of somebody
    last_on: date, today: date, *, at_once: bool, now: bool, paid: bool, pin: bool
) -> tuple[Erased, ...]:
    """Give what is erased when, by day.

    `at_once` when they are gone from now on, `now` when the coordinator says so, `paid` when money was ever given,
    `pin` when there is one.
    """
    gone = today if at_once else last_on + timedelta(days=1)
    soon = today if now and at_once else max(month_end(last_on), today)
    found = [Erased(mark("The PIN"), gone)] if pin else []
    found += [
        Erased(mark("Phone, birthday, usual times and days away"), soon),
        Erased(
            mark("Dates of VOG and agreements, certificates, training and talks"),
            months_later(last_on, _CARD_MONTHS),
        ),
        Erased(mark("The name on past shifts and activities; the hours stay"), months_later(last_on, _NAME_MONTHS)),
    ]
    if paid:
        found.append(Erased(mark("Amounts that were paid"), date(last_on.year + _BOOKS_YEARS, 12, 31)))
    return tuple(found)
