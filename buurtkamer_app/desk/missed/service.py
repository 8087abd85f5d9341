"""Regulars who asked to be called when they stay away; without their consent nothing about that is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import MissedResult
from buurtkamer_app.desk.missed import queries, rules
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, MissedContactRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.desk.missed.records import Agreement
    from buurtkamer_app.desk.missed.records import Missed as MissedRegular
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class Missed:
    """Use cases of regulars who stay away. What is done here names nobody: neither the undo button nor the journal."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def consent(self, visitor: UUID, phone: str, also_call: str = "") -> Change:
        """Write down that a visitor wants to be called when they stay away, or that the number is another one now.

        Who wants to be missed wants to be known: their name stays from now on. Raises `RefusedError` for what is no
        phone number, or a visitor who is not on record any more.
        """
        number, others = phone_number(phone), one_line(also_call)
        with self._store.work(Label(mark("A regular agreed to be called when missed"))) as unit:
            if not self._people.visitor(visitor).remembered:
                self._people.remember(visitor)
            row = queries.agreement_row(unit.session, visitor)
            if row is None:
                row = CallIfMissedRow(visitor_id=visitor, away_until=None)
                unit.session.add(row)
            row.phone, row.also_call = number, others
            row.consent_at, row.consent_to = unit.now, unit.actor.host
            row.consent_text = translate(rules.AGREED)
        return unit.change

    def withdraw(self, visitor: UUID) -> Change:
        """Forget that a visitor wanted to be called, the number, and that somebody asked after them."""
        with self._store.work(Label(mark("A regular is not called when missed any more"))) as unit:
            row = queries.agreement_row(unit.session, visitor)
            if row is not None:
                unit.session.delete(row)
            for contact in queries.contact_rows(unit.session, visitor):
                unit.session.delete(contact)
        return unit.change

    def away(self, visitor: UUID, until: date | None) -> Change:
        """Miss a visitor only after a day; None when they are back already.

        Raises `RefusedError` for a day that has passed or lies over a year ahead, or without their consent.
        """
        if until is not None:
            rules.check_away(until, self._room.today())
        with self._store.work(Label(mark("It was written down how long a regular is away"))) as unit:
            row = _agreed(unit.session, visitor)
            row.away_until = until
            if until is not None:
                self._note(unit, visitor, MissedResult.AWAY)
        return unit.change

    def contacted(self, visitor: UUID, result: MissedResult) -> Change:
        """Write down what came of asking after a visitor; raises `RefusedError` without their consent."""
        with self._store.work(Label(mark("A regular was asked after"))) as unit:
            _agreed(unit.session, visitor)
            self._note(unit, visitor, result)
        return unit.change

    def agreement(self, visitor: UUID) -> Agreement | None:
        """Give what a visitor agreed to, None without consent; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.agreement(session, visitor)

    def missed(self) -> list[MissedRegular]:
        """Give who stays away for long and asked to be missed, by name; for who is signed in."""
        self._store.allow(Role.HOST)
        today = self._room.today()
        with self._store.reading() as session:
            quiet = queries.quiet_regulars(session, today - rules.LEAST, self._room.zone)
        if not quiet:
            return []
        first = min(min((regular.agreed_on, *regular.visits)) for regular, _ in quiet)
        closed = rules.closed_days(self._room.closures(first, today), first, today)
        return [
            replace(missed, tried=rules.tried(regular))
            for regular, missed in quiet
            if rules.is_missed(regular, today, closed)
        ]

    def _note(self, unit: Unit, visitor: UUID, result: MissedResult) -> None:
        unit.session.add(
            MissedContactRow(
                visitor_id=visitor,
                on_date=self._room.today(),
                at=unit.now,
                result=result,
                written_by=unit.actor.host,
            )
        )


def _agreed(session: Session, visitor: UUID) -> CallIfMissedRow:
    row = queries.agreement_row(session, visitor)
    if row is None:
        raise RefusedError("This visitor did not ask to be called.")
    return row
