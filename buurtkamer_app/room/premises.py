"""What the coordinator changes of the house after it was set up: its spaces and its opening hours."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room import former, planned_queries, queries, rules
from buurtkamer_app.storage.tables.room import OpeningRow, SpaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.room.records import Opening, RoomFacts
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Premises:
    """Use cases of the house, for the coordinator."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def add_space(self, name: str, capacity: int, *, shared: bool) -> Outcome[UUID]:
        """Add a space; `capacity` in persons. Raises `RefusedError` for a name or number that cannot be."""
        with self._store.work(Label(mark("A space was added")), Role.COORDINATOR) as unit:
            kept = rules.check_space(name, capacity, self._room.spaces())
            row = SpaceRow(position=queries.next_position(unit.session), name=kept, capacity=capacity, shared=shared)
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def change_space(self, space: UUID, name: str, capacity: int, *, shared: bool) -> Change:
        """Change a space; what is planned in it stays.

        Raises `RefusedError` for a name or number that cannot be, or when more people are planned in it to come.
        """
        with self._store.work(Label(mark("{name} was changed"), {"name": name.strip()[:60]}), Role.COORDINATOR) as unit:
            row = self._row(unit.session.get(SpaceRow, space))
            others = [other for other in self._room.spaces() if other.id != space]
            kept = rules.check_space(name, capacity, others)
            if capacity < row.capacity and (
                most := planned_queries.most_planned(unit.session, space, self._room.today())
            ):
                planned, persons = most
                if persons > capacity:
                    raise RefusedError(
                        "{name} has {persons} places. Make those fewer first.", name=planned, persons=persons
                    )
            if kept != row.name:
                former.keep(unit.session, self._room.today())
            row.name, row.capacity, row.shared = kept, capacity, shared
        return unit.change

    def move_space(self, space: UUID, by: int) -> Change:
        """Move a space up (-1) or down (1) in the order in which they are shown; at the end it stays."""
        with self._store.work(Label(mark("The order of the spaces was changed")), Role.COORDINATOR) as unit:
            rows = queries.space_rows(unit.session)
            place = next((place for place, row in enumerate(rows) if row.id == space), None)
            if place is not None and 0 <= place + by < len(rows):
                rows.insert(place + by, rows.pop(place))
                for position, row in enumerate(rows):
                    row.position = position
        return unit.change

    def remove_space(self, space: UUID) -> Change:
        """Take a space away that nothing was ever planned in.

        Raises `RefusedError` when it is the last one, or an activity, a booking or a closure was in it.
        """
        with self._store.work(Label(mark("A space was taken away")), Role.COORDINATOR) as unit:
            row = self._row(unit.session.get(SpaceRow, space))
            if planned_queries.is_used(unit.session, space):
                raise RefusedError("{space} was used. It cannot be taken away.", space=row.name)
            if len(self._room.spaces()) == 1:
                raise RefusedError("A room has at least one space.")
            unit.session.delete(row)
        return unit.change

    def set_hours(self, hours: Sequence[Opening]) -> Change:
        """Change when the room is usually open; a weekday that is not named is a closed one.

        Raises `RefusedError` when a day would close before it opens, is named twice, or no day is left.
        """
        rules.check_hours(hours)
        named = {opening.weekday: opening for opening in hours}
        if not hours or len(named) < len(hours):
            raise RefusedError("Tick at least one day on which the room is open.")
        with self._store.work(Label(mark("The opening hours were changed")), Role.COORDINATOR) as unit:
            former.keep(unit.session, self._room.today())
            for row in queries.opening_rows(unit.session):
                kept = named.pop(row.weekday, None)
                if kept is None:
                    unit.session.delete(row)
                else:
                    row.opens, row.closes = kept.opens, kept.closes
            for opening in named.values():
                unit.session.add(OpeningRow(**asdict(opening)))
        return unit.change

    def change_facts(self, facts: RoomFacts) -> Change:
        """Change what the room is called, where it is and how to reach it; country and time zone stay as they are.

        Past weeks are told with what was. Raises `RefusedError` for what cannot be a name, a line or a phone number.
        """
        with self._store.work(Label(mark("Name and address were changed")), Role.COORDINATOR) as unit:
            known = self._room.facts()
            kept = rules.kept_facts(replace(facts, country=known.country, timezone=known.timezone))
            if kept != known:
                former.keep(unit.session, self._room.today())
                queries.put_facts(unit.session, kept)
        return unit.change

    @staticmethod
    def _row(row: SpaceRow | None) -> SpaceRow:
        if row is None:
            raise RefusedError("This is not on record any more.")
        return row
