"""What an allowance comes to at the end of the year when hours go on at their pace."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from buurtkamer_app.base.spans import month_end
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.team.allowance import rules
from buurtkamer_app.team.allowance.records import Foresight, Portion
from buurtkamer_app.team.hours.rules import ENOUGH_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.team.allowance.records import Entry, Rate, Taker


def too_early(since: date, today: date) -> bool:
    """Tell whether there are too few days to say anything: `since` is the first that this store knows of the year."""
    return (today - since).days + 1 < ENOUGH_DAYS


def foresee(
    taker: Taker, rate: Rate, given: Mapping[date, int], entries: Sequence[Entry], days: tuple[date, date]
) -> Foresight:
    """Say what the year comes to for a host: `given` are their minutes by day, `days` the first day known and today.

    A month that was written down counts as written, one that is over with its hours, the rest at the pace so far;
    each up to the cap of a month, all together up to that of the year.
    """
    since, today = days
    lately = {on: minutes for on, minutes in given.items() if since <= on <= today}
    pace = Fraction(rules.counted(lately, rate.by), (today - since).days + 1)
    running = whole = 0
    reached: date | None = None
    for number in range(1, 13):
        month = date(today.year, number, 1)
        written = sum(entry.cents for entry in entries if entry.month == month)
        worth = _worth(month, taker, rate, given, pace, today)
        capped = worth if rate.month_cents is None else min(worth, rate.month_cents)
        running += written if written and month_end(month) < today else max(written, capped)
        whole += max(written, worth)
        if reached is None and running >= rate.year_cents:
            reached = month
    so_far = sum(entry.cents for entry in entries if entry.month.year == today.year)
    return Foresight(taker, so_far, max(so_far, min(running, rate.year_cents)), whole, reached)


def _worth(  # noqa: PLR0913, PLR0917 - a month is worth what all of these say
    month: date, taker: Taker, rate: Rate, given: Mapping[date, int], pace: Fraction, today: date
) -> int:
    """Give what the hours of a month are worth without a cap: those that were, and those to come at the pace."""
    last = month_end(month)
    was = {on: minutes for on, minutes in given.items() if month <= on <= last}
    to_come = (last - max(today, date.fromordinal(month.toordinal() - 1))).days if last > today else 0
    if taker.left_on is not None:
        to_come = 0
    amount = rules.counted(was, rate.by) + int(pace * to_come)
    return rules.cost(amount, rules.portions(was, month, rate, taker.birth), rate.by)


def covered(rate: Rate) -> int:
    """Give how many minutes or days the cap of the year pays for at the full amount."""
    return rules.fitting(rate.year_cents, (Portion(None, rate.cents),), rate.by)


def hours_covered(rate: Rate) -> int | None:
    """Give how many whole hours the cap of the year pays for; None where it goes by the day."""
    return covered(rate) // 60 if rate.by is AllowanceBy.HOUR else None
