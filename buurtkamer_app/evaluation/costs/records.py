"""Cost and benefit: what went in, what one of something is worth, and what it comes to, always as a range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.base.terms_around import Bearer


@dataclass(frozen=True, slots=True)
class UnitValue:
    """What one of something saves or brings, from low to high in cents, for whom and in which field.

    `counts` names the figure that it is multiplied with (`measures.py`); `source` and `year` say where it comes from.
    """

    name: str
    counts: str
    bearer: Bearer
    field: str
    low_cents: int
    high_cents: int
    source: str
    year: int


@dataclass(frozen=True, slots=True)
class Spent:
    """Euros that went in, in cents: in which year, by whom, what for."""

    year: int
    bearer: Bearer
    what: str
    cents: int


@dataclass(frozen=True, slots=True)
class Range:
    """From so many cents to so many."""

    low: int = 0
    high: int = 0

    def __add__(self, other: Range) -> Range:
        """Add two ranges up: the lowest of both, the highest of both."""
        return Range(self.low + other.low, self.high + other.high)


@dataclass(frozen=True, slots=True)
class Benefit:
    """A unit value, how many there were in the year, and what that comes to."""

    value: Known[UnitValue]
    many: int
    brings: Range


@dataclass(frozen=True, slots=True)
class ForBearer:
    """What one bearer spent and what it brought them, in cents."""

    bearer: Bearer
    spent: int
    brings: Range


@dataclass(frozen=True, slots=True)
class CostBenefit:
    """A year: what went in (cents, minutes of residents and professionals) and what it brought, by value and bearer."""

    year: int
    spent: tuple[Known[Spent], ...]
    resident_minutes: int
    professional_minutes: int
    benefits: tuple[Benefit, ...]
    bearers: tuple[ForBearer, ...]

    @property
    def cents(self) -> int:
        """Give all euros that went in, in cents."""
        return sum(known.it.cents for known in self.spent)

    @property
    def brings(self) -> Range:
        """Give all that it brought."""
        return sum((benefit.brings for benefit in self.benefits), start=Range())
