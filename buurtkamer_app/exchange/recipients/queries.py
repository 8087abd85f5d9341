"""All SQL of who gets logs, and of the logs that they got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.exchange.recipients.records import Recipient, Sent
from buurtkamer_app.storage.tables.exchange import ExportRow, RecipientRow, ReplyRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def every(session: Session) -> list[Recipient]:
    """Give who gets logs, and who got them once, by name."""
    rows = session.scalars(select(RecipientRow).order_by(func.lower(RecipientRow.name), RecipientRow.id))
    return [
        Recipient(
            row.id,
            row.version,
            row.name,
            row.organisation,
            row.code,
            row.passphrase,
            row.reply_key is not None,
            row.stopped_on,
        )
        for row in rows
    ]


def named(session: Session, name: str) -> RecipientRow | None:
    """Give somebody by their name, however it is spelled in capitals."""
    rows = session.scalars(select(RecipientRow))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def codes(session: Session) -> set[str]:
    """Give the codes that are somebody's."""
    return set(session.scalars(select(RecipientRow.code)))


def periods(session: Session, recipient: UUID) -> tuple[tuple[date, date], ...]:
    """Give the periods of the logs that somebody got, the earliest first."""
    rows = session.execute(
        select(ExportRow.first, ExportRow.last)
        .where(ExportRow.recipient_id == recipient)
        .order_by(ExportRow.first, ExportRow.last)
    )
    return tuple((first, last) for first, last in rows)


def previous(session: Session, recipient: UUID) -> tuple[UUID, date] | None:
    """Give which log somebody got last, and to which day it ran."""
    row = session.execute(
        select(ExportRow.log_id, ExportRow.last)
        .where(ExportRow.recipient_id == recipient)
        .order_by(ExportRow.at.desc(), ExportRow.id.desc())
        .limit(1)
    ).one_or_none()
    return (row.log_id, row.last) if row is not None else None


def sent(session: Session, recipient: UUID | None) -> list[Sent]:
    """Give the logs that went out, the newest first; to one recipient, or (None) all of them."""
    replied = (
        select(func.min(ReplyRow.brought_at))
        .where(ReplyRow.export_id == ExportRow.id)
        .correlate(ExportRow)
        .scalar_subquery()
    )
    query = (
        select(ExportRow, RecipientRow.name.label("to"), HostRow.name.label("by"), replied.label("replied"))
        .outerjoin(RecipientRow, RecipientRow.id == ExportRow.recipient_id)
        .outerjoin(HostRow, HostRow.id == ExportRow.made_by)
        .order_by(ExportRow.at.desc(), ExportRow.id.desc())
    )
    if recipient is not None:
        query = query.where(ExportRow.recipient_id == recipient)
    return [
        Sent(
            row.id,
            row.at,
            row.first,
            row.last,
            to or "",
            by or "",
            row.check_code,
            row.names_because,
            at,
        )
        for row, to, by, at in session.execute(query)
    ]
