"""Until which day a kind of thing goes, when it goes, and which periods may be set.

Source: safety.md, privacy 2, 3 and 5.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.privacy.retention.records import Due, Per

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from buurtkamer_app.privacy.retention.records import Kept, Rule

_MONTHS: int = 12


def _months(day: date, by: int) -> date:
    """Give the same day so many months later (or earlier), the last day of a shorter month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + by, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return date.min if by < 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def goes_on(since: date, amount: int, per: Per) -> date:
    """Give the first day that is sure enough for what is of a day to go: the period passed, and that day is over."""
    return _days(_months(since, amount) if per is Per.MONTHS else _days(since, amount), 1)


def until(sure: date, amount: int, per: Per, doubtful: Mapping[date, date]) -> date:
    """Give the last day of which things may go, on the last day that surely was.

    `doubtful` are days that a clock gave while it was set back, with a day that had been before: what is of those days
    may be younger than it says, so nothing from them on goes before the period passed since that other day.
    """
    if per is Per.DAYS:
        last = _days(sure, -amount)
    else:
        last = _months(sure, -amount)
        # The last day of a month stands for those that the month before does not have.
        while last < date.max and _months(_days(last, 1), amount) <= sure:
            last = _days(last, 1)
    held = [said for said, before in doubtful.items() if said <= last < before]
    return _days(min(held), -1) if held else last


def check_amount(rule: Rule, amount: int) -> None:
    """Raise `RefusedError` for a period outside of what its rule allows."""
    if rule.least <= amount <= rule.most:
        return
    if rule.per is Per.DAYS:
        raise RefusedError("Choose {least} to {most} days.", least=rule.least, most=rule.most)
    raise RefusedError("Choose {least} to {most} months.", least=rule.least, most=rule.most)


def next_first(kept: Iterable[Kept], most: int) -> list[Due]:
    """Give what goes when, the next first."""
    found = [Due(one.rule.kind, one.rule.words, one.next_on, one.next_count) for one in kept if one.next_on]
    return sorted(found, key=lambda due: (due.on, due.kind))[:most]


def set_back(opened: Iterable[date]) -> dict[date, date]:
    """Give the days that were opened when a later one had been already, with the latest of those.

    `opened` is in the order in which it was done, whatever the clock said.
    """
    latest: date | None = None
    found: dict[date, date] = {}
    for day in opened:
        if latest is not None and day < latest:
            found[day] = max(found.get(day, latest), latest)
        latest = max(latest or day, day)
    return found
