"""The room itself: set up once, read by everything."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.room import queries, rules
from buurtkamer_app.room.records import NewClosure
from buurtkamer_app.storage.tables.room import (
    ClosureRow,
    DeskSettingRow,
    OpeningRow,
    RoomRow,
    ShiftPatternRow,
    SpaceRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.room.records import Closure, DeskSettings, Opening, RoomFacts, RoomPlan, ShiftPattern, Space
    from buurtkamer_app.storage.unit_of_work import Store


class Room:
    """Use cases of the room itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._zone: ZoneInfo | None = None

    def is_set_up(self) -> bool:
        """Tell whether this store holds a room."""
        with self._store.reading() as session:
            return queries.facts(session) is not None

    def set_up(
        self,
        facts: RoomFacts,
        hours: Sequence[Opening],
        spaces: Sequence[tuple[str, int, bool]],
        patterns: Sequence[ShiftPattern],
    ) -> Change:
        """Write down a new room; `spaces` as name, capacity in persons, shared.

        Raises `RefusedError` when there is one already or a fact is wrong.
        """
        rules.check_facts(facts)
        facts = replace(facts, name=facts.name.strip())
        rules.check_hours(hours)
        with self._store.work(Label(mark("The room was set up")), Role.COORDINATOR) as unit:
            if queries.facts(unit.session) is not None:
                raise RefusedError("This room was set up before. Nothing was changed.")
            unit.undoable = False
            unit.session.add(RoomRow(single=True, **asdict(facts)))
            for opening in hours:
                unit.session.add(OpeningRow(**asdict(opening)))
            for position, (name, capacity, shared) in enumerate(spaces):
                unit.session.add(SpaceRow(position=position, name=name, capacity=capacity, shared=shared))
            for pattern in patterns:
                unit.session.add(ShiftPatternRow(**asdict(pattern)))
        return unit.change

    def facts(self) -> RoomFacts:
        """Give the room's facts; raises `StoreError` before it is set up."""
        with self._store.reading() as session:
            found = queries.facts(session)
        if found is None:
            raise StoreError("This room is not set up yet. Start the program to do so.")
        return found

    @property
    def zone(self) -> ZoneInfo:
        """Give the room's time zone; unlike its name and address it never changes."""
        if self._zone is None:
            self._zone = self.facts().zone
        return self._zone

    def now(self) -> datetime:
        """Give the wall clock of the room."""
        return local(self._store.clock.now(), self.zone)

    def today(self) -> date:
        """Give the date in the room."""
        return self.now().date()

    def plan(self) -> RoomPlan:
        """Give the room with its hours, spaces and shift patterns."""
        with self._store.reading() as session:
            return queries.plan(session, self.facts())

    def spaces(self) -> tuple[Space, ...]:
        """Give the spaces."""
        with self._store.reading() as session:
            return queries.spaces(session)

    def space(self, name: str) -> UUID:
        """Give the key of a space; raises `RefusedError` when the room has none of that name."""
        found = next((space.id for space in self.spaces() if space.name == name), None)
        if found is None:
            raise RefusedError("The room has no space called {name}.", name=name[: rules.LONGEST_SPACE])
        return found

    def close(self, closure: NewClosure, needs: Role = Role.COORDINATOR) -> Outcome[UUID]:
        """Write down that the room, or one space of it, is closed; what this touches `planner.closing` settles.

        Raises `RefusedError` for days or times in the wrong order, a space that is not there, or a reason too long.
        """
        rules.check_closure(closure)
        why = one_line(closure.reason)
        space = self.space(closure.space) if closure.space else None
        with self._store.work(Label(mark("Closed days were written down")), needs) as unit:
            row = ClosureRow(
                first=closure.first,
                last=closure.last,
                reason=why,
                space_id=space,
                starts=closure.starts,
                ends=closure.ends,
            )
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def close_days(self, first: date, last: date, reason: str) -> Change:
        """Write down that the whole house is closed, both days included; raises as `close`."""
        return self.close(NewClosure(first, last, reason)).change

    def closures(self, first: date, last: date) -> Sequence[Closure]:
        """Give the closures that touch a period, also those of one space or a part of the day."""
        with self._store.reading() as session:
            return queries.closures(session, first, last)

    def desk_settings(self) -> DeskSettings:
        """Give how this room counts and closes."""
        with self._store.reading() as session:
            return queries.desk_settings(session)

    def set_desk(self, settings: DeskSettings) -> Change:
        """Change how this room counts and closes; for the coordinator. Raises `RefusedError` for words too long."""
        kept = rules.tidied(settings)
        with self._store.work(Label(mark("The desk's settings were changed")), Role.COORDINATOR) as unit:
            row = queries.desk_setting_row(unit.session)
            values = asdict(kept) | {"closing_round": "\n".join(kept.closing_round)}
            if row is None:
                unit.session.add(DeskSettingRow(single=True, **values))
            else:
                for name, value in values.items():
                    setattr(row, name, value)
        return unit.change
