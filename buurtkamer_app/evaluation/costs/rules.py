"""What a unit value and spent euros can be, and how cost and benefit are reckoned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.evaluation.costs.records import Benefit, CostBenefit, ForBearer, Range, Spent, UnitValue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.base.known import Known

_LONGEST_SOURCE: Final = 300
# Ten million euros: more than a room sees, and no more than any store can count.
_MOST_CENTS: Final = 1_000_000_000
_YEARS: Final = range(1990, 2200)


def kept_value(value: UnitValue) -> UnitValue:
    """Give a unit value as it is kept.

    Raises `RefusedError` without a name, a source or a year, or where low and high are no range.
    """
    name, field, source = one_line(value.name), one_line(value.field), one_line(value.source, _LONGEST_SOURCE)
    if not name:
        raise RefusedError("Type what this is the value of.")
    if not source:
        raise RefusedError("Type where this amount comes from. Without a source it does not count.")
    if value.year not in _YEARS:
        raise RefusedError("Fill in the year that the source is of.")
    if not value.low_cents < value.high_cents:
        raise RefusedError("Fill in a low and a higher amount. Nobody knows it to the euro.")
    if value.low_cents < 0:
        raise RefusedError("The low amount is 0 or more.")
    _check_amount(value.high_cents)
    return replace(value, name=name, counts=one_line(value.counts), field=field, source=source)


def kept_spent(spent: Spent) -> Spent:
    """Give what was spent as it is kept; raises `RefusedError` without words, an amount or a year."""
    what = one_line(spent.what)
    if not what:
        raise RefusedError("Type what the money was for.")
    if spent.cents <= 0:
        raise RefusedError("Fill in an amount of more than 0 euros.")
    _check_amount(spent.cents)
    if spent.year not in _YEARS:
        raise RefusedError("Fill in the year.")
    return replace(spent, what=what)


def _check_amount(cents: int) -> None:
    if cents > _MOST_CENTS:
        raise RefusedError("This amount is too large. Look at it again.")


def benefit(value: Known[UnitValue], many: int) -> Benefit:
    """Multiply a unit value with how many there were."""
    return Benefit(value, many, Range(value.it.low_cents * many, value.it.high_cents * many))


def cost_benefit(
    year: int,
    spent: Sequence[Known[Spent]],
    values: Sequence[Known[UnitValue]],
    many: Mapping[str, int],
    minutes: tuple[int, int],
) -> CostBenefit:
    """Put a year together; `many` gives the figures by name, `minutes` those of residents and of professionals."""
    benefits = tuple(benefit(value, many.get(value.it.counts, 0)) for value in values)
    bearers = tuple(
        ForBearer(
            bearer,
            sum(known.it.cents for known in spent if known.it.bearer is bearer),
            sum((each.brings for each in benefits if each.value.it.bearer is bearer), start=Range()),
        )
        for bearer in Bearer
    )
    seen = tuple(each for each in bearers if each.spent or each.brings != Range())
    return CostBenefit(year, tuple(spent), *minutes, benefits, seen)
