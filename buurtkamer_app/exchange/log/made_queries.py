"""The SQL of logs that were made, and of what was decided about their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from buurtkamer_app.exchange.log.draft import Decision
from buurtkamer_app.storage.tables.exchange import ApprovedTextRow, ExportRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def decisions(session: Session) -> dict[bytes, Decision]:
    """Give what was decided about every line that somebody looked at, by its digest."""
    rows = session.execute(select(ApprovedTextRow.digest, ApprovedTextRow.text, ApprovedTextRow.left_out))
    return {digest: Decision(text, left_out) for digest, text, left_out in rows}


def decision_row(session: Session, digest: bytes) -> ApprovedTextRow | None:
    """Give the row of a line that somebody looked at."""
    return session.scalars(select(ApprovedTextRow).where(ApprovedTextRow.digest == digest)).one_or_none()


def periods(session: Session) -> tuple[tuple[date, date], ...]:
    """Give the periods of all logs that were made, for whomever, each once."""
    rows = session.execute(select(ExportRow.first, ExportRow.last).distinct().order_by(ExportRow.first, ExportRow.last))
    return tuple((first, last) for first, last in rows)


def is_made(session: Session, log: UUID) -> bool:
    """Tell whether a log with this key was made."""
    return bool(session.scalar(select(exists().where(ExportRow.log_id == log))))
