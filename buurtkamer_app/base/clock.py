"""Time is given in, never asked globally: the desk's clock, and one that a replay or a test sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

# Nothing is loaded here that the first paint would wait for: who makes a clock does not ask it yet.
if TYPE_CHECKING:
    from datetime import date, datetime, time, timedelta
    from zoneinfo import ZoneInfo


# A day that is not closed goes on until this hour of the next one: no room opens before it.
NIGHT_ENDS = 5


class Clock(Protocol):
    """Tells the instant, in UTC."""

    def now(self) -> datetime:
        """Give the instant, aware, in UTC."""
        ...

    def elapsed(self) -> float:
        """Give seconds that only ever go on, whatever somebody sets the clock to: the time between two is real."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Give the instant, aware, in UTC."""
        from datetime import UTC, datetime  # noqa: PLC0415 - see above

        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Give the seconds that the computer is on, from no moment in particular."""
        import time  # noqa: PLC0415 - see above

        return time.monotonic()


class SetClock:
    """A clock that stands where it was set; `jump` sets it wrong, and no time passes by that."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant
        self._jumped = 0.0

    def now(self) -> datetime:
        """Give the instant at which the clock was set."""
        return self.instant

    def elapsed(self) -> float:
        """Give the seconds that passed as the clock was moved, without its jumps."""
        return self.instant.timestamp() - self._jumped

    def jump(self, by: timedelta) -> None:
        """Set the clock forward, or back, as somebody does by hand."""
        self.instant += by
        self._jumped += by.total_seconds()


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Turn a wall-clock moment of the room into an instant in UTC.

    In the hour that comes twice the first is meant; one that the spring change leaves out moves on by that hour.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - see above

    return datetime.combine(day, at, zone).astimezone(UTC)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Turn an instant into the wall-clock moment of the room."""
    return moment.astimezone(zone)


def desk_days(now: datetime) -> list[date]:
    """Give the days of which people may be here at a moment of the room's clock: today, at night yesterday too."""
    today = now.date()
    return [today] if now.hour >= NIGHT_ENDS else [today, type(today).fromordinal(today.toordinal() - 1)]


class ShiftedClock(SystemClock):
    """The computer's clock, moved by a fixed time: for practising on another day."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        """Give the moved instant, aware, in UTC."""
        return super().now() + self._by
