"""Concerns and incidents: written by anybody who is signed in, read by the coordinator, each reading journalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.concerns import queries, rules
from buurtkamer_app.storage.tables.concerns import ConcernReadingRow, ConcernRow, IncidentRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.desk.concerns.records import (
        Concern,
        ConcernLine,
        Incident,
        IncidentLine,
        MyConcern,
        NewIncident,
        Reading,
    )
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


def _found(session: Session, concern: UUID) -> ConcernRow:
    row = queries.row(session, concern)
    if row is None:
        raise RefusedError("This concern is not on record any more.")
    return row


class Concerns:
    """Use cases of concerns and incidents; no label holds a name or a word of what was written."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(
        self, text: str, *, recipient: UUID | None = None, urgent: bool = False, review_on: date | None = None
    ) -> Change:
        """Write down a concern; who wrote it cannot read it back. `recipient` is the coordinator who weighs it.

        Raises `RefusedError` for no text, too much, a citizen service number, a recipient who is no coordinator, or a
        day of looking again that cannot be.
        """
        kept = rules.kept_observation(text)
        if review_on is not None:
            rules.check_review(self._room.today(), review_on)
        with self._store.work(Label(mark("A concern was written down"))) as unit:
            if recipient is not None and queries.role(unit.session, recipient) < Role.COORDINATOR:
                raise RefusedError("Choose a coordinator who looks at this.")
            unit.session.add(
                ConcernRow(
                    on_date=self._room.today(),
                    at=unit.now,
                    text=kept,
                    written_by=unit.actor.host,
                    recipient=recipient,
                    urgent=urgent,
                    review_on=review_on,
                    weighed="",
                )
            )
            unit.counts = True
        return unit.change

    def draft_name(self, what: str) -> str:
        """Give under which name the draft of who writes is kept: only that person gets it back."""
        self._store.allow(Role.HOST)
        host = self._store.actor.host
        return f"{what}@{host.hex if host else ''}"

    def count(self, first: date, last: date) -> int:
        """Give how many concerns were written in a period; what they say is another matter."""
        with self._store.reading() as session:
            return queries.count(session, first, last)

    def mine(self) -> list[MyConcern]:
        """Give who is at the desk when their concerns were written, seen and closed, the latest first."""
        self._store.allow(Role.HOST)
        host = self._store.actor.host
        if host is None:
            return []
        with self._store.reading() as session:
            return queries.mine(session, host, self._room.zone)

    def to_review(self) -> int:
        """Give how many open concerns wait for the coordinator: unread, or to be looked at by today; 0 for others."""
        if self._store.actor.role < Role.COORDINATOR:
            return 0
        with self._store.reading() as session:
            return queries.to_review(session, self._room.today())

    def concerns(self, *, include_closed: bool = False) -> list[ConcernLine]:
        """Give the concerns without their texts, urgent ones first; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.lines(session, include_closed=include_closed)

    def read(self, concern: UUID) -> Outcome[Concern]:
        """Open a concern: that is written down with who and when, and cannot be undone; for the coordinator."""
        with self._store.work(Label(mark("A concern was read")), Role.COORDINATOR) as unit:
            unit.undoable = False
            row = _found(unit.session, concern)
            row.seen_at = row.seen_at or unit.now
            unit.session.add(ConcernReadingRow(concern_id=row.id, host_id=unit.actor.host, at=unit.now))
            unit.session.flush()
            opened = queries.opened(unit.session, row)
        return Outcome(unit.change, opened)

    def readings(self, concern: UUID) -> list[Reading]:
        """Give who read a concern and when, the latest first; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.readings(session, concern)

    def weigh(self, concern: UUID, text: str, review_on: date | None, *, close: bool = False) -> Change:
        """Write down what was decided and when it is looked at again, or close it with that; for the coordinator.

        Raises `RefusedError` as `write`; what was decided may still be empty.
        """
        kept = rules.kept_observation(text) if text.strip() else ""
        label = Label(mark("A concern was closed") if close else mark("A concern was weighed"))
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = _found(unit.session, concern)
            if review_on is not None and review_on != row.review_on:
                rules.check_review(self._room.today(), review_on)
            row.weighed, row.review_on = kept, review_on
            if close:
                self.close(concern)
        return unit.change

    def close(self, concern: UUID) -> Change:
        """Close a concern: nobody looks at it again; for the coordinator."""
        with self._store.work(Label(mark("A concern was closed")), Role.COORDINATOR) as unit:
            row = _found(unit.session, concern)
            row.closed_at = row.closed_at or unit.now
        return unit.change

    def write_incident(self, new: NewIncident) -> Change:
        """Write down an incident; only the coordinator reads it.

        Raises `RefusedError` for what no text can be, a citizen service number, or a time that is still to come.
        """
        facts, called, witness = rules.kept_observation(new.facts), rules.kept_line(new.called), new.witness
        rules.check_moment(self._room.now().replace(tzinfo=None), new.on, new.at)
        with self._store.work(Label(mark("An incident was written down"))) as unit:
            unit.session.add(
                IncidentRow(
                    on_date=new.on,
                    happened_at=new.at,
                    at=unit.now,
                    kind=new.kind,
                    facts=facts,
                    called=called,
                    witness=rules.kept_line(witness),
                    written_by=unit.actor.host,
                )
            )
        return unit.change

    def incidents(self, first: date, last: date) -> list[IncidentLine]:
        """Give the incidents of a period without their facts, the latest first; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.incidents(session, first, last)

    def read_incident(self, incident: UUID, *, printing: bool = False) -> Outcome[Incident]:
        """Open an incident, or get it for a print: that is written down with who and when; for the coordinator."""
        label = Label(mark("An incident was printed") if printing else mark("An incident was read"))
        with self._store.work(label, Role.COORDINATOR) as unit:
            unit.undoable = False
            found = queries.incident(unit.session, incident)
            if found is None:
                raise RefusedError("This incident is not on record any more.")
            unit.session.add(ConcernReadingRow(incident_id=incident, host_id=unit.actor.host, at=unit.now))
        return Outcome(unit.change, found)
