"""Which activities are worth a look back, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.reflections.records import Waiting
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence, Series

LOOKED_BACK: Final = timedelta(days=7)
# A series that goes on is asked about once a month: every week would only be clicked away.
AGAIN: Final = timedelta(days=28)
_LONGEST: Final = 10_000


def kept_text(text: str) -> str:
    """Give a text as it is kept; raises `RefusedError` when it is too long or holds what no store takes."""
    kept = tidy(text)
    if len(kept) > _LONGEST:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=_LONGEST)
    if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in kept):
        raise RefusedError("This text holds signs that nobody can read. Type it again.")
    return kept


def is_over(occurrence: Occurrence, now: datetime) -> bool:
    """Tell whether a date has been, by the room's clock."""
    return (occurrence.on, occurrence.series.ends) <= (now.date(), now.time())


def asks(series: Series, *, wished: bool) -> bool:
    """Tell whether anybody is asked to look back: on what a wish became, happens once, or people sign up for.

    Not on what residents run themselves, nor on what is just there every week: nobody would keep that up.
    """
    return not series.self_run and (wished or not series.rrule or series.sign_up)


def lineage(series: UUID, every: Iterable[Series]) -> set[UUID]:
    """Give a series with those that it goes on from, after changes "from here on"."""
    before = {one.id: one.continues for one in every}
    found: set[UUID] = set()
    key: UUID | None = series
    while key is not None and key not in found:
        found.add(key)
        key = before.get(key)
    return found


def waiting(
    over: Iterable[Occurrence], wished: set[UUID], looked_back: Mapping[UUID, date], today: date
) -> list[Waiting]:
    """Give the dates that wait for a look back, the latest of each series, the earliest first.

    `looked_back` is when each series was last looked back on: of a series that goes on that holds for four weeks.
    """
    latest: dict[UUID, Occurrence] = {}
    for entry in over:
        if entry.goes_on and asks(entry.series, wished=entry.series.id in wished):
            known = latest.get(entry.series.id)
            latest[entry.series.id] = entry if known is None or entry.on > known.on else known
    found = [
        Waiting(entry.series, entry.on, entry.headcount)
        for entry in latest.values()
        if (last := looked_back.get(entry.series.id)) is None or (entry.series.rrule and last < today - AGAIN)
    ]
    return sorted(found, key=lambda one: (one.on, one.series.starts, one.series.number))
