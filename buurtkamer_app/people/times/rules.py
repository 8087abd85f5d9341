"""When a host can on a day, and which days contradict each other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.people.times import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.people.records import Available
    from buurtkamer_app.people.times.records import Days

LONGEST: Final = timedelta(days=730)
_LAST_YEAR: Final = 2099


def willing_on(usual: Iterable[Available], others: Iterable[Days], on: date, part: DayPart) -> Willing | None:
    """Give how gladly a host works then, None when they cannot: away goes before extra, extra before what is usual."""
    otherwise = {days.extra for days in others if days.holds(on, part)}
    if False in otherwise:
        return None
    if True in otherwise:
        return Willing.CAN
    wanted = on.weekday(), part
    return next((time.willing for time in usual if (time.weekday, time.part) == wanted), None)


def check(name: str, new: Days, known: Sequence[Days]) -> None:
    """Raise `RefusedError`, which names the host and the day, for days that cannot be or contradict those on record."""
    if new.last < new.first:
        raise RefusedError("{name}: the last day, {last}, comes before the first.", name=name, last=said.day(new.last))
    if new.last.year > _LAST_YEAR:
        raise RefusedError("{name}: {day} is too far away. Look at the year.", name=name, day=said.day(new.last))
    if new.last - new.first > LONGEST:
        raise RefusedError("{name}: from {day} on, at most two years at a time.", name=name, day=said.day(new.first))
    against = next((days for days in known if days.extra is not new.extra and _meet(days, new)), None)
    if against is None:
        return
    on = said.day(max(against.first, new.first))
    if new.extra:
        raise RefusedError("{name} is away on {day}, and cannot be there extra.", name=name, day=on)
    raise RefusedError("{name} would come extra on {day}. Take that away first.", name=name, day=on)


def _meet(one: Days, other: Days) -> bool:
    same_part = None in {one.part, other.part} or one.part is other.part
    return same_part and one.first <= other.last and other.first <= one.last
