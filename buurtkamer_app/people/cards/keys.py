"""The keys of the house: who has which one since when, and when it came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.cards import queries, rules
from buurtkamer_app.storage.tables.people import HouseKeyRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.records import HouseKey
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class HouseKeys:
    """Use cases of the key list, for the coordinator."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def all(self) -> list[HouseKey]:
        """Give the keys that are out, by number, then those that came back; what is still with who left too."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.keys(session)

    def give(self, host: UUID, number: str, on: date) -> Change:
        """Write down that somebody got a key; raises `RefusedError` when another one has that number."""
        kept = one_line(number, 60)
        if not kept:
            raise RefusedError("Which number does the key have?")
        label = Label(mark("{name} has a key of the house"), {"name": self._people.host(host).name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = queries.host_row(unit.session, host)
            if row is None:
                raise RefusedError("This host is not on record any more.")
            rules.check_past(row.name, on, self._room.today())
            held = rules.still_out(queries.keys(unit.session), kept)
            if held is not None:
                raise RefusedError(
                    "{name} has key {number}. Write first that it is back.", name=held.host_name, number=kept
                )
            unit.session.add(HouseKeyRow(number=kept, host_id=host, out_on=on, back_on=None))
        return unit.change

    def back(self, key: UUID, on: date) -> Change:
        """Write down that a key came back, of who left too; raises `RefusedError` for a day before it went out."""
        with self._store.work(Label(mark("A key of the house came back")), Role.COORDINATOR) as unit:
            row = unit.session.get(HouseKeyRow, key)
            if row is None:
                raise RefusedError("This key is not on the list any more.")
            name = self._people.host(row.host_id).name
            rules.check_past(name, on, self._room.today())
            rules.check_order(name, row.out_on, on)
            row.back_on = on
        return unit.change
