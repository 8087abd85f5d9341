"""The list "bel terug" as it stands now: whom to tell what, with the next dates, what to ask again; also on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.wishes.telling.rules import together

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.papers.records import Made, Wanted
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import Due
    from buurtkamer_app.wishes.telling.records import Telling, ToTell

# The next date of an activity is looked for this far ahead; who was told in these days is still shown, folded.
_AHEAD: Final = timedelta(weeks=9)
SHOWN_FOR: Final = timedelta(days=7)
# Told with their next date, whatever the date was when they came on the list.
_NEXT: Final = (TellReason.PLANNED, TellReason.ENDED)


@dataclass(frozen=True, slots=True)
class ListNow:
    """The list at a moment of the room's clock: what is still to be told, who was told lately, what to ask again."""

    groups: tuple[ToTell, ...] = ()
    told: tuple[Telling, ...] = ()
    due: tuple[Due, ...] = ()
    at: datetime | None = None

    @property
    def persons(self) -> int:
        """Give how many persons wait, those without a name too."""
        return sum(one.persons for group in self.groups for one in group.tellings)


def call_list(services: Services, wanted: Wanted | None = None) -> Made:
    """Make the list of this moment; it is of no day."""
    from buurtkamer_app.papers.gathering import house  # noqa: PLC0415 - what only paper needs
    from buurtkamer_app.papers.records import USUAL, Made  # noqa: PLC0415
    from buurtkamer_app.printing import call_list as sheet  # noqa: PLC0415

    choices = wanted.choices if wanted is not None else USUAL
    pdf = sheet.call_list(look(services).groups, services.room.now(), house(services, choices))
    return Made(translate("To tell"), pdf)


def look(services: Services) -> ListNow:
    """Read the list."""
    now = services.room.now()
    since = datetime.combine(now.date() - SHOWN_FOR, time(), now.tzinfo)
    found = services.telling.tellings(since)
    waiting = [one for one in found if one.told_at is None]
    told = sorted((one for one in found if one.told_at is not None), key=lambda one: one.told_at or now, reverse=True)
    if any(one.series is not None for one in found):
        dates = services.activities.occurrences(now.date(), now.date() + _AHEAD)
        waiting, told = _dated(waiting, dates), _dated(told, dates)
    return ListNow(tuple(together(waiting)), tuple(told), tuple(services.endings.due(now.date())), now)


def _dated(tellings: Sequence[Telling], occurrences: Sequence[Occurrence]) -> list[Telling]:
    """Give each line the day and time at which that activity is, as it is planned now."""
    next_on: dict[UUID, Occurrence] = {}
    by_date: dict[tuple[UUID, date | None], Occurrence] = {}
    for one in sorted(occurrences, key=lambda entry: entry.on):
        by_date[one.series.id, one.on] = one
        if one.goes_on:
            next_on.setdefault(one.series.id, one)
    found = []
    for line in tellings:
        key = line.series
        if key is not None and line.reason in _NEXT:
            known = next_on.get(key)
            found.append(replace(line, on=known.on, at=known.series.starts) if known is not None else line)
        elif key is not None and (dated := by_date.get((key, line.moved_to or line.on))) is not None:
            found.append(replace(line, at=dated.series.starts))
        else:
            found.append(line)
    return found
