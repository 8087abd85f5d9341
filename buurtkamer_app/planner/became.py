"""What became of wishes, as the wall of a week tells it: which activity, when, and how many had asked for it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.wishes.records import BecameTrue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.chains import Chains
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.wishes.records import OnPaper

# Activities are looked at this far ahead.
AHEAD: Final = timedelta(weeks=13)
_SUNDAY: Final = timedelta(days=6)
# More would push the programme off the sheet.
_LINES: Final = 6


class Became:
    """Wishes that became activities, and when those are: a series that goes on under another name is the same one."""

    def __init__(self, wishes: Iterable[OnPaper], entries: Iterable[Occurrence], chains: Chains) -> None:
        self._wishes = [(chains.first(wish.series), wish) for wish in wishes]
        self._dates: dict[UUID, list[tuple[date, str]]] = {}
        for entry in entries:
            if entry.goes_on:
                self._dates.setdefault(chains.first(entry.series.id), []).append((entry.on, entry.series.name))

    def told(self, monday: date) -> list[BecameTrue]:
        """Tell what was planned by the end of a week, with its first date from then on; at most six lines.

        One line an activity; what comes in that week stands first, then what comes later.
        """
        sunday = monday + _SUNDAY
        told: dict[UUID, BecameTrue] = {}
        for series, wish in self._wishes:
            if wish.since > sunday:
                continue
            when, name = self._next(series, monday)
            if when is None and wish.starts_on is not None and wish.starts_on < monday:
                # What is over is no news any more.
                continue
            known = told.get(series)
            supporters = wish.by(sunday) + (known.supporters if known else 0)
            told[series] = BecameTrue(name or wish.activity, supporters, when)
        return sorted(told.values(), key=lambda line: (line.when is None, line.when or monday, line.activity))[:_LINES]

    def _next(self, series: UUID, monday: date) -> tuple[date | None, str]:
        dates = self._dates.get(series, [])
        place = bisect_left(dates, (monday, ""))
        if place < len(dates) and dates[place][0] <= monday + AHEAD:
            return dates[place]
        return None, ""
