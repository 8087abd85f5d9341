"""Which backups stay, when the next one is due, and what is lost by going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date, datetime

# Source: safety.md, Privacy 7.
DAILY: Final = 7
WEEKLY: Final = 4
MONTHLY: Final = 3
# From this hour on the day is over, closed or not.
_EVENING: Final = 20
# Past this the desk hears of it: a closed week, and a weekend.
LATE_DAYS: Final = 9
TRY_OUT_DAYS: Final = 91


def kept(made: Collection[datetime]) -> frozenset[datetime]:
    """Give which of the backups made at these moments of a wall clock stay: the newest of 7 days, 4 weeks, 3 months.

    Days without a backup do not count, and the clock is not asked: one that is wrong never makes an old one go.
    """
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    stay: set[datetime] = set()
    for most, period in periods:
        newest: dict[object, datetime] = {}
        for at in sorted(made, reverse=True):
            newest.setdefault(period(at), at)
        stay |= set(list(newest.values())[:most])
    return frozenset(stay)


def is_due(last: datetime | None, changed: datetime | None, now: datetime, *, closed: bool) -> bool:
    """Tell whether a backup is to be made now, by the room's clock: when something changed since the last one.

    That is when the day was closed, in the evening of one that was not, and on the next day when it was missed.
    A last one that lies in the future, of a clock that was wrong, keeps none away.
    """
    if changed is None or (last is not None and changed <= last <= now):
        return False
    if last is None or last > now or closed or last.date() < now.date():
        return True
    return last.hour < _EVENING <= now.hour


def days_since(last: datetime | None, now: datetime) -> int | None:
    """Give how many days ago the last backup was made; None when there is none."""
    return None if last is None else max(0, (now.date() - last.date()).days)


def is_late(days: int | None) -> bool:
    """Tell whether the last backup is so old that people hear of it; also when there is none."""
    return days is None or days > LATE_DAYS


def is_to_be_tried(last_tried: datetime | None, first: datetime | None, now: datetime) -> bool:
    """Tell whether a quarter passed since a backup was tried out, or since the first was made."""
    since = last_tried or first
    return since is not None and (now.date() - since.date()).days >= TRY_OUT_DAYS


def days_lost(backup: date | None, now: date | None) -> int:
    """Give how many days of visits are lost by going back: from the last in the backup to the last there is now."""
    if now is None or backup is None:
        return 0
    return max(0, (now - backup).days)
