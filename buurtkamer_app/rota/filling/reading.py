"""Reads the room into the question of filling: which shifts, who holds them, and when everybody can."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.names import short_names
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.cards import queries as card_queries
from buurtkamer_app.people.cards.records import NO_PROOFS
from buurtkamer_app.people.times import queries as times_queries
from buurtkamer_app.rota import groups
from buurtkamer_app.rota.cover import queries as cover_queries
from buurtkamer_app.rota.filling import queries
from buurtkamer_app.rota.filling.records import Asked, Hand, Question
from buurtkamer_app.rota.fixed import queries as fixed_queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.records import Place, Shift, ShiftKey
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=6)


def has_begun(shift: Shift, now: datetime) -> bool:
    """Tell whether a shift has begun by the room's clock."""
    return (shift.on, shift.starts) <= (now.date(), now.time())


def may_go(place: Place) -> bool:
    """Tell whether the program put somebody on a place, where nothing happened since."""
    return place.filled and not place.replaced and place.absent is None


class Reading:
    """Reads at one moment; asks nobody who is at the desk."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota

    def question(self, first: date, last: date, *, anew: bool = False) -> Question:
        """Give what is asked for a period; with `anew` what the program filled earlier is open again."""
        with self._store.reading() as session:
            hosts, now = self._people.hosts(), self._room.now()
            learning = {host.id for host in hosts if host.experience is Experience.TRAINEE}
            experienced = {host.id for host in hosts if host.experience is Experience.EXPERIENCED}
            begins, ends = min(monday(first), first - _DAY), max(monday(last) + _WEEK, last + _DAY)
            shifts = self._rota.shifts(begins, ends)
            asked, around = [], []
            for shift in shifts:
                begun = has_begun(shift, now)
                held = _held(shift, learning, anew=anew and not begun and first <= shift.on <= last)
                if not first <= shift.on <= last:
                    around += [(host, shift.key, shift.starts, shift.ends) for host in held]
                elif not begun:
                    asked.append(_asked(shift, held))
                elif held:
                    asked.append(_over(shift, held, experienced))
            turns = groups.turns(session)
            hands = self._hands(hosts, first, last)
        return Question(first, last, tuple(asked), hands, turns, tuple(around))

    def usual(self) -> set[tuple[int, DayPart, str]]:
        """Give the shifts of a week: weekday, part of the day, task."""
        return {(pattern.weekday, pattern.part, pattern.task) for pattern in self._room.plan().patterns}

    def filled(self, first: date, last: date) -> list[tuple[ShiftKey, Place]]:
        """Give the places of a period that the program filled and that can go to somebody else yet."""
        now = self._room.now()
        return [
            (shift.key, place)
            for shift in self._rota.shifts(first, last)
            if not has_begun(shift, now)
            for place in shift.places
            if may_go(place)
        ]

    def _hands(self, hosts: Sequence[Host], first: date, last: date) -> tuple[Hand, ...]:
        with self._store.reading() as session:
            times, proofs = self._people.availability(), card_queries.proofs(session)
            otherwise, off = times_queries.others(session, first, last), queries.rang_off(session, first, last)
            agreements, offered = fixed_queries.agreements(session, first), cover_queries.offers(session, first, last)
        offers: dict[UUID, set[ShiftKey]] = {}
        for key, given in offered.items():
            for offer in given:
                offers.setdefault(offer.host, set()).add(key)
        short = short_names(host.name for host in hosts)
        return tuple(
            Hand(
                host.id,
                short[host.name],
                host.experience is Experience.TRAINEE,
                host.experience is Experience.EXPERIENCED,
                host.most_a_week,
                tuple(times.get(host.id, ())),
                (*otherwise.get(host.id, ()), *off.get(host.id, ())),
                tuple(one for one in agreements if one.host == host.id),
                host.week_group,
                proofs.get(host.id, NO_PROOFS),
                frozenset(offers.get(host.id, ())),
            )
            for host in hosts
            if host.rostered
        )


def _held(shift: Shift, learning: set[UUID], *, anew: bool) -> tuple[UUID, ...]:
    """Give who holds a place and stays; who is still learning holds none."""
    staying = [place for place in shift.on_duty if not (anew and may_go(place))]
    return tuple(dict.fromkeys(place.host for place in staying if place.host not in learning))


def _asked(shift: Shift, held: tuple[UUID, ...]) -> Asked:
    hosts, experienced = shift.hosts, shift.experienced
    return Asked(
        shift.key, shift.starts, shift.ends, hosts, experienced, held, asks_vog=shift.asks_vog, asks=shift.asks
    )


def _over(shift: Shift, held: tuple[UUID, ...], experienced: set[UUID]) -> Asked:
    """Give a shift that has begun: it counts for who held it, and nobody is missed there any more."""
    among = min(shift.experienced, sum(host in experienced for host in held))
    return Asked(shift.key, shift.starts, shift.ends, len(held), among, held, begun=True)
