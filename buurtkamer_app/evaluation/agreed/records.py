"""What was agreed with who pays beforehand, what came of it, and the hours that professionals gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.known import Known


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed with a financier for the days from `first` to `by_date`: so `many` of a unit.

    `counts` names the figure that says how far it is (`measures.py`), "" when results are written down for it.
    """

    financier: str
    what: str
    unit: str
    many: int
    first: date
    by_date: date
    counts: str = ""


@dataclass(frozen=True, slots=True)
class ProfessionalHours:
    """Minutes that a professional's organisation gave in a month (its first day)."""

    month: date
    organisation: str
    minutes: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """An agreement and what came of it until `until`: so many of its unit.

    `expected` is how many there would be by then at an even pace.
    """

    agreement: Known[Agreement]
    came: int
    expected: int
    until: date

    @property
    def reached(self) -> bool:
        """Tell whether all that was agreed is there."""
        return self.came >= self.agreement.it.many

    @property
    def behind(self) -> bool:
        """Tell whether there is less than an even pace would have given by now."""
        return self.came < self.expected
