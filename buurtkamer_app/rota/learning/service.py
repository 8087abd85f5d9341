"""Learning: a trainee joins shifts as an extra along with somebody, and then is a host like the others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.room.rules import shift_closed
from buurtkamer_app.rota.learning import queries
from buurtkamer_app.rota.learning.records import WANTED, Joined, ToJoin
from buurtkamer_app.rota.placing import check_there
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.rota import AlongRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

_AHEAD: Final = timedelta(weeks=6)


class Learning:
    """Use cases of shifts along, for the coordinator; somebody new sees their own."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota

    def to_join(self, host: UUID) -> list[ToJoin]:
        """Give the shifts of the coming six weeks on which somebody experienced is on, without those joined already."""
        self._store.allow(Role.COORDINATOR)
        today = self._room.today()
        experienced = self._experienced()
        return [
            ToJoin(shift.key, shift.starts, shift.ends, _on(shift, experienced))
            for shift in self._rota.shifts(today, today + _AHEAD)
            if self._may_join(shift, host) and _on(shift, experienced)
        ]

    def join(self, host: UUID, key: ShiftKey, along_with: UUID) -> Outcome[UUID]:
        """Let a trainee join a shift, along with a host who is on; it takes no place.

        Raises `RefusedError` when they are no trainee, the shift is not there or has begun, or the other is not on it.
        """
        self._store.allow(Role.COORDINATOR)
        who, other = self._people.host(host), self._people.host(along_with)
        label = Label(mark("{name} joins a shift along with {other}"), {"name": who.name, "other": other.name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            check_there(unit, who)
            self._check(who, key, other)
            shift = self._rota.asked.row(unit.session, key)
            row = AlongRow(shift_id=shift.id, host_id=host, with_id=along_with)
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def leave(self, along: UUID) -> Change:
        """Let somebody new not join a shift after all, also when it has been and they were not there."""
        with self._store.work(Label(mark("Somebody does not join a shift after all")), Role.COORDINATOR) as unit:
            row = unit.session.get(AlongRow, along)
            if row is None:
                raise RefusedError("This was taken away already.")
            unit.session.delete(row)
        return unit.change

    def of(self, host: UUID) -> list[Joined]:
        """Give the shifts that a host joins or joined, by date: for the coordinator, and for themselves."""
        self._store.allow(Role.HOST if self._store.actor.host == host else Role.COORDINATOR)
        with self._store.reading() as session:
            return self._joined(session, host)

    def become(self, host: UUID) -> Change:
        """Let a trainee be a host like the others: from now on they take places of shifts.

        Raises `RefusedError` when they are one already, or joined fewer shifts than is asked.
        """
        who = self._people.host(host)
        with self._store.work(
            Label(mark("{name} takes shifts from now on"), {"name": who.name}), Role.COORDINATOR
        ) as unit:
            row = queries.host_row(unit.session, host)
            if row is None or row.experience is not Experience.TRAINEE:
                raise RefusedError("{name} is no trainee any more.", name=who.name)
            done = sum(joined.done for joined in self._joined(unit.session, host))
            if done < WANTED:
                raise RefusedError(
                    "{name} has joined {done} of {wanted} shifts.", name=who.name, done=done, wanted=WANTED
                )
            row.experience = Experience.REGULAR
        return unit.change

    def _check(self, who: Host, key: ShiftKey, other: Host) -> None:
        """Raise `RefusedError` for what cannot be."""
        if who.experience is not Experience.TRAINEE:
            raise RefusedError("{name} is no trainee any more.", name=who.name)
        shift = self._rota.shift(key)
        if any(one.host == who.id for one in shift.along):
            raise RefusedError("{name} joins this shift already.", name=who.name)
        if not self._may_join(shift, who.id):
            raise RefusedError("This shift has begun. Choose another one.")
        if other.id not in dict(_on(shift, self._experienced())):
            raise RefusedError("{name} is not on this shift, or not experienced yet.", name=other.name)

    def _may_join(self, shift: Shift, host: UUID) -> bool:
        now = self._room.now()
        to_come = (shift.on, shift.starts) > (now.date(), now.time())
        return to_come and all(one.host != host for one in shift.along)

    def _experienced(self) -> frozenset[UUID]:
        """Give the experienced hosts; in a room that has none yet, those on their own."""
        hosts = self._people.hosts()
        found = [
            frozenset(host.id for host in hosts if host.experience is experience)
            for experience in (Experience.EXPERIENCED, Experience.REGULAR)
        ]
        return found[0] or found[1]

    def _joined(self, session: Session, host: UUID) -> list[Joined]:
        now = self._room.now()
        return [
            Joined(
                row.id,
                ShiftKey(shift.on_date, shift.part, shift.task),
                shift.starts,
                shift.ends,
                row.with_id,
                name,
                (shift.on_date, shift.ends) <= (now.date(), now.time())
                and not shift_closed(
                    self._room.closures(shift.on_date, shift.on_date), shift.on_date, shift.starts, shift.ends
                ),
            )
            for row, shift, name in queries.of_host(session, host)
        ]


def _on(shift: Shift, experienced: frozenset[UUID]) -> tuple[tuple[UUID, str], ...]:
    """Give the experienced hosts who are on a shift."""
    return tuple((place.host, place.host_name) for place in shift.on_duty if place.host in experienced)
