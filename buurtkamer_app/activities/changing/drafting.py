"""Works out what a change makes of a series: its new rule and start, and which date becomes which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.changing.records import NEVER, Reach
from buurtkamer_app.activities.changing.rules import becomes, moved_rule, unbounded
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.spans import monday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.changing.records import Alter, Details, Placed
    from buurtkamer_app.activities.records import Changed, Occurrence, Series

# A change is looked at this far ahead.
YEAR: Final = timedelta(days=366)
_MONTH: Final = timedelta(days=31)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """A series with all that is on record of it; `today` parts what has been from what is to come."""

    series: Series
    changed: tuple[Changed, ...]
    off: frozenset[date]
    counted: frozenset[date]
    on_record: frozenset[date]
    today: date

    def occurrences(self, first: date, last: date) -> list[Occurrence]:
        """Give its dates in a period, also those that were cancelled."""
        return rules.planned([self.series], self.changed, first, last)

    def on(self, day: date) -> Occurrence:
        """Give its date on a day; raises `RefusedError` when there is none."""
        found = next(iter(self.occurrences(day, day)), None)
        if found is None:
            raise RefusedError("This activity is not on that day.")
        return found

    def to_come(self) -> date | None:
        """Give its first date from today on that was not held yet."""
        start = max(self.today, self.series.first_date)
        for ahead in (YEAR, 40 * YEAR):
            for entry in self.occurrences(self.today, start + ahead):
                if entry.on not in self.counted:
                    return entry.on
        return None

    def rule_date(self, day: date) -> date | None:
        """Give the date of the rule of which a day is; None for one beside the rule."""
        entry = next((one for one in self.changed if one.on == day), None)
        return entry.rule_date if entry is not None else day


@dataclass(frozen=True, slots=True)
class Draft:
    """A series as it would be from `since` on: `new` (its key is that of the old one), `pairs` of what becomes what.

    `old` are the dates of the rule that change, `dates` those of the new one. `held` tells whether dates before stay,
    `everywhere` whether they get the new name and texts all the same; `moved` is the changed date that was chosen.
    """

    new: Series
    since: date
    old: tuple[date, ...]
    dates: tuple[date, ...]
    held: bool
    everywhere: bool
    moved: Changed | None = None
    pairs: dict[date, date] = field(default_factory=dict)


def as_placed(series: Series, placed: Placed | None) -> Series:
    """Give a series, or one date of it, as it would be at other times, in another space, with another lead."""
    if placed is None:
        return series
    return replace(
        series,
        starts=placed.starts,
        ends=placed.ends,
        space=placed.space,
        lead=placed.lead,
        lead_on_paper=placed.lead_on_paper,
    )


def _detailed(series: Series, details: Details) -> Series:
    return replace(
        series,
        name=details.name,
        theme=details.theme,
        about=details.about,
        bring=details.bring,
        price_cents=details.price_cents,
        reduced_cents=details.reduced_cents,
        capacity=details.capacity,
        minimum=details.minimum,
        meal=details.meal,
        sign_up=details.sign_up,
        self_run=details.self_run,
    )


def worded(series: Series, details: Details | None) -> Series:
    """Give a series with another name and texts: what also what has been may be called."""
    if details is None:
        return series
    return replace(series, name=details.name, about=details.about, bring=details.bring)


def only_words(known: Known, alter: Alter) -> bool:
    """Tell whether a change of all dates is one of name and texts alone, so that what has been changes with it."""
    plain = as_placed(known.series, alter.placed) == known.series
    details = alter.details
    words = details is None or _detailed(known.series, details) == worded(known.series, details)
    same_day = alter.to in {None, alter.on} and alter.ends is None
    return alter.reach is Reach.ALL and plain and words and same_day and not _another_rule(known.series, alter)


def draft(known: Known, alter: Alter) -> Draft:
    """Work out a change of a series from a date on.

    Raises `RefusedError` when nothing of it is to come, or its rule cannot be moved like that.
    """
    since = known.to_come()
    if since is None:
        raise RefusedError("This series is over. Only its name and texts can change.")
    if alter.reach is Reach.FROM_HERE:
        since = max(since, alter.on)
    on = max(alter.on, since)
    base, to = known.rule_date(on), alter.to or on
    if base is None and (to != on or _another_rule(known.series, alter)):
        raise RefusedError("This date stands beside the rule. Change only this one.")
    if to < known.today:
        raise RefusedError("That day has been. Choose a day to come.")
    base = base or on
    to = to if alter.to is not None else base
    begin = min(since, base) if alter.reach is Reach.FROM_HERE else since
    return _from(known, alter, begin, (base, to))


def _from(known: Known, alter: Alter, begin: date, shift: tuple[date, date]) -> Draft:
    """Work out a change of the dates that the rule names from `begin` on."""
    base, to = shift
    old = _rule_dates(known, begin)
    rrule = unbounded(alter.rrule or "") if _another_rule(known.series, alter) else _moved(known.series, base, to)
    another = _another_rule(known.series, alter)
    start = to if another or not rrule else _start(rrule, old or (base,), base, to)
    dates = rules.dates(rrule, start, max(start, known.today), _limit(known, begin) + _MONTH)
    pairs = becomes(old, dates, base, to)
    if not another:
        # What would come to lie in the past stays as it is, and the change begins after it.
        while old and old[0] not in pairs and len(old) > 1:
            old = old[1:]
    last = _last(known.series, alter, pairs, shift)
    dates = tuple(on for on in dates if last is None or on <= last)
    if old and not another and old[0] in pairs:
        dates = tuple(on for on in dates if on >= min(pairs[one] for one in old if one in pairs))
    if not dates:
        raise RefusedError("This never happens. Look at the days again.")
    new = replace(known.series, rrule=rrule, first_date=dates[0], last_date=last if rrule else dates[0])
    new = as_placed(new, alter.placed)
    new = _detailed(new, alter.details) if alter.details is not None else new
    begin = old[0] if old else begin
    held = bool(_before(known, begin))
    moved = next((one for one in known.changed if one.on == alter.on and one.rule_date is not None), None)
    taken = moved if alter.to not in {None, alter.on} or alter.placed is not None else None
    there = {one: other for one, other in pairs.items() if one >= begin and other in dates}
    return Draft(new, begin, old, dates, held, alter.reach is Reach.ALL, taken, there)


def _another_rule(series: Series, alter: Alter) -> bool:
    return alter.rrule is not None and unbounded(alter.rrule) != unbounded(series.rrule)


def _moved(series: Series, base: date, to: date) -> str:
    return moved_rule(series.rrule, base, to) if series.rrule else ""


def _limit(known: Known, begin: date) -> date:
    return max([begin + YEAR, *(on + _MONTH for on in known.on_record), *(one.on + _MONTH for one in known.changed)])


def _rule_dates(known: Known, begin: date) -> tuple[date, ...]:
    """Give the dates that the rule of a series names from a day on, also those that were moved."""
    series, limit = known.series, _limit(known, begin)
    last = min(limit, series.last_date) if series.last_date else limit
    return rules.dates(series.rrule, series.first_date, begin, last)


def _start(rrule: str, old: Sequence[date], base: date, to: date) -> date:
    """Give where a moved rule starts, so that every second week or month stays the same one."""
    if "FREQ=WEEKLY" in rrule:
        first = min(one + (to - base) if one.weekday() == base.weekday() else one for one in old[:7])
        return max(first, monday(old[0]) + (monday(to) - monday(base)))
    return old[0].replace(day=1) if base != to and "FREQ=MONTHLY" in rrule else old[0]


def _last(series: Series, alter: Alter, pairs: dict[date, date], shift: tuple[date, date]) -> date | None:
    """Give the last date of the new series: as asked, else as the old one ended."""
    if alter.ends is not None:
        return None if alter.ends == NEVER else alter.ends
    if series.last_date is None or (not series.rrule and alter.rrule):
        return None
    if series.last_date in pairs:
        return pairs[series.last_date]
    return series.last_date + max(shift[1] - shift[0], timedelta())


def _before(known: Known, begin: date) -> bool:
    """Tell whether anything of a series lies before a day of its rule."""
    series = known.series
    last = min(begin - _DAY, series.last_date) if series.last_date else begin - _DAY
    if last >= series.first_date and rules.dates(series.rrule, series.first_date, series.first_date, last):
        return True
    return any((one.rule_date or one.on) < begin for one in known.changed)
