"""Who and what there is in the neighbourhood: the list, finding a number in it, and the schematic map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.neighbourhood.resources import places, queries, rules
from buurtkamer_app.neighbourhood.resources.records import Resource
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.neighbourhood.resources.records import Entry, Map, Spot
    from buurtkamer_app.storage.unit_of_work import Store


class Resources:
    """Use cases of who and what there is. `kept` holds what the room wrote down itself, without its partners."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.kept: Kept[Resource] = Kept(
            store,
            ResourceRow,
            Resource,
            rules.kept_resource,
            Told(
                mark("Somebody or something in the neighbourhood was written down"),
                mark("What the neighbourhood has was changed"),
                mark("What the neighbourhood has was taken away"),
            ),
            order=("kind", "name"),
        )

    def every(self) -> list[Entry]:
        """Give all that there is by kind and name, with the partners of the room among them."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return rules.in_order(queries.entries(session))

    def find(self, typed: str) -> list[Entry]:
        """Give those that fit what was typed; whose name begins so comes first. All, while nothing was typed."""
        return rules.found(typed, self.every())

    def partners(self) -> list[tuple[UUID, str]]:
        """Give the partners of the room to choose from: key and name."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.partner_names(session)

    def map(self) -> Map:
        """Give where all of it stands on the map, with the numbers of the list."""
        return places.arranged(self.every())

    def place(self, key: UUID, spot: Spot | None) -> Outcome[UUID]:
        """Put something on the map, beside what lies there already; None lets it find its own place again.

        A partner of the room becomes a resource by it. Raises `RefusedError` when it is gone.
        """
        with self._store.work(Label(mark("Something was put on the map"))) as unit:
            entries = queries.entries(unit.session)
            row = self._row(unit.session, key)
            taken = [other.spot for other in entries if other.spot is not None and other.id != row.id]
            at = places.free_near(spot, taken, places.usual_side(len(entries))) if spot is not None else None
            row.x, row.y = at if at is not None else (None, None)
        return Outcome(unit.change, row.id)

    def write(self, new: Resource, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a resource or change it; one of a partner's key is written down for that partner.

        Raises what `kept.write` raises, and `ClashError` when that partner was written down meanwhile.
        """
        if key is not None and self._is_partner(key):
            with self._store.reading() as session:
                if queries.resource_of_partner(session, key) is not None:
                    raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            key = version = None
        return self.kept.write(new, key, version)

    def take_away(self, key: UUID) -> Change:
        """Take a resource away; what is a partner of the room too stays as that, and cannot be taken away here."""
        if self._is_partner(key):
            raise RefusedError("A partner of the room stays in this list.")
        return self.kept.take_away(key)

    def _is_partner(self, key: UUID) -> bool:
        with self._store.reading() as session:
            return queries.partner(session, key) is not None

    @staticmethod
    def _row(session: Session, key: UUID) -> ResourceRow:
        row = queries.resource_row(session, key) or queries.resource_of_partner(session, key)
        if row is not None:
            return row
        partner = queries.partner(session, key)
        if partner is None:
            raise RefusedError("This is not on record any more. Look at the list again.")
        row = ResourceRow(
            kind=partner.kind,
            name=partner.name,
            adds=partner.adds,
            contact=partner.contact,
            phone=partner.phone,
            address=partner.address,
            partner_id=partner.partner_id,
        )
        session.add(row)
        session.flush()
        return row
