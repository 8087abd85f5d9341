"""Who comes to a shift if nobody else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.rota import queries
from buurtkamer_app.rota.cover import queries as cover_queries
from buurtkamer_app.rota.cover import rules
from buurtkamer_app.storage.tables.rota import OfferRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.cover.records import Offer
    from buurtkamer_app.rota.cover.service import Cover
    from buurtkamer_app.rota.records import ShiftKey
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store


class Offers:
    """Use cases of offering to come; a host offers for themselves, the coordinator for anybody."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota, cover: Cover) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota
        self._cover = cover

    def of(self, first: date, last: date) -> dict[ShiftKey, tuple[Offer, ...]]:
        """Give who comes if nobody else does, for shifts that are not over and need somebody; who is signed in sees it.

        An offer goes by itself when the shift is filled or over, or when they are on it.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            found = cover_queries.offers(session, first, last)
        if not found:
            return {}
        now = self._room.now()
        shifts = self._rota.shifts(min(key.on for key in found), max(key.on for key in found))
        trainees = self._cover.knowing.trainees()
        on = {
            shift.key: {place.host for place in shift.on_duty}
            for shift in shifts
            if rules.gaps(shift, trainees) and not rules.is_over(shift, now)
        }
        left = {key: tuple(one for one in found[key] if one.host not in on[key]) for key in found if key in on}
        return {key: offers for key, offers in left.items() if offers}

    def offer(self, key: ShiftKey, host: UUID | None = None) -> Change:
        """Write down that somebody comes if nobody else does: the one at the desk, or for the coordinator anybody.

        Twice changes nothing. Raises `RefusedError` when the shift needs nobody, for who is on it, and for who takes no
        shifts.
        """
        who = self._whose(host)
        label = Label(mark("{name} comes if nobody else can"), {"name": who.name})
        with self._store.work(label, self._needs(who)) as unit:
            self._cover.needs_somebody(key)
            if who.experience is Experience.TRAINEE or not who.rostered:
                raise RefusedError("{name} takes no shifts yet.", name=who.name)
            if any(place.host == who.id for place in self._rota.shift(key).on_duty):
                raise RefusedError("{name} is on this shift already.", name=who.name)
            shift = self._rota.asked.row(unit.session, key)
            if cover_queries.offer_of(unit.session, shift.id, who.id) is None:
                unit.session.add(OfferRow(shift_id=shift.id, host_id=who.id, at=unit.now))
        return unit.change

    def take_back(self, key: ShiftKey, host: UUID | None = None) -> Change:
        """Take such an offer back; without one nothing changes."""
        who = self._whose(host)
        label = Label(mark("{name} does not offer to come any more"), {"name": who.name})
        with self._store.work(label, self._needs(who)) as unit:
            shift = queries.shift(unit.session, key)
            row = cover_queries.offer_of(unit.session, shift.id, who.id) if shift is not None else None
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def _needs(self, who: Host) -> Role:
        """Give who may write this down and take it back: the one at the desk for themselves, else the coordinator."""
        return Role.HOST if who.id == self._store.actor.host else Role.COORDINATOR

    def _whose(self, host: UUID | None) -> Host:
        """Give whose offer is meant: that of the one at the desk, and of another one only for the coordinator."""
        own = self._store.actor.host
        whose = host or own
        if whose is None:
            raise NotAllowedError("Sign in first.")
        if whose != own:
            self._store.allow(Role.COORDINATOR)
        return self._people.host(whose)
