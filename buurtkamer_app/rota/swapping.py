"""Two hosts swap their shifts, or one gives a shift to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.cover.rules import is_over
from buurtkamer_app.rota.fixed import queries as fixed_queries
from buurtkamer_app.rota.learning import queries as learning_queries
from buurtkamer_app.rota.placing import check_there
from buurtkamer_app.storage.tables.people import OtherTimesRow
from buurtkamer_app.storage.tables.rota import PlaceRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.cover.service import Cover
    from buurtkamer_app.rota.putting import Putting
    from buurtkamer_app.rota.records import Place, Shift
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

# So far ahead one agrees on a swap.
_AHEAD: Final = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Held:
    """A place of a shift to come, and who holds it."""

    shift: Shift
    place: Place


@dataclass(frozen=True, slots=True)
class Swappable:
    """A place, with whom one can swap it or to whom it can be given, and which shifts to come those hold."""

    mine: Held
    hosts: tuple[Host, ...]
    theirs: dict[UUID, tuple[Held, ...]]


class Swapping:
    """Use cases of swapping; two hosts do it themselves when one of them is at the desk, the coordinator for anybody.

    What it breaks is said before and may be accepted; a host cannot take what asks papers that they did not show.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a swap touches
        self, store: Store, room: Room, people: People, rota: Rota, cover: Cover, putting: Putting
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota
        self._cover = cover
        self._putting = putting

    def choices(self, place: UUID) -> Swappable:
        """Give with whom a place can be swapped; a host who swaps the place of another one only has themselves to give.

        Raises `RefusedError` when the place is open, over, or somebody took over.
        """
        self._store.allow(Role.HOST)
        mine, own = self._held(place), self._store.actor.host
        hosts = [
            host
            for host in self._people.hosts()
            if host.rostered and host.experience is not Experience.TRAINEE and host.id != mine.place.host
        ]
        if self._store.actor.role < Role.COORDINATOR and mine.place.host != own:
            hosts = [host for host in hosts if host.id == own]
        theirs: dict[UUID, tuple[Held, ...]] = {}
        today, now = self._room.today(), self._room.now()
        for shift in self._rota.shifts(today, today + _AHEAD):
            if shift.key == mine.shift.key or is_over(shift, now):
                continue
            for other in shift.on_duty:
                theirs[other.host] = (*theirs.get(other.host, ()), Held(shift, other))
        return Swappable(mine, tuple(hosts), {host.id: theirs.get(host.id, ()) for host in hosts})

    def would_break(self, place: UUID, to: UUID, theirs: UUID | None = None) -> tuple[Label, ...]:
        """Say what it breaks when a host gets a place, and gives one of theirs for it; nothing when all is well."""
        self._store.allow(Role.HOST)
        mine = self._held(place)
        if theirs is None:
            return self._putting.would_break(to, mine.shift.key, None, mine.place.host)
        other = self._held(theirs)
        one, two = mine.place.host, other.place.host
        found = (
            *self._putting.would_break(two, mine.shift.key, other.shift.key, one),
            *self._putting.would_break(one, other.shift.key, mine.shift.key, two),
        )
        return tuple(label for at, label in enumerate(found) if label not in found[:at])

    def swap(self, place: UUID, theirs: UUID) -> Change:
        """Let the holders of two places swap them.

        Raises `RefusedError` as `choices`, when one is on the other's shift already or may not do it yet, and
        `NotAllowedError` unless one of the two or the coordinator asks it.
        """
        self._store.allow(Role.HOST)
        mine, other = self._held(place), self._held(theirs)
        one, two = mine.place.host_name, other.place.host_name
        label = Label(mark("{name} and {other} swap shifts"), {"name": one, "other": two})
        with self._store.work(label, self._needs(mine.place.host, other.place.host)) as unit:
            self._same(mine, other)
            self._move(unit, mine, other.place.host)
            self._move(unit, other, mine.place.host)
        return unit.change

    def give(self, place: UUID, to: UUID) -> Change:
        """Let a host get the place of another one; raises as `swap`."""
        self._store.allow(Role.HOST)
        mine, who = self._held(place), self._people.host(to)
        label = Label(mark("{name} takes over from {gone}"), {"name": who.name, "gone": mine.place.host_name})
        with self._store.work(label, self._needs(mine.place.host, to)) as unit:
            self._same(mine)
            self._move(unit, mine, to)
        return unit.change

    def _held(self, place: UUID) -> Held:
        shift, held = self._cover.held(place)
        if is_over(shift, self._room.now()):
            raise RefusedError("This shift is over, so it stays as it was.")
        if held.replaced:
            raise RefusedError("Somebody took this shift over already.")
        if held.absent is not None:
            raise RefusedError("{name} cannot come. Ask who can take over.", name=held.host_name)
        return Held(shift, held)

    def _needs(self, *hosts: UUID) -> Role:
        """Give who may let these hosts swap, and take that back: one of the two, or the coordinator."""
        if self._store.actor.host in hosts:
            return Role.HOST
        if self._store.actor.role < Role.COORDINATOR:
            raise NotAllowedError("Only the two who swap, or the coordinator, can do this.")
        return Role.COORDINATOR

    def _same(self, *held: Held) -> None:
        """Raise `ClashError` when another desk gave one of these places to somebody else meanwhile."""
        if any(self._held(one.place.id).place.host != one.place.host for one in held):
            raise ClashError("Somebody else changed this at the same time. Look again and repeat.")

    def _move(self, unit: Unit, held: Held, to: UUID) -> None:
        """Give a place to a host."""
        who, coordinator = self._people.host(to), self._store.actor.role >= Role.COORDINATOR
        if any(place.host == to and not place.replaced for place in held.shift.places):
            raise RefusedError("{name} is on this shift already.", name=who.name)
        check_there(unit, who)
        if not coordinator and not self._cover.knowing.may_do(who, held.shift):
            raise RefusedError("{name} cannot do this shift yet. Ask the coordinator.", name=who.name)
        if queries.is_used(unit.session, held.place.id):
            raise RefusedError("This shift has begun, so it stays as it was.")
        row = unit.session.get_one(PlaceRow, held.place.id)
        for joining in learning_queries.along_with(unit.session, row.shift_id, held.place.host):
            joining.with_id = None
        row.host_id, row.filled = to, False
        _keep_agreements(unit.session, held, to)


def _keep_agreements(session: Session, held: Held, to: UUID) -> None:
    """Let who gave away a shift that they have fixed be away then, so that the agreement puts nobody on it again."""
    gone, key = held.place.host, held.shift.key
    on, part = key.on, key.part
    if fixed_queries.has_agreed(session, gone, key) and not fixed_queries.away(session, gone, on, part):
        session.add(OtherTimesRow(host_id=gone, first=on, last=on, part=part, extra=False))
    if fixed_queries.has_agreed(session, to, key):
        for row in fixed_queries.away(session, to, on, part):
            if (row.first, row.last, row.part) == (on, on, part):
                session.delete(row)
