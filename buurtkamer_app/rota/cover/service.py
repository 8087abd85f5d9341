"""Cover: who rings off, whom one can call, and who takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.names import short_names
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, CallResult
from buurtkamer_app.rota import finding, queries
from buurtkamer_app.rota.cover import queries as cover_queries
from buurtkamer_app.rota.cover import rules
from buurtkamer_app.rota.cover.knowing import Knowing
from buurtkamer_app.rota.cover.records import Calling, Candidate, Need, Seek, StripLine
from buurtkamer_app.rota.placing import put_in_place
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.rota import AbsenceRow, CoverCallRow, PlaceRow, ShiftRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.groups import WeekGroups
    from buurtkamer_app.rota.records import Place, Shift
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class Cover:
    """Use cases of finding somebody for a shift, of today or to come."""

    def __init__(  # noqa: PLR0913, PLR0917 - what counts for whom to call
        self,
        store: Store,
        room: Room,
        people: People,
        rota: Rota,
        times: Times,
        cards: HostCards,
        groups: WeekGroups,
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota
        self.knowing = Knowing(people, rota, times, cards, groups)

    def calling(self, seek: Seek) -> Calling:
        """Give what somebody is sought for, and who can be called for it, the first to be called first.

        For who is signed in. A number is only given when its host let it stand on the list; the coordinator sees all.
        Raises `RefusedError` when there is nothing to be sought.
        """
        self._store.allow(Role.HOST)
        need = self._need(seek)
        shift = need.shift
        with self._store.reading() as session:
            calls, phones = cover_queries.calls(session, shift.key), cover_queries.phones(session)
            offered = cover_queries.offers(session, shift.on, shift.on).get(shift.key, ())
            away = {
                place.host
                for places in queries.places(session, shift.on, shift.on).values()
                for place in places
                if place.replaced or place.absent is not None
            }
        everybody = self.knowing.weighed(shift, frozenset(offer.host for offer in offered), calls)
        able = [
            one
            for known, one in everybody
            if one.host.id not in away and rules.may_come(shift, known, offered=one.offered)
        ]
        sees_all = self._store.actor.role >= Role.COORDINATOR
        found = []
        for one in rules.ranked(able, pressing=rules.is_pressing(shift, self._room.now())):
            phone, listed = phones.get(one.host.id, ("", False))
            shown = phone if listed or sees_all else ""
            found.append(Candidate(one.host.id, one.host.name, shown, listed or sees_all, rules.whys(one), one.call))
        return Calling(need, tuple(found))

    def rings_off(self, place: UUID, reason: AbsenceReason = AbsenceReason.EXCUSED) -> Change:
        """Write down that the holder of a place of a shift of today or to come cannot be there.

        Raises `RefusedError` when the shift is over, and when somebody took over already.
        """
        with self._store.work(Label(mark("Somebody cannot come")), Role.HOST) as unit:
            row, who = self._to_change(unit, place)
            unit.label = Label(mark("{name} cannot come"), {"name": who.name})
            known = queries.absence(unit.session, row.id)
            was = known.reason if known else None
            unit.counts = was is not reason and AbsenceReason.UNKNOWN in {was, reason}
            if known is None:
                on = unit.session.get_one(ShiftRow, row.shift_id).on_date
                unit.session.add(AbsenceRow(place_id=row.id, on_date=on, reason=reason))
            else:
                known.reason = reason
        return unit.change

    def comes_after_all(self, place: UUID) -> Change:
        """Take back that somebody cannot come; raises `RefusedError` as `rings_off`."""
        with self._store.work(Label(mark("Somebody comes after all")), Role.HOST) as unit:
            row, who = self._to_change(unit, place)
            unit.label = Label(mark("{name} comes after all"), {"name": who.name})
            known = queries.absence(unit.session, row.id)
            if known is not None:
                unit.counts = known.reason is AbsenceReason.UNKNOWN
                unit.session.delete(known)
        return unit.change

    def called(self, key: ShiftKey, host: UUID, result: CallResult) -> Change:
        """Note what a phone call to somebody for a shift gave; it is kept with its time."""
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} was called"), {"name": who.name})) as unit:
            _note(unit, self._rota.asked.row(unit.session, key), host, result)
        return unit.change

    def takes(self, key: ShiftKey, host: UUID, place: UUID | None = None) -> Outcome[UUID]:
        """Write down that a host said yes and takes a place: that of somebody who cannot come, or an open one.

        Gives the place that they have now. Raises `RefusedError` when the shift is over or full, when the other comes
        after all or was replaced, when the host is on it already, and to a host for who may not do it yet.
        """
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} takes the shift"), {"name": who.name})) as unit:
            if place is None:
                self.needs_somebody(key)
                shift = self._rota.asked.row(unit.session, key)
            else:
                row, gone = self._to_change(unit, place)
                shift = unit.session.get_one(ShiftRow, row.shift_id)
                if queries.absence(unit.session, place) is None:
                    raise RefusedError("{name} comes after all. Nobody has to take over.", name=gone.name)
                unit.label = Label(mark("{name} takes over from {gone}"), {"name": who.name, "gone": gone.name})
            self._check_may(who, ShiftKey(shift.on_date, shift.part, shift.task))
            _note(unit, shift, host, CallResult.YES)
            taken = put_in_place(unit, who, shift, place)
        return Outcome(unit.change, taken.id)

    def takings(self, first: date, last: date) -> dict[UUID, str]:
        """Give for each place of a period that was taken over whose it was: names, by the place of who comes."""
        with self._store.reading() as session:
            return cover_queries.stands_in(session, first, last)

    def strip(self, places: Iterable[tuple[UUID, str]]) -> tuple[StripLine, ...]:
        """Give what changed on the rota on paper: who comes on each of these places, and instead of whom.

        Each place is given with whose it was, by name; without one it is whose place was taken over.
        """
        self._store.allow(Role.HOST)
        short = short_names(host.name for host in self._people.hosts())
        lines = []
        for wanted, was in places:
            shift, place = self.held(wanted)
            gone = was or self.takings(shift.on, shift.on).get(wanted, "")
            name, instead = short.get(place.host_name, place.host_name), short.get(gone, gone)
            lines.append(StripLine(shift.on, shift.starts, shift.ends, shift.task, name, instead))
        return tuple(lines)

    def needs_somebody(self, key: ShiftKey) -> None:
        """Raise `RefusedError` unless a shift has an open place and is not over."""
        self._store.allow(Role.HOST)
        shift = self._rota.shift(key)
        if rules.is_over(shift, self._room.now()):
            raise RefusedError("This shift is over, so it stays as it was.")
        if not rules.gaps(shift, self.knowing.trainees()):
            raise RefusedError("Every place of this shift is taken already.")

    def held(self, place: UUID) -> tuple[Shift, Place]:
        """Give a place and its shift; raises `RefusedError` when nobody holds it any more."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            key = cover_queries.key_of(session, place)
        if key is None:
            raise RefusedError("This place is open already.")
        shift = self._rota.shift(key)
        return shift, next(one for one in shift.places if one.id == place)

    def _need(self, seek: Seek) -> Need:
        """Give what is sought: the shift, and whose place it is."""
        if seek.host is not None:
            return self._need_of_today(seek.host)
        if seek.place is not None:
            shift, place = self.held(seek.place)
            return Need(shift, place.id, place.host_name)
        if seek.key is None:
            raise RefusedError("There is no such shift on that day.")
        shift, trainees = self._rota.shift(seek.key), self.knowing.trainees()
        # Whoever comes stands in for who cannot, so that the rota says for whom.
        away = next((one for one in shift.places if one.absent and not one.replaced and one.host not in trainees), None)
        return Need(shift, away.id, away.host_name) if away is not None else Need(shift, None, "")

    def _need_of_today(self, host: UUID) -> Need:
        """Give the shift of today that a host cannot do, else the one that they hold now or next."""
        who = self._people.host(host)
        with self._store.reading() as session:
            place, _row = finding.place_of(session, who, self._room.now(), absent=True)
        return self._need(Seek(place=place.id))

    def _check_may(self, who: Host, key: ShiftKey) -> None:
        """Raise `RefusedError` for who is learning or lacks papers; the coordinator may put them on all the same."""
        if self._store.actor.role < Role.COORDINATOR and not self.knowing.may_do(who, self._rota.shift(key)):
            raise RefusedError("{name} cannot do this shift yet. Ask the coordinator.", name=who.name)

    def _to_change(self, unit: Unit, place: UUID) -> tuple[PlaceRow, Host]:
        """Give a place of a shift that is not over and that nobody took over, with who holds it."""
        shift, held = self.held(place)
        if rules.is_over(shift, self._room.now()):
            raise RefusedError("This shift is over, so it stays as it was.")
        if held.replaced:
            raise RefusedError("Somebody took this shift over already.")
        row = unit.session.get_one(PlaceRow, place)
        return row, self._people.host(held.host)


def _note(unit: Unit, shift: ShiftRow, host: UUID, result: CallResult) -> None:
    unit.session.add(CoverCallRow(shift_id=shift.id, host_id=host, at=unit.now, result=result))
