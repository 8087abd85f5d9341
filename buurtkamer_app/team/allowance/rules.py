"""What an expense allowance comes to: by hour or day, the lower amount under 21, and the caps, never averaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.base.terms import AllowanceBy
from buurtkamer_app.team.allowance.records import Birth, Portion, Rate, Room, Weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from buurtkamer_app.team.allowance.records import Entry

MOST_CENTS: Final = 9_999_999
_ADULT: Final = 21


def under_21(birth: Birth, on: date) -> bool:
    """Tell whether somebody gets the lower amount on a day.

    Who is only known by year gets it until the year in which they turn 21 is over; whose age is not known never.
    """
    if birth.year is None:
        return False
    if birth.month is None or birth.day is None:
        return on.year <= birth.year + _ADULT
    return (on.year - birth.year, on.month, on.day) < (_ADULT, birth.month, birth.day)


def portions(given: Mapping[date, int], month: date, rate: Rate, birth: Birth) -> tuple[Portion, ...]:
    """Give at which amounts a month goes: two when somebody turns 21 in it, what was given before that first."""
    low = rate.cents_under_21
    if low is None or not under_21(birth, month):
        return (Portion(None, rate.cents),)
    if under_21(birth, month_end(month)):
        return (Portion(None, low),)
    young = {on: minutes for on, minutes in given.items() if under_21(birth, on)}
    return Portion(counted(young, rate.by), low), Portion(None, rate.cents)


def counted(given: Mapping[date, int], by: AllowanceBy) -> int:
    """Give what goes into an allowance: the minutes, or the days with any."""
    if by is AllowanceBy.HOUR:
        return sum(given.values())
    return sum(minutes > 0 for minutes in given.values())


def left_of(parts: Sequence[Portion], used: int) -> tuple[Portion, ...]:
    """Give what is left of the portions when so much was written down already, the first ones first."""
    left = []
    for part in parts:
        if part.most is None:
            left.append(part)
        else:
            left.append(Portion(max(0, part.most - used), part.cents))
            used = max(0, used - part.most)
    return tuple(part for part in left if part.most != 0)


def _unit(by: AllowanceBy) -> int:
    return 60 if by is AllowanceBy.HOUR else 1


def cost(amount: int, parts: Sequence[Portion], by: AllowanceBy) -> int:
    """Give what minutes or days come to in cents, half a cent upwards."""
    unit, worth = _unit(by), 0
    for part in parts:
        here = amount if part.most is None else min(amount, part.most)
        worth += here * part.cents
        amount -= here
    return (2 * worth + unit) // (2 * unit)


def fitting(cents: int, parts: Sequence[Portion], by: AllowanceBy) -> int:
    """Give the most minutes or days that do not cost more than so many cents."""
    unit, fits = _unit(by), 0
    # The largest worth that is rounded to these cents.
    worth = (2 * unit * cents + unit - 1) // 2
    for part in parts:
        here = worth // part.cents if part.most is None else min(part.most, worth // part.cents)
        fits += here
        worth -= here * part.cents
        if part.most is not None and here < part.most:
            break
    return fits


def room(rate: Rate, month: date, entries: Iterable[Entry]) -> Room:
    """Give what the caps leave, of all that a host gets in this year, travel too; months are never averaged."""
    of_year = [entry for entry in entries if entry.month.year == month.year]
    in_month = sum(entry.cents for entry in of_year if entry.month == month)
    cap = rate.month_cents
    return Room(
        None if cap is None else max(0, cap - in_month), max(0, rate.year_cents - sum(entry.cents for entry in of_year))
    )


def _over(cents: int, left: Room) -> tuple[int, int]:
    return 0 if left.month is None else max(0, cents - left.month), max(0, cents - left.year)


def weigh(amount: int, parts: Sequence[Portion], by: AllowanceBy, left: Room) -> Weighed:
    """Tell what minutes or days would come to, whether that passes a cap, and what fits."""
    cents = cost(amount, parts, by)
    fits = min(amount, fitting(left.left, parts, by))
    return Weighed(cents, *_over(cents, left), fits, cost(fits, parts, by))


def weigh_travel(cents: int, left: Room) -> Weighed:
    """Tell whether a travel refund passes a cap, and what of it fits."""
    fits = min(cents, left.left)
    return Weighed(cents, *_over(cents, left), fits, fits)


def checked(rate: Rate) -> Rate:
    """Give amounts as they are kept; raises `RefusedError` for what cannot be."""
    amounts = (rate.cents, rate.year_cents, rate.cents_under_21, rate.month_cents)
    if any(amount is not None and amount <= 0 for amount in amounts):
        raise RefusedError("An amount must be more than nothing.")
    if any(amount is not None and amount > MOST_CENTS for amount in amounts):
        raise RefusedError("This amount is too large. Look at it again.")
    if rate.cents_under_21 is not None and rate.cents_under_21 > rate.cents:
        raise RefusedError("Under 21 it cannot be more than from 21 on.")
    if rate.month_cents is not None and rate.month_cents > rate.year_cents:
        raise RefusedError("A month cannot hold more than its year.")
    if not 2000 <= rate.year <= 2100:
        raise RefusedError("Type a year like 2026.")
    if not rate.source:
        raise RefusedError("Write down where the amounts stand.")
    return rate
