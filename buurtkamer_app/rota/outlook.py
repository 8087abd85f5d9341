"""Looking ahead in the rota: the month at a glance, what is at risk in the coming weeks, who is on now."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.cards import queries as card_queries
from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.room.rules import closed_on, shift_closed
from buurtkamer_app.rota import ahead, queries, seeing_queries
from buurtkamer_app.rota.ahead import Ahead, NowOn, Risk, RiskKind
from buurtkamer_app.rota.records import Shift, ShiftKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Proofs
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

AHEAD: Final = timedelta(days=13)


class Outlook:
    """Use cases of looking ahead, for who is signed in."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota

    def seen(self, first: date, last: date) -> Ahead:
        """Say of each day of a period how it stands, and what may go wrong today and in the thirteen days after it.

        Both at once, since a month has to be there before anybody waits for it. Papers (VOG, certificates) are said to
        the coordinator only.
        """
        self._store.allow(Role.HOST)
        now, hosts = self._room.now(), self._people.hosts()
        today, until = now.date(), now.date() + AHEAD
        with self._store.reading():
            shifts = self._rota.shifts(min(first, today), max(last, until)) if _meet(first, last, today, until) else []
            ahead_of_us = shifts or self._rota.shifts(today, until)
            shifts = shifts or self._rota.shifts(first, last)
            closures = self._room.closures(first, last)
            known = self._papers(hosts) if self._store.actor.role >= Role.COORDINATOR else {}
            gone = self._without_activity(today, until)
        by_day: dict[date, list[Shift]] = {}
        for shift in shifts:
            by_day.setdefault(shift.on, []).append(shift)
        days = []
        for on in (first + timedelta(days=offset) for offset in range((last - first).days + 1)):
            shut = closed_on(closures, on)
            days.append(ahead.day_ahead(on, by_day.get(on, []), hosts, shut.reason if shut is not None else None))
        risks = gone + [
            risk
            for shift in ahead_of_us
            if now.replace(tzinfo=None) < datetime.combine(shift.on, shift.ends) and shift.on <= until
            for risk in ahead.risks(shift, hosts, known)
        ]
        risks.sort(key=lambda risk: (risk.shift.on, risk.shift.starts))
        return Ahead(tuple(days), tuple(risks))

    def on_now(self) -> NowOn:
        """Give who is signed on, and who should be: their shift is on and they did not."""
        self._store.allow(Role.HOST)
        now, on = self._room.now(), self._rota.on_now()
        names = {host.id: host.name for host in self._people.hosts()}
        with self._store.reading() as session:
            # Who signed off early was there.
            came = seeing_queries.signed_on_places(session, now.date())
        missing = [
            (place.host_name, shift)
            for shift in self._rota.shifts(now.date(), now.date())
            if shift.starts <= now.time() < shift.ends
            for place in shift.on_duty
            if place.host not in on and place.id not in came
        ]
        return NowOn(now, tuple(sorted(names[key] for key in on if key in names)), tuple(missing))

    def closed_shifts(self, first: date, last: date) -> dict[ShiftKey, Closure]:
        """Give the shifts that closed hours or days take away, and the closure that does."""
        closures = self._room.closures(first, last)
        found = {}
        for key, pattern in self._rota.asked.between(first, last).items():
            shut = shift_closed(closures, key.on, pattern.starts, pattern.ends)
            if shut is not None and pattern.series_id is None:
                found[key] = shut
        return found

    def certificates(self) -> list[str]:
        """Give the names of the certificates that some host has; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return seeing_queries.certificate_names(session)

    def phones(self) -> dict[UUID, str]:
        """Give the phone numbers of the hosts who let theirs stand on a list; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.phones(session)

    def _without_activity(self, first: date, last: date) -> list[Risk]:
        """Give who is on for an activity that was moved or called off: their place is on no shift any more."""
        if not any(pattern.series_id is not None for pattern in self._room.plan().patterns):
            return []
        asked = self._rota.asked.between(first, last)
        with self._store.reading() as session:
            rows, places = queries.shifts(session, first, last), queries.places(session, first, last)
            left = [(row, places.get(ShiftKey(row.on_date, row.part, row.task), [])) for row in rows if not row.extra]
            return [
                Risk(
                    Shift(row.on_date, row.part, row.starts, row.ends, row.hosts, row.experienced, task=row.task),
                    RiskKind.ACTIVITY_GONE,
                    name=place.host_name,
                )
                for row, held in left
                for place in held
                if ShiftKey(row.on_date, row.part, row.task) not in asked and place.absent is None
            ]

    def _papers(self, hosts: Sequence[Host]) -> dict[UUID, Proofs]:
        with self._store.reading() as session:
            shown = card_queries.proofs(session)
        return {host.id: shown.get(host.id, NO_PROOFS) for host in hosts}


def _meet(first: date, last: date, begin: date, end: date) -> bool:
    """Tell whether two periods touch, so that both are read at once."""
    return first <= end and begin <= last
