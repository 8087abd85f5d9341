"""How a rule for repeating moves to another day, and which date becomes which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import recurrence
from buurtkamer_app.base.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.activities.changing.records import Placed

_WEEK: Final = 7
_LAST: Final = -1


def check_placed(placed: Placed) -> None:
    """Raise `RefusedError` for times that cannot be."""
    if placed.starts >= placed.ends:
        raise RefusedError("The activity ends before it starts. Look at the times again.")


def unbounded(rrule: str) -> str:
    """Give a rule without its own end: where it ends is kept beside it."""
    parts = rrule.upper().removeprefix("RRULE:").rstrip(";").split(";")
    return ";".join(part for part in parts if not part.startswith(("UNTIL=", "COUNT=")))


def moved_rule(rrule: str, on: date, to: date) -> str:
    """Give the rule by which the date `on` falls on `to`: another weekday, another first Monday, another day.

    It has no end of its own. Raises `RefusedError` for a rule that cannot be moved like that.
    """
    rule = recurrence.read(rrule)
    plain = unbounded(rrule)
    if on == to:
        return plain
    if rule.positions or rule.year_days or rule.weeks or rule.frequency in {"DAILY", "YEARLY"} or rule.months:
        raise RefusedError("This rule cannot be moved to another day. Choose how it repeats.")
    if rule.frequency == "WEEKLY" and not rule.month_days:
        return _weekly(plain, rule, on, to)
    if (on.year, on.month) != (to.year, to.month):
        raise RefusedError("Choose a day in the same month, or change only this date.")
    if len(rule.nth) == 1 and not rule.weekdays and not rule.month_days:
        ((_, which),) = rule.nth
        return _with(plain, "BYDAY", f"{_which(to, from_end=which < 0)}{recurrence.DAYS[to.weekday()]}")
    if not rule.nth and not rule.weekdays and len(rule.month_days) <= 1:
        return _with(plain, "BYMONTHDAY", str(to.day))
    raise RefusedError("This rule cannot be moved to another day. Choose how it repeats.")


def becomes(old: Sequence[date], new: Sequence[date], on: date, to: date) -> dict[date, date]:
    """Tell which of the new dates each old one becomes, when `on` becomes `to`; what is in none becomes nothing.

    Same day of the week: the same distance; else the date of the same month, week, or none.
    """
    moved = to - on
    there = set(new)
    taken: set[date] = set()
    pairs: dict[date, date] = {}
    for one in old:
        shifted = one + moved if one.weekday() == on.weekday() else one
        if shifted in there:
            pairs[one] = shifted
            taken.add(shifted)
    for near in (_same_week, _same_month):
        for one in old:
            free = [day for day in new if day not in taken]
            if one not in pairs and (found := near(one, old, free)) is not None:
                pairs[one] = found
                taken.add(found)
    return pairs


def _same_week(one: date, _: Sequence[date], free: Sequence[date]) -> date | None:
    week = [day for day in free if day.isocalendar()[:2] == one.isocalendar()[:2]]
    return min(week, key=lambda day: abs(day - one), default=None)


def _same_month(one: date, old: Sequence[date], free: Sequence[date]) -> date | None:
    """Give the free date of a month that has one date before and one after."""
    month = [day for day in free if (day.year, day.month) == (one.year, one.month)]
    before = [day for day in old if (day.year, day.month) == (one.year, one.month)]
    return month[0] if len(month) == len(before) == 1 else None


def _weekly(plain: str, rule: recurrence.Rule, on: date, to: date) -> str:
    days = rule.weekdays or frozenset({on.weekday()})
    monday = (on.toordinal() - 1) // _WEEK == (to.toordinal() - 1) // _WEEK
    if len(days) > 1 and (not monday or to.weekday() in days):
        raise RefusedError("Choose another day in the same week, or change only this date.")
    moved = sorted((days - {on.weekday()}) | {to.weekday()})
    return _with(plain, "BYDAY", ",".join(recurrence.DAYS[day] for day in moved))


def _which(on: date, *, from_end: bool) -> int:
    """Tell which of its weekday in its month a day is; a fifth one is the last."""
    nth = (on.day - 1) // _WEEK + 1
    if from_end:
        last = max(day for day in range(on.day, 32, _WEEK) if _is_day(on, day))
        return _LAST - (last - on.day) // _WEEK
    return nth if nth < 5 else _LAST


def _is_day(on: date, day: int) -> bool:
    try:
        on.replace(day=day)
    except ValueError:
        return False
    return True


def _with(plain: str, name: str, value: str) -> str:
    kept = [part for part in plain.split(";") if not part.startswith(f"{name}=")]
    return ";".join([*kept, f"{name}={value}"])
