"""Lets who announced their last day be gone once it is over: no list has them any more, and no PIN is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.gone import let_go
from buurtkamer_app.safekeeping.leaving import queries

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store


class Settling:
    """Use cases of last days that were announced; called when a day is opened and after the start."""

    def __init__(self, store: Store, room: Room, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._rota = rota

    def settle(self) -> Change:
        """Let who announced a last day that is over be gone, unless they are on; nothing is written when nobody did."""
        label, today, on_now = Label(mark("Who left is in no list any more")), self._room.today(), self._rota.on_now()
        with self._store.reading() as session:
            if all(row.id in on_now for row in queries.leaving_before(session, today)):
                return Change(None, label, frozenset())
        with self._store.work(label, Role.NOBODY) as unit:
            unit.undoable = False
            for row in queries.leaving_before(unit.session, today):
                if row.leaves_on is not None and row.id not in on_now:
                    let_go(unit, row, row.leaves_on)
        return unit.change

    def announced(self) -> dict[UUID, date]:
        """Give who said when their last day is, and that day; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.announced(session)
