"""Lets wishes go on by themselves: what their activities came to by now, and which parked ones come back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import WishStatus

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.wishes.moving_on import MovingOn
    from buurtkamer_app.wishes.records import Wish

# A room looks at its wishes whenever a day is opened: of what it did not see for so long nothing is concluded.
_BACK: Final = timedelta(weeks=156)
# A date that was moved beyond the end of its series is not moved further than this.
_AHEAD: Final = timedelta(weeks=53)


class KeepingUp:
    """Looks at what activities came to and tells the wishes; called when a day is opened and after the start."""

    def __init__(self, room: Room, activities: Activities, moving_on: MovingOn) -> None:
        self._room = room
        self._activities = activities
        self._moving_on = moving_on

    def keep_up(self) -> Change:
        """Bring wishes where they are by now, in one undo step; nothing is written when nothing is due."""
        today, under_way = self._room.today(), self._moving_on.under_way()
        return self._moving_on.move_on(self._held(under_way, today), self._over(under_way, today))

    def _held(self, wishes: Collection[Wish], today: date) -> dict[UUID, date]:
        """Give the last date before today of activities that began; one that was cancelled was not held."""
        waiting = (wish for wish in wishes if wish.status is not WishStatus.RUNNING)
        first = min((wish.starts_on for wish in waiting if wish.starts_on is not None), default=today)
        if first >= today:
            return {}
        entries = self._activities.occurrences(max(first, today - _BACK), today - timedelta(days=1))
        return {entry.series.id: entry.on for entry in entries if entry.goes_on}

    def _over(self, wishes: Collection[Wish], today: date) -> dict[UUID, date]:
        """Give the last date of activities that have none any more; one that closed days cancel may yet go on."""
        wanted = {wish.series for wish in wishes}
        ending = {
            series.id: series.last_date
            for series in self._activities.series()
            if series.id in wanted
            and series.last_date is not None
            and today - _BACK <= series.last_date <= today + _AHEAD
        }
        if not ending:
            return {}
        entries = self._activities.occurrences(today, today + _AHEAD)
        coming = {entry.series.id for entry in entries if entry.goes_on or entry.closed}
        return {key: last for key, last in ending.items() if key not in coming}
