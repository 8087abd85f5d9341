"""Two cards of one person become one: what refers to the one that goes, goes over to the one that is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.merging import queries, rules

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.desk.merging.records import Card
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.desk import VisitRow
    from buurtkamer_app.storage.tables.people import VisitorRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

# After midnight who came in before it may still be inside.
_STILL_INSIDE: Final = timedelta(days=1)


class Merging:
    """Use cases of duplicates of people."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def namesakes(self, visitor: UUID) -> list[Card]:
        """Give the cards of others of the same name, also spelled otherwise; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            row = queries.row(session, visitor)
            return queries.cards(session, queries.namesakes(session, row)) if row is not None else []

    def find(self, typed: str, besides: UUID) -> list[Card]:
        """Give the cards that fit what is typed, best first, but not the one looked at; for who is signed in."""
        found = [one.id for one in self._people.find(typed) if one.id != besides]
        with self._store.reading() as session:
            cards = {card.visitor.id: card for card in queries.cards(session, found)}
        return [cards[key] for key in found]

    def merge(self, kept: UUID, gone: UUID) -> Change:
        """Let two cards be of one person: `kept` stays, with its name, hint and yes to being remembered.

        Every visit stays counted. On a day on which both came in, the visit of `gone` stays one by name, of nobody in
        particular, so that no figure changes. Who agreed to be called on one card has agreed; where both did, the
        number of `kept` stays and of the rest the narrower. A yes to remember the name of `gone` is none for the other.
        Raises `RefusedError` for one card, or one that is not on record any more.
        """
        if kept == gone:
            raise RefusedError("These are the same card. Choose the other one.")
        name = self._people.visitor(kept).name
        with self._store.work(Label(mark("Two cards of {name} are one now"), {"name": name})) as unit:
            stays, goes = queries.row(unit.session, kept), queries.row(unit.session, gone)
            if stays is None or goes is None:
                raise RefusedError("This visitor is not known any more.")
            if stays.may_remember:
                stays.first_seen_on = min(stays.first_seen_on, goes.first_seen_on)
            self._bring_visits(unit, kept, gone)
            _bring_agreement(unit.session, stays, goes)
            for contact in queries.contacts(unit.session, gone):
                contact.visitor_id = kept
            for consent in queries.consents(unit.session, gone):
                consent.visitor_id, consent.withdrawn_at = None, consent.withdrawn_at or unit.now
                consent.parent = ""
            unit.session.flush()
            unit.session.delete(goes)
        return unit.change

    def _bring_visits(self, unit: Unit, kept: UUID, gone: UUID) -> None:
        here: dict[date, VisitRow] = {visit.on_date: visit for visit in queries.visits(unit.session, kept)}
        since = self._room.today() - _STILL_INSIDE
        for visit in queries.visits(unit.session, gone):
            twice = here.get(visit.on_date)
            if twice is None:
                visit.visitor_id = kept
                continue
            visit.visitor_id = None
            if visit.on_date >= since and visit.left_at is None:
                # One person is inside once.
                visit.left_at, twice.left_at = unit.now, None


def _bring_agreement(session: Session, stays: VisitorRow, goes: VisitorRow) -> None:
    there, other = queries.agreement(session, stays.id), queries.agreement(session, goes.id)
    if other is None:
        return
    if there is None:
        other.visitor_id = stays.id
        # Who wants to be missed wants to be known.
        stays.may_remember = True
        return
    there.also_call = rules.also_called(there.also_call, other.also_call)
    there.away_until = rules.away_until(there.away_until, other.away_until)
    session.delete(other)
