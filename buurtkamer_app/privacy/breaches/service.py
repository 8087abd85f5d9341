"""The register of data leaks: written down, judged, reported within 72 hours, closed and kept; for the coordinator."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.privacy.breaches import queries, rules
from buurtkamer_app.privacy.breaches.records import Breach, NewBreach
from buurtkamer_app.storage.tables.breaches import BreachRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_FIELDS = tuple(field.name for field in fields(NewBreach))


class Breaches:
    """Use cases of data leaks; a closed one stays until it was kept long enough."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room

    def begin(self, new: NewBreach) -> Outcome[Breach]:
        """Write down a leak: its clock runs from when it was noticed. Raises `RefusedError` as `rules.kept`."""
        self._store.allow(Role.COORDINATOR)
        kept = rules.kept(new, self._room.now().replace(tzinfo=None))
        with self._store.work(Label(mark("A data leak was written down")), Role.COORDINATOR) as unit:
            row = BreachRow(**asdict(kept))
            unit.session.add(row)
            unit.session.flush()
            found = self._breach(row)
        return Outcome(unit.change, found)

    def write(self, new: NewBreach, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a leak, or change the one with a key.

        Raises `RefusedError` as `begin` and when it is gone, `ClashError` when it is not the version that was read.
        """
        if key is None:
            begun = self.begin(new)
            return Outcome(begun.change, begun.value.id)
        self._store.allow(Role.COORDINATOR)
        kept = rules.kept(new, self._room.now().replace(tzinfo=None))
        with self._store.work(Label(mark("A data leak was changed")), Role.COORDINATOR) as unit:
            row = queries.there(unit.session, key)
            if version is not None and row.version != version:
                raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            for name, value in asdict(kept).items():
                setattr(row, name, value)
        return Outcome(unit.change, key)

    def close(self, key: UUID) -> Change:
        """Close a leak: nothing is to be done any more. Raises `RefusedError` while the law asks for something."""
        with self._store.work(Label(mark("A data leak was closed")), Role.COORDINATOR) as unit:
            row = queries.there(unit.session, key)
            if self._breach(row).waits:
                raise RefusedError("First report it, and fill in when. Then it can be closed.")
            row.closed_on = row.closed_on or self._room.today()
        return unit.change

    def all(self, **_: Any) -> list[Breach]:
        """Give every leak: open ones first, the latest first."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return [self._breach(row) for row in queries.rows(session)]

    def one(self, key: UUID) -> Breach:
        """Give a leak; raises `RefusedError` when it is gone."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return self._breach(queries.there(session, key))

    def open_ones(self) -> list[Breach]:
        """Give the leaks that are not closed, the one whose 72 hours end first first."""
        return sorted((one for one in self.all() if one.closed_on is None), key=lambda one: one.due_at)

    def authority(self) -> tuple[str, str, str]:
        """Give who is told of leaks here: name, page, phone number."""
        return rules.authority(self._room.facts().country)

    def _breach(self, row: BreachRow) -> Breach:
        it = NewBreach(**{name: getattr(row, name) for name in _FIELDS})
        due = rules.due_at(it, self._room.zone)
        left = rules.hours_left(due, self._room.now())
        return Breach(row.id, row.version, it, rules.judged(it), due, left, row.closed_on)
