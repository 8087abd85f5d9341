"""What a party pays, and whether its choices fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable


def to_pay(price_cents: int, reduced_cents: int | None, persons: int, *, reduced: bool) -> int:
    """Give what so many persons pay, in cents; without a lower price all pay the same."""
    each = reduced_cents if reduced and reduced_cents is not None else price_cents
    return each * persons


def check_sum(chosen: Iterable[int], persons: int) -> None:
    """Raise `RefusedError` when more is chosen than there are persons, or less than nothing."""
    portions = list(chosen)
    if any(one < 0 for one in portions):
        raise RefusedError("How many people? Between {least} and {most}.", least=0, most=persons)
    if sum(portions) > persons:
        raise RefusedError(
            "{chosen} meals were chosen for {persons} people. Take some off.", chosen=sum(portions), persons=persons
        )
