"""The programmes that a room has beside itself: what is off is nowhere in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.room import queries
from buurtkamer_app.storage.tables.room import ProgrammeRow

if TYPE_CHECKING:
    from buurtkamer_app.storage.unit_of_work import Store


class Programmes:
    """Use cases of which programmes there are; what was written down in one stays when it is turned off."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def on(self) -> frozenset[Programme]:
        """Give the programmes that are on; nobody has to sign in for it."""
        with self._store.reading() as session:
            return frozenset(row.programme for row in queries.programme_rows(session))

    def set_on(self, wanted: frozenset[Programme]) -> Change:
        """Turn these on and the others off, for the coordinator."""
        with self._store.work(Label(mark("The programmes of this room were chosen")), Role.COORDINATOR) as unit:
            rows = {row.programme: row for row in queries.programme_rows(unit.session)}
            for programme, row in rows.items():
                if programme not in wanted:
                    unit.session.delete(row)
            for programme in Programme:
                if programme in wanted and programme not in rows:
                    unit.session.add(ProgrammeRow(programme=programme))
        return unit.change
