"""What is known of every host when a shift needs somebody: when they can, what they hold, what they showed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Experience, Willing
from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.rota.breaking import Known, held_by
from buurtkamer_app.rota.cover import rules
from buurtkamer_app.rota.cover.records import Weighed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.rota.cover.records import Call
    from buurtkamer_app.rota.groups import WeekGroups
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.rota.service import Rota


class Knowing:
    """Reads it, for a shift that is looked at and the weeks around it."""

    def __init__(self, people: People, rota: Rota, times: Times, cards: HostCards, groups: WeekGroups) -> None:
        self._people = people
        self._rota = rota
        self._times = times
        self._cards = cards
        self._groups = groups

    def hosts(self) -> dict[UUID, Host]:
        """Give the hosts who did not leave, by key."""
        return {host.id: host for host in self._people.hosts()}

    def experienced(self) -> frozenset[UUID]:
        """Give the hosts with experience."""
        return frozenset(key for key, host in self.hosts().items() if host.experience is Experience.EXPERIENCED)

    def trainees(self) -> frozenset[UUID]:
        """Give the hosts who are still learning: they hold no place."""
        return frozenset(key for key, host in self.hosts().items() if host.experience is Experience.TRAINEE)

    def around(self, shift: Shift) -> list[Shift]:
        """Give the shifts of the weeks that count when somebody is asked for a shift."""
        return self._rota.shifts(shift.on - rules.BEFORE, shift.on + rules.AFTER)

    def may_do(self, host: Host, shift: Shift) -> bool:
        """Tell whether a host may hold a place of a shift: no trainee, and with the papers that it asks."""
        proofs = self._cards.proofs().get(host.id, NO_PROOFS)
        return host.experience is not Experience.TRAINEE and proofs.allow(
            shift.on, asks_vog=shift.asks_vog, asks=shift.asks
        )

    def weighed(
        self, shift: Shift, offered: frozenset[UUID], calls: Mapping[UUID, Call]
    ) -> list[tuple[Known, Weighed]]:
        """Give all that counts for whom to call for a shift, of every host."""
        around = self.around(shift)
        held, short = held_by(around), self._short_of_experience(shift)
        found = []
        for key, known in self._known(shift, held).items():
            host = known.host
            week = shift.on.isocalendar()[:2]
            this_week = sum(one.on.isocalendar()[:2] == week for one in known.held)
            one = Weighed(
                host,
                known.free,
                offered=key in offered,
                needed=short and host.experience is Experience.EXPERIENCED,
                near=host.lives_near,
                knows=bool(shift.task) and any(one.task == shift.task for one in known.held),
                full=this_week >= host.most_a_week,
                load=len(known.held) / max(1, host.most_a_week),
                call=calls.get(key),
            )
            found.append((known, one))
        return found

    def _known(self, shift: Shift, held: Mapping[UUID, tuple[Shift, ...]]) -> dict[UUID, Known]:
        free, proofs = self._times.free(shift.on, shift.part), self._cards.proofs()
        turns = self._groups.turns()
        found = {}
        for key, host in self.hosts().items():
            willing = free.get(key)
            if willing is not None and turns.is_anothers(host.week_group, shift.on):
                willing = Willing.LAST_RESORT
            found[key] = Known(host, willing, held.get(key, ()), proofs.get(key, NO_PROOFS))
        return found

    def _short_of_experience(self, shift: Shift) -> bool:
        experienced = self.experienced()
        return sum(place.host in experienced for place in shift.on_duty) < shift.experienced
