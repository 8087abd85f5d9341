"""All SQL of the handover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.desk.handover import rules
from buurtkamer_app.desk.handover.records import CallBack, Loan, Note
from buurtkamer_app.storage.tables.days import CallBackRow, HandoverNoteRow, HandoverSeenRow, LoanRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def _shown(reader: UUID | None, since: date, told_since: datetime) -> ColumnElement[bool]:
    """Give what a reader is shown: notes to all, notes to them, and what became of their own to somebody else."""
    note = HandoverNoteRow
    to_all = and_(note.for_host.is_(None), note.on_date > since)
    if reader is None:
        return to_all
    tapped = exists().where(HandoverSeenRow.note_id == note.id, HandoverSeenRow.host_id == reader)
    told = exists().where(
        HandoverSeenRow.note_id == note.id, HandoverSeenRow.host_id == note.for_host, HandoverSeenRow.at <= told_since
    )
    own = and_(note.written_by == reader, note.for_host.is_not(None), ~told)
    return and_(~tapped, or_(to_all, note.for_host == reader, own))


def notes(session: Session, reader: UUID | None, since: date, told_since: datetime) -> list[Note]:
    """Give the notes that somebody is shown, the newest first; those to all that are from after a day."""
    writer, addressee = aliased(HostRow), aliased(HostRow)
    found = session.execute(
        select(HandoverNoteRow, writer.name, addressee.name)
        .outerjoin(writer, writer.id == HandoverNoteRow.written_by)
        .outerjoin(addressee, addressee.id == HandoverNoteRow.for_host)
        .where(_shown(reader, since, told_since))
        .order_by(HandoverNoteRow.at.desc(), HandoverNoteRow.id.desc())
    ).all()
    mine = [row.id for row, _, _ in found if reader is not None and row.written_by == reader]
    seen = _seen_by(session, mine)
    return [
        Note(
            row.id,
            row.text if row.for_host in {None, reader} else "",
            row.at,
            by or "",
            row.id in mine,
            row.for_host is not None and row.for_host == reader,
            for_name or "",
            tuple(seen.get(row.id, ())),
        )
        for row, by, for_name in found
    ]


def _seen_by(session: Session, written: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Give who saw some notes, besides who wrote them, in the order in which they did."""
    rows = session.execute(
        select(HandoverSeenRow.note_id, HostRow.name)
        .join(HostRow, HostRow.id == HandoverSeenRow.host_id)
        .join(HandoverNoteRow, HandoverNoteRow.id == HandoverSeenRow.note_id)
        .where(HandoverSeenRow.note_id.in_(written), HandoverSeenRow.host_id != HandoverNoteRow.written_by)
        .order_by(HandoverSeenRow.at, HandoverSeenRow.id)
    )
    seen: dict[UUID, list[str]] = {}
    for note, name in rows:
        seen.setdefault(note, []).append(name)
    return seen


def was_seen(session: Session, note: UUID, host: UUID) -> bool:
    """Tell whether a host saw a note already."""
    row = HandoverSeenRow
    return session.scalars(select(row.id).where(row.note_id == note, row.host_id == host)).first() is not None


def call_backs(session: Session) -> list[CallBack]:
    """Give who is to be called back, who waits longest first."""
    rows = session.scalars(
        select(CallBackRow).where(CallBackRow.done_at.is_(None)).order_by(CallBackRow.at, CallBackRow.id)
    )
    return [CallBack(row.id, row.who, row.phone, row.about, row.on_date) for row in rows]


def loans(session: Session, today: date) -> list[Loan]:
    """Give what is out, and what came back in the last days."""
    recent = today - rules.BACK_FOR
    rows = session.scalars(select(LoanRow).where(or_(LoanRow.back_on.is_(None), LoanRow.back_on >= recent)))
    return rules.in_order(
        Loan(
            row.id,
            row.what,
            row.who,
            row.lent_on,
            row.due_on,
            row.back_on,
            rules.overdue(row.due_on, row.back_on, today),
        )
        for row in rows
    )
