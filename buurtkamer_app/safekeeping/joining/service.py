"""New: one card from the first talk until somebody is a host like the others; it can be left half done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.safekeeping.joining import queries, rules
from buurtkamer_app.safekeeping.joining.records import NewcomerCard

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.people.cards.keys import HouseKeys
    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.learning.service import Learning
    from buurtkamer_app.safekeeping.joining.records import Written
    from buurtkamer_app.storage.unit_of_work import Store


class Joining:
    """Use cases of becoming a host, for the coordinator."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a card is made of
        self, store: Store, room: Room, people: People, cards: HostCards, keys: HouseKeys, learning: Learning
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._cards = cards
        self._keys = keys
        self._learning = learning

    def card(self, host: UUID) -> NewcomerCard:
        """Give how far somebody is; raises `RefusedError` when they are gone."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading():
            return self._so_far([self._cards.card(host)])[0]

    def under_way(self) -> list[NewcomerCard]:
        """Give who is half-way, by name."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading():
            return self._so_far([card for card in self._cards.all() if card.host.experience is Experience.TRAINEE])

    def keep(self, host: UUID | None, written: Written) -> Outcome[UUID]:
        """Keep what is on the card, of somebody new (None) or of who is under way, in one undo step.

        Raises `RefusedError` for a name, number or date that cannot be; then nothing is kept.
        """
        words = mark("{name} begins as a trainee") if host is None else mark("The card of {name} was changed")
        label = Label(words, {"name": written.name.strip()[:200]})
        with self._store.work(label, Role.COORDINATOR) as unit:
            if host is None:
                new = NewHost(written.name, experience=Experience.TRAINEE)
                host = self._people.add_host(new).value.id
            self._write(host, written)
        return Outcome(unit.change, host)

    def finish(self, host: UUID) -> Change:
        """Let somebody be a host like the others, once all is done; raises `RefusedError` while it is not."""
        with self._store.work(Label(mark("{name} is a host now"), {"name": ""}), Role.COORDINATOR) as unit:
            so_far = self.card(host)
            unit.label.values["name"] = so_far.name
            if not so_far.ready:
                raise RefusedError("The card of {name} is not complete yet.", name=so_far.name)
            self._learning.become(host)
        return unit.change

    def _write(self, host: UUID, written: Written) -> None:
        known = self._cards.card(host)
        reach = (written.name, written.phone, written.phone_on_list)
        if reach != (known.host.name, known.phone, known.phone_on_list):
            self._cards.set_reach(host, written.name, written.phone, on_list=written.phone_on_list)
        if (written.first_talk_on, written.agreed_on) != (known.first_talk_on, known.agreed_on):
            self._cards.set_start(host, written.first_talk_on, written.agreed_on)
        if (written.vog_seen_on, written.vog_renew_on) != (known.vog_seen_on, known.vog_renew_on):
            self._cards.set_vog(host, written.vog_seen_on, written.vog_renew_on)
        number = written.key.strip()
        if number and number.casefold() not in {key.number.casefold() for key in known.keys if key.back_on is None}:
            self._keys.give(host, number, written.key_on or self._room.today())

    def _so_far(self, cards: list[Card]) -> list[NewcomerCard]:
        asks_vog = any(pattern.asks_vog for pattern in self._room.plan().patterns)
        times = self._people.availability()
        with self._store.reading() as session:
            pins = queries.with_pin(session)
        found = []
        for card in cards:
            key = card.host.id
            along, pin, can = tuple(self._learning.of(key)), key in pins, bool(times.get(key))
            left = rules.to_do(card, along, has_pin=pin, has_times=can, asks_vog=asks_vog)
            found.append(NewcomerCard(card, along, pin, can, asks_vog, left))
        return found
