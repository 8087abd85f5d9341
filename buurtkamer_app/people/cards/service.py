"""The cards of hosts: how they work with us, what they can do, what was seen and agreed, the birthdays."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people import queries as people_queries
from buurtkamer_app.people.cards import queries, rules
from buurtkamer_app.people.cards.records import Birthday
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.people import CertificateRow, SkillRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Card, Proofs, Working
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.people import HostRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

_COMING: Final = timedelta(weeks=8)


class HostCards:
    """Use cases of the cards, for the coordinator; a host sees their own."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def all(self) -> list[Card]:
        """Give the cards of the hosts who did not leave, by name."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.cards(session, self._room.today())

    def card(self, host: UUID) -> Card:
        """Give a card, for the coordinator or the host themselves; raises `RefusedError` when they are gone."""
        self._store.allow(Role.HOST if self._store.actor.host == host else Role.COORDINATOR)
        with self._store.reading() as session:
            found = queries.cards(session, self._room.today(), host)
        if not found:
            raise RefusedError("This host is not on record any more.")
        return found[0]

    def set_reach(self, host: UUID, name: str, phone: str, *, on_list: bool) -> Change:
        """Change how somebody is called and reached, and whether the others may see the number (empty: none)."""
        kept, number = kept_name(name), phone_number(phone) if phone.strip() else ""
        with self._changing(host, mark("The name and number of {name} were changed")) as (unit, row):
            other = people_queries.host_named(unit.session, kept)
            if other is not None and other.id != host:
                raise RefusedError("There is a host called {name} already. Add a letter to tell them apart.", name=kept)
            row.name, row.phone, row.phone_on_list = kept, number, on_list
        return unit.change

    def set_working(self, host: UUID, working: Working) -> Change:
        """Change how somebody works with us."""
        with self._changing(host, mark("How {name} works with us was changed")) as (unit, row):
            rules.check_most(row.name, working.most_a_week)
            row.experience, row.max_shifts_per_week = working.experience, working.most_a_week
            row.team_member, row.lives_near = working.team_member, working.lives_near
        return unit.change

    def set_personal(
        self, host: UUID, birthday: tuple[int, int] | None, *, wants_allowance: bool, birth_year: int | None
    ) -> Change:
        """Keep a birthday (day, month) of who wants it known, and whether they take an expense allowance."""
        with self._changing(host, mark("The card of {name} was changed")) as (unit, row):
            rules.check_birthday(row.name, birthday)
            rules.check_birth_year(row.name, birth_year, self._room.today())
            card = queries.card_row(unit.session, host)
            card.birth_day, card.birth_month = birthday or (None, None)
            card.wants_allowance, row.birth_year = wants_allowance, birth_year
        return unit.change

    def set_start(self, host: UUID, first_talk_on: date | None, agreed_on: date | None) -> Change:
        """Keep when the first talk was and when the agreements were signed; the paper itself is not kept."""
        with self._changing(host, mark("The card of {name} was changed")) as (unit, row):
            for on in (first_talk_on, agreed_on):
                rules.check_past(row.name, on, self._room.today())
            card = queries.card_row(unit.session, host)
            card.first_talk_on, card.agreed_on = first_talk_on, agreed_on
        return unit.change

    def set_vog(self, host: UUID, seen_on: date | None, renew_on: date | None) -> Change:
        """Keep when a VOG was seen and by when there must be a new one (None: not asked); never the paper."""
        seen, gone = mark("The VOG of {name} was seen"), mark("The VOG of {name} was taken off the card")
        with self._changing(host, gone if seen_on is None else seen) as (unit, row):
            rules.check_past(row.name, seen_on, self._room.today())
            rules.check_order(row.name, seen_on, renew_on)
            if seen_on is None and renew_on is not None:
                raise RefusedError("{name}: first say when the VOG was seen.", name=row.name)
            card = queries.card_row(unit.session, host)
            card.vog_seen_on, card.vog_renew_on = seen_on, renew_on
        return unit.change

    def add_skill(self, host: UUID, words: str) -> Change:
        """Keep something that somebody can lead or teach; what is on the card already changes nothing."""
        kept = one_line(words)
        if not kept:
            raise RefusedError("Say in a few words what somebody can do.")
        with self._changing(host, mark("What {name} can do was changed")) as (unit, _row):
            if queries.skill(unit.session, host, kept) is None:
                unit.session.add(SkillRow(host_id=host, words=kept))
        return unit.change

    def add_certificate(self, host: UUID, name: str, got_on: date, until: date | None) -> Change:
        """Keep a certificate with its dates; one of the same name gets the new ones. Raises `RefusedError`."""
        kept = one_line(name)
        if not kept:
            raise RefusedError("Say which certificate it is.")
        with self._changing(host, mark("A certificate of {name} was written down")) as (unit, row):
            rules.check_past(row.name, got_on, self._room.today())
            rules.check_order(row.name, got_on, until)
            known = queries.certificate(unit.session, host, kept)
            if known is None:
                unit.session.add(CertificateRow(host_id=host, name=kept, got_on=got_on, until=until))
            else:
                known.got_on, known.until = got_on, until
        return unit.change

    def take_off(self, host: UUID, thing: UUID) -> Change:
        """Take a skill or a certificate off a card; what is gone already changes nothing."""
        with self._changing(host, mark("The card of {name} was changed")) as (unit, _row):
            for row in (unit.session.get(SkillRow, thing), unit.session.get(CertificateRow, thing)):
                if row is not None and row.host_id == host:
                    unit.session.delete(row)
        return unit.change

    def birthdays(self, within: timedelta = _COMING) -> list[Birthday]:
        """Give the coming birthdays of who wants theirs known, by date; for the coordinator."""
        today = self._room.today()
        found = [
            Birthday(card.host.id, card.host.name, rules.next_birthday(card.birthday, today))
            for card in self.all()
            if card.birthday is not None
        ]
        return sorted((one for one in found if one.on <= today + within), key=lambda one: (one.on, one.name))

    def proofs(self) -> dict[UUID, Proofs]:
        """Give what hosts may do that asks a VOG or a certificate; for who is signed in, and shown to nobody.

        Who is missing showed nothing. Filling and cover ask it, a page never does.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.proofs(session)

    @contextmanager
    def _changing(self, host: UUID, words: str) -> Iterator[tuple[Unit, HostRow]]:
        """Open a unit of work on the card of a host who did not leave."""
        with self._store.work(Label(words, {"name": self._people.host(host).name}), Role.COORDINATOR) as unit:
            row = queries.host_row(unit.session, host)
            if row is None:
                raise RefusedError("This host is not on record any more.")
            yield unit, row
