"""The neighbourhood team."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.room import TeamRow
from buurtkamer_app.team import queries

if TYPE_CHECKING:
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.records import Team


class Teams:
    """Use cases of the team."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set_up(self, team: Team) -> Change:
        """Write down the team of the room."""
        with self._store.work(Label(mark("The team was set up")), Role.COORDINATOR) as unit:
            unit.session.add(TeamRow(single=True, **asdict(team)))
        return unit.change

    def team(self) -> Team | None:
        """Give the team, None when the room has none."""
        with self._store.reading() as session:
            return queries.team(session)
