"""Agreements such as "every Monday morning": filling follows them, and each page shows them as such."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.rota.fixed import queries, rules
from buurtkamer_app.rota.fixed.records import Trouble
from buurtkamer_app.storage.tables.rota import FixedShiftRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.fixed.records import Agreed, FixedShift
    from buurtkamer_app.rota.records import Shift, ShiftKey
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store


class FixedShifts:
    """Use cases of fixed shifts; an agreement puts nobody on by itself, filling does, before it looks for others."""

    def __init__(  # noqa: PLR0913, PLR0917 - what an agreement is looked at with
        self, store: Store, room: Room, people: People, times: Times, cards: HostCards, rota: Rota
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._times = times
        self._cards = cards
        self._rota = rota

    def all(self) -> list[FixedShift]:
        """Give the agreements that did not end, of who did not leave, by weekday and host; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.agreements(session, self._room.today())

    def of(self, host: UUID) -> list[FixedShift]:
        """Give those of one host."""
        return [one for one in self.all() if one.host == host]

    def agree(self, host: UUID, agreed: Agreed) -> Outcome[UUID]:
        """Write down an agreement; one on the same shift of the week gets these weeks and days instead.

        Raises `RefusedError`, which names the host and the day, when it breaks a rule or contradicts another one.
        """
        who = self._people.host(host)
        label = Label(mark("{name} has a fixed shift"), {"name": who.name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = queries.row_of(unit.session, host, agreed)
            known = queries.agreements(unit.session, agreed.first)
            others = [one for one in known if row is None or one.id != row.id]
            worker = self._workers().get(host)
            if worker is None:
                raise RefusedError("This host is not on record any more.")
            rules.check(worker, agreed, others, self._room.plan().patterns)
            if row is None:
                row = FixedShiftRow(host_id=host, weekday=agreed.weekday, part=agreed.part, task=agreed.task)
                unit.session.add(row)
            row.every, row.first_on, row.last_on = agreed.every, agreed.first, agreed.last
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def end(self, key: UUID) -> Change:
        """End an agreement; who is on the rota by it stays on. Raises `RefusedError` when it is gone already."""
        with self._store.work(Label(mark("A fixed shift ended")), Role.COORDINATOR) as unit:
            row = unit.session.get(FixedShiftRow, key)
            if row is None:
                raise RefusedError("This agreement ended already.")
            unit.session.delete(row)
        return unit.change

    def due(self, first: date, last: date) -> dict[ShiftKey, tuple[FixedShift, ...]]:
        """Give for each shift of a period who has it fixed and is not away; for who is signed in."""
        self._store.allow(Role.HOST)
        free = self._times.free_in(first, last)
        return {
            shift.key: there
            for shift, fixed in self._shifts(first, last)
            if (there := tuple(one for one in fixed if one.host in free.get((shift.on, shift.part), {})))
        }

    def troubles(self, first: date, last: date) -> list[Trouble]:
        """Give what agreements cannot be kept in a period as things are now, each once; for the coordinator.

        A day away is no trouble. It is one when times, experience, patterns, or what was shown, changed afterwards.
        """
        self._store.allow(Role.COORDINATOR)
        workers = self._workers()
        found: dict[tuple[UUID, str], Trouble] = {}
        days: Counter[tuple[UUID, date]] = Counter()
        weeks: Counter[tuple[UUID, int, int]] = Counter()
        for shift, fixed in self._shifts(first, last):
            for place, one in enumerate(fixed):
                who, week = workers[one.host], shift.on.isocalendar()
                days[one.host, shift.on] += 1
                weeks[one.host, week.year, week.week] += 1
                wrong = _wrong(who, one, shift)
                if place >= shift.hosts:
                    wrong = wrong or rules.NO_PLACE
                if days[one.host, shift.on] > 1:
                    wrong = wrong or rules.TWICE
                if weeks[one.host, week.year, week.week] > who.most_a_week:
                    wrong = wrong or rules.TOO_MANY
                if wrong:
                    trouble = Trouble(one.host, shift.on, rules.why(wrong, who.name, one, shift.on))
                    found.setdefault((one.id, wrong), trouble)
        return list(found.values())

    def _shifts(self, first: date, last: date) -> list[tuple[Shift, list[FixedShift]]]:
        """Give the shifts of a period for which somebody has an agreement."""
        with self._store.reading() as session:
            known = queries.agreements(session, first)
        found = []
        for shift in self._rota.shifts(first, last) if known else ():
            fixed = [
                one for one in known if (one.part, one.task) == (shift.part, shift.task) and one.falls_on(shift.on)
            ]
            if fixed:
                found.append((shift, fixed))
        return found

    def _workers(self) -> dict[UUID, rules.Worker]:
        usual, proofs = self._people.availability(), self._cards.proofs()
        return {
            host.id: rules.Worker(
                host.id,
                host.name,
                host.experience is Experience.TRAINEE,
                host.most_a_week,
                tuple(usual.get(host.id, ())),
                proofs.get(host.id),
            )
            for host in self._people.hosts()
        }


def _wrong(who: rules.Worker, one: FixedShift, shift: Shift) -> str:
    """Tell what is wrong with an agreement on a shift by itself, nothing when it can be kept."""
    if who.trainee:
        return rules.LEARNING
    if not any((time.weekday, time.part) == (one.weekday, one.part) for time in who.usual):
        return rules.CANNOT
    asked = shift.asks_vog or shift.asks
    allowed = who.proofs is not None and who.proofs.allow(shift.on, asks_vog=shift.asks_vog, asks=shift.asks)
    return rules.UNPROVEN if asked and not allowed else ""
