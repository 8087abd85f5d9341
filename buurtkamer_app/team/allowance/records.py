"""The expense allowance of hosts: its amounts by country and year, what was written down, what is still to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind


@dataclass(frozen=True, slots=True)
class Rate:
    """What the allowance of a country and year comes to, in cents; a cap that is None does not exist there.

    `confirmed_on` is when the coordinator checked the amounts against the `source`, None: nobody did yet.
    """

    country: str
    year: int
    by: AllowanceBy
    cents: int
    cents_under_21: int | None
    month_cents: int | None
    year_cents: int
    source: str
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Birth:
    """What is known of when somebody was born: the year, and the day and month only of who wants those known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Taker:
    """A host who takes an allowance, or did."""

    id: UUID
    name: str
    wants: bool
    birth: Birth
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """So much at most (minutes or days, None: all the rest) at an amount in cents an hour or day."""

    most: int | None
    cents: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written down for a month: minutes or days in `amount` (0 for travel), and cents.

    `above` when it passes a cap, which the coordinator saw and wanted.
    """

    id: UUID
    host: UUID
    month: date
    on: date
    kind: AllowanceKind
    amount: int
    cents: int
    note: str
    above: bool
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class Room:
    """What the caps leave of a month and of its year for one host, in cents (None: there is no such cap)."""

    month: int | None
    year: int

    @property
    def left(self) -> int:
        """Give what fits under both."""
        return max(0, min(self.year, self.year if self.month is None else self.month))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an amount would do: by how many cents it passes a cap (0: not), and what of it fits.

    `fits` is in minutes or days for expenses, in cents for travel.
    """

    cents: int
    over_month: int
    over_year: int
    fits: int
    fits_cents: int

    @property
    def passes(self) -> bool:
        """Tell whether a cap is passed."""
        return self.over_month > 0 or self.over_year > 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a month comes to for one host: hours or days on record that are not written down yet, and what is.

    `given` is what the hours say for the whole month (minutes, or days with hours), `proposed` what of it is left.
    """

    taker: Taker
    month: date
    by: AllowanceBy
    given: int
    proposed: int
    portions: tuple[Portion, ...]
    room: Room
    entries: tuple[Entry, ...]
    year_cents: int

    @property
    def cents(self) -> int:
        """Give what is written down for this month."""
        return sum(entry.cents for entry in self.entries)


@dataclass(frozen=True, slots=True)
class MonthOfAllowance:
    """A month for everybody who takes an allowance; without a `rate` its year must be filled in first."""

    month: date
    country: str
    rate: Rate | None
    rows: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Foresight:
    """What the year comes to for one host at their pace, in cents; `reached` is the month in which the year is full.

    `uncapped` is what the hours would be worth without any cap.
    """

    taker: Taker
    given: int
    year: int
    uncapped: int
    reached: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the year comes to; `hours_covered` is how many minutes or days the year's cap pays for at the full amount.

    `too_early` while the year (of this store) is too young to say anything of the rest of it. `target` is the highest
    mark of the team in hours (None: there is no team), `members` how many people it has.
    """

    rate: Rate
    rows: tuple[Foresight, ...]
    too_early: bool
    covered: int
    target: int | None = None
    members: int = 0

    @property
    def target_each(self) -> int | None:
        """Give how many hours each of the team gives on average when it comes to its highest mark."""
        return self.target // self.members if self.target is not None and self.members else None

    @property
    def year(self) -> int:
        """Give what all together come to, in cents."""
        return sum(row.year for row in self.rows)


@dataclass(frozen=True, slots=True)
class PayLine:
    """What one host gets for a month, in cents; `amount` in minutes or days, `paid_on` when all of it was paid."""

    name: str
    amount: int
    expenses: int
    travel: int
    note: str
    above: bool
    paid_on: date | None

    @property
    def cents(self) -> int:
        """Give the sum."""
        return self.expenses + self.travel


@dataclass(frozen=True, slots=True)
class PayList:
    """The payable list of a month, by name."""

    month: date
    by: AllowanceBy
    lines: tuple[PayLine, ...]

    @property
    def cents(self) -> int:
        """Give the sum of all."""
        return sum(line.cents for line in self.lines)

    @property
    def open_cents(self) -> int:
        """Give what was not paid yet."""
        return sum(line.cents for line in self.lines if line.paid_on is None)


@dataclass(frozen=True, slots=True)
class DueLine:
    """What a host still gets for a month, in cents; `written` when it stands on the list already."""

    month: date
    kind: AllowanceKind
    amount: int
    cents: int
    written: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What a host still gets; `missing` are years whose amounts nobody filled in, so that nothing is said of them."""

    lines: tuple[DueLine, ...]
    missing: tuple[int, ...] = ()

    @property
    def cents(self) -> int:
        """Give the sum."""
        return sum(line.cents for line in self.lines)
