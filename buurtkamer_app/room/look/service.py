"""How the sheets of this room look, and what was last chosen for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room.look import queries, rules
from buurtkamer_app.storage.tables.paper import HouseLookRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from buurtkamer_app.room.look.records import HouseLook
    from buurtkamer_app.storage.unit_of_work import Store


class Looks:
    """Use cases of the house style on paper."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self) -> HouseLook:
        """Give the colours and the logo."""
        with self._store.reading() as session:
            return queries.look(session)

    def set_look(self, look: HouseLook) -> Change:
        """Change the colours or the logo; for the coordinator.

        Raises `RefusedError` for a colour on which white cannot be read, or a logo that is no picture or too large.
        """
        kept = rules.checked(look)
        with self._store.work(Label(mark("The look of the sheets was changed")), Role.COORDINATOR) as unit:
            row = queries.look_row(unit.session)
            if row is None:
                row = HouseLookRow(single=True, main=kept.main, second=kept.second, logo=kept.logo)
                unit.session.add(row)
            row.main, row.second, row.logo = kept.main, kept.second, kept.logo
        return unit.change

    def choices(self, sheet: str) -> dict[str, str]:
        """Give what was last chosen for a sheet, by the name of the choice."""
        with self._store.reading() as session:
            return queries.choices(session, sheet)

    def remember(self, sheet: str, chosen: Mapping[str, str]) -> None:
        """Remember what was chosen for a sheet; that is nothing to take back."""
        with self._store.work(Label(mark("A choice for a sheet was kept")), Role.HOST) as unit:
            unit.undoable = False
            queries.put_choices(unit.session, sheet, chosen)
