"""All SQL of questions for the professional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.exchange import ExportRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, WishRow
from buurtkamer_app.wishes.questions.records import Question

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def of_wish(session: Session, wish: UUID) -> list[Question]:
    """Give the questions about a wish that nobody took back, the first one first."""
    rows = session.execute(
        select(AdviceRequestRow, WishRow.number)
        .join(WishRow, WishRow.id == AdviceRequestRow.wish_id)
        .where(AdviceRequestRow.wish_id == wish, AdviceRequestRow.withdrawn_at.is_(None))
        .order_by(AdviceRequestRow.at, AdviceRequestRow.id)
    ).all()
    return [
        Question(row.id, row.wish_id, number, row.question, row.at, went_at(session, row.at), row.answered_at)
        for row, number in rows
    ]


def went_at(session: Session, asked_at: datetime) -> datetime | None:
    """Give when the first log was made after a question was asked; every log takes along all that wait."""
    return session.scalar(select(func.min(ExportRow.at)).where(ExportRow.at >= asked_at))


def before(session: Session, question: UUID) -> list[AdviceRequestRow]:
    """Give the questions whose place one took."""
    return list(session.scalars(select(AdviceRequestRow).where(AdviceRequestRow.anew_id == question)))
