"""How the room says itself that it stands: backups, keys, what goes next, concerns, data leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.roles import Role
from buurtkamer_app.safekeeping.checkup import rules

if TYPE_CHECKING:
    from datetime import date, datetime

    from buurtkamer_app.desk.concerns.service import Concerns
    from buurtkamer_app.privacy.breaches.service import Breaches
    from buurtkamer_app.privacy.retention.service import Retention
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.backups.service import Backups
    from buurtkamer_app.safekeeping.checkup.records import Finding
    from buurtkamer_app.safekeeping.keys.service import KeyHolders
    from buurtkamer_app.storage.unit_of_work import Store


class Standing:
    """What the coordinator sees on one page; everything is read, nothing is changed."""

    def __init__(  # noqa: PLR0913, PLR0917 - one service for each thing that stands well or not
        self,
        store: Store,
        room: Room,
        backups: Backups,
        keys: KeyHolders,
        retention: Retention,
        concerns: Concerns,
        breaches: Breaches,
        *,
        practice: bool,
    ) -> None:
        self._store, self._room, self._practice = store, room, practice
        self._backups, self._keys, self._retention = backups, keys, retention
        self._concerns, self._breaches = concerns, breaches

    def now(self) -> list[Finding]:
        """Give how things stand, for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading():
            return [*self._kept_well(), *self._entrusted()]

    def _kept_well(self) -> list[Finding]:
        today, practice = self._room.today(), self._practice
        last, tried = self._backups.last(), self._backups.last_tried()
        holders = {holder.host or holder.slot for holder in self._keys.held()}
        return [
            rules.backup(self._day(last.at) if last else None, today, practice=practice),
            rules.tried(self._day(tried.tried_at) if tried else None, today, practice=practice),
            rules.keys(len(holders), practice=practice),
        ]

    def _entrusted(self) -> list[Finding]:
        due, leaks = self._retention.next_due(1), self._breaches.open_ones()
        first = due[0] if due else None
        overdue = sum(1 for leak in leaks if leak.waits and leak.hours_left < 0)
        return [
            rules.retention(first.count if first else 0, first.on if first else None, self._room.today()),
            rules.concerns(len(self._concerns.concerns()), self._concerns.to_review()),
            rules.leaks(len(leaks), overdue),
        ]

    def _day(self, at: datetime | None) -> date | None:
        return local(at, self._room.zone).date() if at is not None else None
