"""The handover: notes for the next shift, whom to call back, what was lent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.handover import queries, rules
from buurtkamer_app.storage.tables.days import CallBackRow, HandoverNoteRow, HandoverSeenRow, LoanRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.desk.handover.records import CallBack, Loan, Note
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Handover:
    """Use cases of the handover."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(self, text: str, for_host: UUID | None = None) -> Change:
        """Write a note for everybody, or for one host only; raises `RefusedError` when it says nothing or too much."""
        kept = kept_text(text)
        with self._store.work(Label(mark("A note for the next shift was written"))) as unit:
            if for_host is not None and unit.session.get(HostRow, for_host) is None:
                raise RefusedError("This host is not on record any more.")
            today, writer = self._room.today(), unit.actor.host
            unit.session.add(
                HandoverNoteRow(on_date=today, at=unit.now, text=kept, written_by=writer, for_host=for_host)
            )
        return unit.change

    def for_me(self) -> list[Note]:
        """Give what whoever is at the desk has not ticked off yet, the newest first.

        A note to all for 14 days at most; a note to one host without limit, in full to that host only. Who wrote one
        for somebody else is told that it waits, and for 14 days that it was seen.
        """
        self._store.allow(Role.HOST)
        since = self._room.today() - rules.SHOWN_FOR
        told_since = self._store.clock.now() - rules.SHOWN_FOR
        with self._store.reading() as session:
            return queries.notes(session, self._store.actor.host, since, told_since)

    def seen(self, note: UUID) -> Change:
        """Tick off a note for whoever is at the desk; twice changes nothing.

        Raises `RefusedError` when it is gone, `NotAllowedError` when it is between two others.
        """
        with self._store.work(Label(mark("A note was seen"))) as unit:
            row, reader = unit.session.get(HandoverNoteRow, note), unit.actor.host
            if reader is None:
                raise NotAllowedError("Sign in first.")
            if row is None:
                raise RefusedError("This note is not there any more.")
            if row.for_host is not None and reader not in {row.for_host, row.written_by}:
                raise NotAllowedError("This note is for somebody else.")
            if not queries.was_seen(unit.session, note, reader):
                unit.session.add(HandoverSeenRow(note_id=note, host_id=reader, at=unit.now))
        return unit.change

    def call_back(self, who: str, phone: str, about: str) -> Change:
        """Write down whom to call back; raises `RefusedError` without a name, or when something is too long."""
        kept, number = rules.kept_line(who), rules.kept_line(phone, rules.LONGEST_PHONE)
        if not kept:
            raise RefusedError("Write down whom to call back.")
        subject = rules.kept_line(about)
        with self._store.work(Label(mark("Somebody is to be called back"))) as unit:
            today = self._room.today()
            unit.session.add(CallBackRow(on_date=today, at=unit.now, who=kept, phone=number, about=subject))
        return unit.change

    def call_backs(self) -> list[CallBack]:
        """Give who is to be called back, who waits longest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.call_backs(session)

    def called_back(self, call: UUID) -> Change:
        """Write down that somebody was called back; twice changes nothing."""
        with self._store.work(Label(mark("Somebody was called back"))) as unit:
            row = unit.session.get(CallBackRow, call)
            if row is None:
                raise RefusedError("This is not on the list any more.")
            row.done_at = row.done_at or unit.now
        return unit.change

    def lend(self, what: str, who: str, due_on: date | None = None) -> Change:
        """Write down what was lent to whom, and when it comes back; raises `RefusedError` for what cannot be."""
        thing, borrower = rules.kept_line(what), rules.kept_line(who)
        if not thing:
            raise RefusedError("Write down what is lent.")
        if not borrower:
            raise RefusedError("Write down to whom it is lent.")
        with self._store.work(Label(mark("Something was lent"))) as unit:
            today = self._room.today()
            rules.check_due(due_on, today)
            unit.session.add(LoanRow(what=thing, who=borrower, lent_on=today, due_on=due_on, back_on=None))
        return unit.change

    def back(self, loan: UUID) -> Change:
        """Write down that something came back; twice changes nothing."""
        with self._store.work(Label(mark("Something came back"))) as unit:
            row = unit.session.get(LoanRow, loan)
            if row is None:
                raise RefusedError("This is not on the list any more.")
            row.back_on = row.back_on or self._room.today()
        return unit.change

    def loans(self) -> list[Loan]:
        """Give what is out, overdue first, then what came back in the last 30 days; for who is signed in."""
        self._store.allow(Role.HOST)
        today = self._room.today()
        with self._store.reading() as session:
            return queries.loans(session, today)
