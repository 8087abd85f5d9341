"""Groups of hosts that take turns by the week: how many there are, and whose turn a week is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday
from buurtkamer_app.rota import seeing_queries
from buurtkamer_app.rota.records import Turns
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import WeekGroupsRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

MOST_GROUPS: Final = 9


def turns(session: Session) -> Turns:
    """Give how groups take turns."""
    row = seeing_queries.week_groups(session)
    return Turns(row.groups, row.first_monday) if row is not None else Turns()


class WeekGroups:
    """Use cases of a rota that groups take turns in, for the coordinator; everybody may see whose turn it is."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def turns(self) -> Turns:
        """Give how groups take turns."""
        with self._store.reading() as session:
            return turns(session)

    def set_turns(self, groups: int, this_week: int = 1) -> Change:
        """Let so many groups take turns, with this week for group `this_week`; 0 or 1 group ends taking turns.

        Who was in a group that is no more belongs to none. Raises `RefusedError` for numbers that cannot be.
        """
        if not 0 <= groups <= MOST_GROUPS:
            raise RefusedError("How many groups? At most {most}.", most=MOST_GROUPS)
        takes_turns = groups > 1
        if takes_turns and not 1 <= this_week <= groups:
            raise RefusedError("There is no group {number}.", number=this_week)
        today = self._room.today()
        with self._store.work(Label(mark("The groups of the rota were changed")), Role.COORDINATOR) as unit:
            row = seeing_queries.week_groups(unit.session)
            if not takes_turns:
                if row is not None:
                    unit.session.delete(row)
            else:
                first = monday(today) - timedelta(weeks=this_week - 1)
                if row is None:
                    unit.session.add(WeekGroupsRow(single=True, groups=groups, first_monday=first))
                else:
                    row.groups, row.first_monday = groups, first
            last = groups if takes_turns else 0
            for host in unit.session.scalars(select(HostRow).where(HostRow.week_group > last)):
                host.week_group = 0
        return unit.change

    def put_in(self, host: UUID, group: int) -> Change:
        """Put a host in a group, 0 in none; raises `RefusedError` when there is no such group."""
        who = self._people.host(host)
        label = Label(mark("{name} is in another group now"), {"name": who.name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = seeing_queries.week_groups(unit.session)
            if group and (row is None or not 1 <= group <= row.groups):
                raise RefusedError("There is no group {number}.", number=group)
            kept = unit.session.get(HostRow, host)
            if kept is not None and kept.week_group != group:
                kept.week_group = group
        return unit.change
