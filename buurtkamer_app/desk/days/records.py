"""A day at the desk: its opening and closing, its cash, the pack for when the power is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from datetime import date, datetime

# What is gone through before the door is locked, where the coordinator set nothing else.
USUAL_ROUND: Final = (mark("Coffee machine off"), mark("Windows shut"), mark("Back door locked"), mark("Alarm on"))


@dataclass(frozen=True, slots=True)
class DayState:
    """Whether the day was opened and closed, and when (UTC); the rest is what was written down on closing.

    `closed_afterwards` when nobody closed it and a later opening did.
    """

    on: date
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    closed_afterwards: bool = False
    round_done: tuple[str, ...] = ()
    key_with: str = ""
    signed_first: str = ""
    signed_second: str = ""
    report: str = ""

    @property
    def open(self) -> bool:
        """Tell whether the day is open now."""
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True, slots=True)
class Cash:
    """The cash box of a day, in cents; `counted` is what was in it at the end (None: not counted).

    `what_for` tells what was spent and received, `note` what is known about a difference.
    """

    opened_with: int
    received: int
    spent: int
    counted: int | None = None
    what_for: str = ""
    note: str = ""

    @property
    def closing(self) -> int:
        """Give what should be in the box at the end, in cents."""
        return self.opened_with + self.received - self.spent

    @property
    def difference(self) -> int | None:
        """Give how much more was counted than should be there, in cents; None when it was not counted."""
        return None if self.counted is None else self.counted - self.closing


@dataclass(frozen=True, slots=True)
class Closing:
    """What is written down on closing, all of it optional: the points of the round that were done, one each."""

    round_done: tuple[str, ...] = ()
    key_with: str = ""
    signed_first: str = ""
    signed_second: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class CashBook:
    """The cash of a period, by day; sums in cents."""

    first: date
    last: date
    days: tuple[tuple[date, Cash], ...]

    @property
    def received(self) -> int:
        """Give all that came in."""
        return sum(cash.received for _, cash in self.days)

    @property
    def spent(self) -> int:
        """Give all that went out."""
        return sum(cash.spent for _, cash in self.days)

    @property
    def difference(self) -> int:
        """Give the sum of the differences, of the days on which the box was counted."""
        return sum(cash.difference or 0 for _, cash in self.days)


@dataclass(frozen=True, slots=True)
class PackState:
    """The pack on paper: when it was printed (None: never), and whether it holds what it should."""

    printed_on: date | None
    current: bool
