"""Cover: whom one can call when somebody does not come, and who takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import CallResult, Experience
from buurtkamer_app.rota import finding, queries
from buurtkamer_app.rota.records import Candidate

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store


class Cover:
    """Use cases of finding somebody for a shift of today."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota

    def candidates(self) -> list[Candidate]:
        """Give who can be called for the shift that needs somebody, by name; who said no or did not answer last.

        They are on the rota, no trainees, available then, and not on that shift. For who is signed in. Nobody on a
        day without shifts.
        """
        self._store.allow(Role.HOST)
        today = self._room.today()
        with self._store.reading() as session:
            try:
                key = finding.key_in_need(session, self._room.now(), self._room.plan())
            except RefusedError:
                return []
            held = {place.host for place in queries.places(session, today, today).get(key, [])}
            calls, phones = queries.calls(session, key), queries.phones(session)
        free = {
            host
            for host, times in self._people.availability().items()
            if any(time.weekday == today.weekday() and time.part is key.part for time in times)
        }
        found = [
            Candidate(host.id, host.name, phones.get(host.id, ""), calls.get(host.id))
            for host in self._people.hosts()
            if host.rostered and host.experience is not Experience.TRAINEE and host.id in free - held
        ]
        return sorted(found, key=lambda candidate: (candidate.called is not None, candidate.name))

    def takes_over(self, host: UUID, gone: UUID) -> Change:
        """Write down that a host said yes on the phone and takes over the shift of another one today."""
        who, other = self._people.host(host), self._people.host(gone)
        label = Label(mark("{name} takes over from {gone}"), {"name": who.name, "gone": other.name})
        with self._store.work(label) as unit:
            self._rota.called(host, CallResult.YES)
            self._rota.substitute(host, gone)
        return unit.change
