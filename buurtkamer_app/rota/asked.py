"""Which shifts a period asks for: those of its weekdays, and one on each date of an activity that asks for hosts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.finding import row_of
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.rota.rules import part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.rota import ShiftRow


class AskedShifts:
    """Gives the shifts that are asked for; activities are only loaded in a room where one of them asks for hosts."""

    def __init__(self, room: Room, activities: Callable[[], Activities]) -> None:
        self._room = room
        self._activities = activities

    def between(self, first: date, last: date) -> dict[ShiftKey, ShiftPattern]:
        """Give the shifts asked for in a period as patterns of that very date, also on days that are closed.

        An activity asks for nobody on a date on which it does not go on.
        """
        patterns = self._room.plan().patterns
        days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        found = {
            ShiftKey(on, pattern.part, pattern.task): pattern
            for on in days
            for pattern in patterns
            if pattern.weekday == on.weekday() and pattern.series_id is None
        }
        of_series = [pattern for pattern in patterns if pattern.series_id is not None]
        return found | dict(self._on_dates(of_series, first, last)) if of_series else found

    def row(self, session: Session, key: ShiftKey) -> ShiftRow:
        """Give the row of any shift, made when nobody was on it yet; raises `RefusedError` when there is none then."""
        known = queries.shift(session, key)
        if known is not None:
            return known
        pattern = self.between(key.on, key.on).get(key)
        if pattern is None:
            raise RefusedError("There is no such shift on that day.")
        return row_of(session, key, pattern)

    def _on_dates(
        self, patterns: Sequence[ShiftPattern], first: date, last: date
    ) -> Iterator[tuple[ShiftKey, ShiftPattern]]:
        activities = self._activities()
        before = {series.id: series.continues for series in activities.series()}
        for entry in activities.occurrences(first, last):
            pattern = _asked_by(patterns, entry.series, before) if entry.goes_on else None
            if pattern is not None:
                starts, ends = entry.series.starts, entry.series.ends
                key = ShiftKey(entry.on, part_of(starts), pattern.task)
                yield key, replace(pattern, weekday=entry.on.weekday(), part=key.part, starts=starts, ends=ends)


def _asked_by(patterns: Sequence[ShiftPattern], series: Series, before: dict[UUID, UUID | None]) -> ShiftPattern | None:
    """Give the pattern of a series, or of the one that it goes on from since it was changed."""
    at: UUID | None = series.id
    seen: set[UUID] = set()
    while at is not None and at not in seen:
        found = next((pattern for pattern in patterns if pattern.series_id == at), None)
        if found is not None:
            return found
        seen.add(at)
        at = before.get(at)
    return None
