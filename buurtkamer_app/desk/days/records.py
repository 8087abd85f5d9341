"""A day at the desk: its opening and closing, its cash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DayState:
    """Whether the day was opened and closed, and when (UTC)."""

    on: date
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Tell whether the day is open now."""
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True, slots=True)
class Cash:
    """The cash box on closing, in cents."""

    opened_with: int
    received: int
    spent: int

    @property
    def closing(self) -> int:
        """Give what should be in the box at the end, in cents."""
        return self.opened_with + self.received - self.spent
