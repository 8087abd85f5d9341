"""Who may visit residents at home: only helpers whom the coordinator named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.wishes import HomeHelperRow
from buurtkamer_app.wishes.endings import queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.endings.records import HomeHelper


class HomeHelpers:
    """Use cases of the list of who may visit at home."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def all(self) -> Sequence[HomeHelper]:
        """Give who may visit at home, by name; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.home_helpers(session)

    def name(self, helper: str) -> Change:
        """Let somebody visit at home; for the coordinator. Twice changes nothing.

        Raises `RefusedError` for what is no name.
        """
        kept = kept_name(helper)
        with self._store.work(Label(mark("A helper may visit at home")), Role.COORDINATOR) as unit:
            if queries.home_helper_row(unit.session, kept) is None:
                unit.session.add(HomeHelperRow(name=kept, named_on=self._room.today(), named_by=unit.actor.host))
        return unit.change

    def take_off(self, helper: UUID) -> Change:
        """Let somebody visit at home no more, also whom they visit now; for the coordinator.

        Raises `RefusedError` when they are not on the list any more.
        """
        with self._store.work(Label(mark("A helper does not visit at home any more")), Role.COORDINATOR) as unit:
            row = unit.session.get(HomeHelperRow, helper)
            if row is None:
                raise RefusedError("This is not on the list any more.")
            for match in queries.visiting(unit.session, row.name):
                match.home_visits = False
            unit.session.delete(row)
        return unit.change
