"""Time is given in, never asked globally: the desk's clock, and one that a replay or a test sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the instant, in UTC."""

    def now(self) -> datetime:
        """Give the instant, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Give the instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass
class SetClock:
    """A clock that stands where it was set."""

    instant: datetime

    def now(self) -> datetime:
        """Give the instant at which the clock was set."""
        return self.instant


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Turn a wall-clock moment of the room into an instant in UTC.

    In the hour that comes twice the first is meant; one that the spring change leaves out moves on by that hour.
    """
    return datetime.combine(day, at, zone).astimezone(UTC)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Turn an instant into the wall-clock moment of the room."""
    return moment.astimezone(zone)


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """The computer's clock, moved by a fixed time: for practising on another day."""

    by: timedelta

    def now(self) -> datetime:
        """Give the moved instant, aware, in UTC."""
        return datetime.now(UTC) + self.by
