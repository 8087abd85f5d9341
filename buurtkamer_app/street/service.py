"""Streets and what was held there: whose hours it took, and the figures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.street import StreetRow
from buurtkamer_app.street import queries, rules
from buurtkamer_app.street.records import Activity, Street

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Streets:
    """Use cases of streets; `known` are the streets with their notes, in the order of their names."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
        told = Told(mark("A street was written down"), mark("A street was changed"), mark("A street was taken away"))
        self.known = Kept(store, StreetRow, Street, rules.kept_street, told, order=("name",))

    def add(self, name: str) -> Outcome[UUID]:
        """Write down a street by its name; raises `RefusedError` without one, or when it is there already."""
        street = rules.kept_street(Street(name))
        self._nobody_elses(street.name, None)
        return self.known.write(street)

    def change(self, key: UUID, street: Street, version: int | None = None) -> Outcome[UUID]:
        """Change the name or the notes of a street; raises as `add`, and `ClashError` as lists do."""
        self._nobody_elses(rules.kept_street(street).name, key)
        return self.known.write(street, key, version)

    def take_away(self, key: UUID) -> Change:
        """Take a street away on which nothing was planned; raises `RefusedError` for another."""
        if self.of(key):
            raise RefusedError("Something was planned here. This street stays.")
        with self._store.work(Label(mark("A street was taken away"))) as unit:
            for phase in queries.phases(unit.session, key).get(key, []):
                if (row := queries.phase_row(unit.session, key, phase.since)) is not None:
                    unit.session.delete(row)
            self.known.take_away(key)
        return unit.change

    def one(self, key: UUID) -> Activity:
        """Give an activity; raises `RefusedError` when it is gone."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = queries.activity(session, key)
        if found is None:
            raise RefusedError("This is not on record any more. Look at the list again.")
        return found

    def of(self, street: UUID) -> list[Activity]:
        """Give what was and is planned in a street, the earliest first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.activities(session, of=street)

    def between(self, first: date, last: date) -> list[Activity]:
        """Give the activities of a period, both days included, the earliest first; cancelled ones too."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.activities(session, first=first, last=last)

    def _nobody_elses(self, name: str, key: UUID | None) -> None:
        with self._store.reading() as session:
            known = queries.street_called(session, name)
        if known not in {None, key}:
            raise RefusedError("{name} is on the list already. Choose it there.", name=name)
