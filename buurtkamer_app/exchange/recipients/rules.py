"""What a recipient must be, and which days the next log is about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.exchange.recipients.records import Before, Beside, Joining, NewRecipient

if TYPE_CHECKING:
    from collections.abc import Iterable

CODE_LETTERS: Final = 6
_DAY: Final = timedelta(days=1)


def kept(new: NewRecipient) -> NewRecipient:
    """Give a recipient as it is kept. Raises `RefusedError` without a name, or for a line that cannot be read."""
    name = one_line(new.name)
    if not name:
        raise RefusedError("Type the name of who gets the log.")
    return NewRecipient(name, one_line(new.organisation))


def last_month(today: date) -> tuple[date, date]:
    """Give the first and the last day of the month before this one."""
    last = today.replace(day=1) - _DAY
    return last.replace(day=1), last


def proposed(before: Before) -> tuple[date, date]:
    """Give the days that the next log is about: on from the last one, to the end of last month or to yesterday.

    The first time that is last month; when all went out until yesterday it is today.
    """
    month = last_month(before.today)
    if not before.periods:
        return month
    first = min(max(last for _, last in before.periods) + _DAY, before.today)
    ends = (end for end in (month[1], before.today - _DAY) if end >= first)
    return first, next(ends, first)


def joining(first: date, last: date, periods: Iterable[tuple[date, date]]) -> Joining:
    """Tell how a period joins those that went before: again, after a gap, or right on."""
    earlier = list(periods)
    if not earlier:
        return Joining(Beside.FIRST)
    again = [(max(first, begun), min(last, ended)) for begun, ended in earlier if begun <= last and first <= ended]
    if again:
        return Joining(Beside.AGAIN, min(begun for begun, _ in again), max(ended for _, ended in again))
    before = [ended for _, ended in earlier if ended < first]
    if before and first - max(before) > _DAY:
        return Joining(Beside.GAP, max(before) + _DAY, first - _DAY)
    after = [begun for begun, _ in earlier if begun > last]
    if after and not before and min(after) - last > _DAY:
        return Joining(Beside.GAP, last + _DAY, min(after) - _DAY)
    return Joining(Beside.NEXT)
