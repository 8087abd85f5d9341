"""Putting hosts on shifts by hand and moving them, with what it breaks known before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.people.cards import queries as card_queries
from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.rota import ahead, breaking, groups, queries
from buurtkamer_app.rota.breaking import Known
from buurtkamer_app.storage.tables.rota import PlaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.rota.records import Shift, ShiftKey
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

_GLADNESS = (Willing.CAN, Willing.RATHER_NOT, Willing.LAST_RESORT)


@dataclass(frozen=True, slots=True)
class Choice:
    """A host who may be put on a shift: whether they can come then, and what it breaks."""

    host: Host
    can: bool
    breaks: tuple[Label, ...] = ()


class Putting:
    """Use cases of the rota by hand; the coordinator may do what the program never does."""

    def __init__(self, store: Store, people: People, times: Times, rota: Rota) -> None:
        self._store = store
        self._people = people
        self._times = times
        self._rota = rota

    def choices(self, key: ShiftKey) -> list[Choice]:
        """Give the hosts on the rota who are not on a shift: who can come first, those who do so gladly before others.

        For who is signed in; VOG and certificates are only said to the coordinator. Raises `RefusedError` when there is
        no such shift.
        """
        self._store.allow(Role.HOST)
        around = self._around(key)
        shift = _of(around, key)
        on_it = {place.host for place in shift.places if not place.replaced}
        hosts = self._people.hosts()
        able, free = ahead.experienced(hosts), self._times.free(key.on, key.part)
        found = [
            Choice(one.host, one.free is not None, breaking.breaks(shift, one, able, papers=self._papers))
            for one in self._known(hosts, around, shift)
            if one.host.rostered and one.host.id not in on_it
        ]

        def order(choice: Choice) -> tuple[bool, int, int, str]:
            willing = free.get(choice.host.id)
            gladly = _GLADNESS.index(willing) if willing is not None else len(_GLADNESS)
            return not choice.can, gladly, len(choice.breaks), choice.host.name

        return sorted(found, key=order)

    def would_break(
        self, host: UUID, key: ShiftKey, leaving: ShiftKey | None = None, instead_of: UUID | None = None
    ) -> tuple[Label, ...]:
        """Say what it breaks to put a host on a shift: after they left another one, in the place of who goes off it.

        For who is signed in, as `choices`.
        """
        self._store.allow(Role.HOST)
        around = self._around(key)
        if leaving is not None:
            around = [breaking.without(shift, host) if shift.key == leaving else shift for shift in around]
        shift = _of(around, key)
        if instead_of is not None:
            shift = breaking.without(shift, instead_of)
        hosts = self._people.hosts()
        able = ahead.experienced(hosts)
        one = next((one for one in self._known(hosts, around, shift) if one.host.id == host), None)
        found = breaking.breaks(shift, one, able, papers=self._papers) if one is not None else ()
        if leaving is None or instead_of is not None:
            return found
        before = next((entry for entry in self._rota.shifts(leaving.on, leaving.on) if entry.key == leaving), None)
        return (*found, *(breaking.left_behind(before, host, able) if before is not None else ()))

    def move(self, place: UUID, key: ShiftKey) -> Change:
        """Move who holds a place to another shift, by hand.

        Raises `RefusedError` when the place was used or is open, when there is no such shift, or they are on it.
        """
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            known = session.get(PlaceRow, place)
            if known is None:
                raise RefusedError("This place is open already.")
            name = self._people.host(known.host_id).name
        label = Label(mark("{name} is on another shift now"), {"name": name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = unit.session.get_one(PlaceRow, place)
            if queries.is_used(unit.session, place):
                raise RefusedError("This shift has begun, so it stays as it was.")
            there = self._rota.shift(key)
            if any(other.host == row.host_id and not other.replaced for other in there.places):
                raise RefusedError("{name} is on this shift already.", name=name)
            row.shift_id = self._rota.asked.row(unit.session, key).id
            row.filled = False
        return unit.change

    @property
    def _papers(self) -> bool:
        return self._store.actor.role >= Role.COORDINATOR

    def _around(self, key: ShiftKey) -> list[Shift]:
        """Give the shifts of the week of a shift, and of the days around it."""
        first = monday(key.on)
        return self._rota.shifts(first - timedelta(days=1), first + timedelta(days=7))

    def _known(self, hosts: Sequence[Host], around: Sequence[Shift], shift: Shift) -> list[Known]:
        held, free = breaking.held_by(around), self._times.free(shift.on, shift.part)
        with self._store.reading() as session:
            shown, turns = card_queries.proofs(session), groups.turns(session)
        return [
            Known(
                one,
                free.get(one.id),
                held.get(one.id, ()),
                shown.get(one.id, NO_PROOFS),
                off_week=turns.is_anothers(one.week_group, shift.on),
            )
            for one in hosts
        ]


def _of(shifts: Sequence[Shift], key: ShiftKey) -> Shift:
    found = next((shift for shift in shifts if shift.key == key), None)
    if found is None:
        raise RefusedError("There is no such shift on that day.")
    return found
