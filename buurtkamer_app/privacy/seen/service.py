"""Who saw, printed, gave out or opened what: read from the journal, for the coordinator."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.roles import Role
from buurtkamer_app.privacy.seen import queries, rules

if TYPE_CHECKING:
    from buurtkamer_app.privacy.seen.records import Asked, Seen
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_DAY: Final = timedelta(days=1)


class WhoSaw:
    """Use cases of looking back at who saw what; nothing of what they saw is in it."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room

    def seen(self, asked: Asked) -> list[Seen]:
        """Give what was done in a period, the latest first. Raises `RefusedError` for a period that cannot be."""
        self._store.allow(Role.COORDINATOR)
        rules.check(asked)
        zone = self._room.zone
        first, until = instant(asked.first, time(), zone), instant(asked.last + _DAY, time(), zone)
        with self._store.reading() as session:
            found = queries.seen(session, first, until, asked.host)
        return [one for one in found if asked.topic in (None, one.topic)]
