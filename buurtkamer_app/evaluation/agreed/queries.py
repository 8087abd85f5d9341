"""The SQL of agreements, results and hours of professionals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.team import ProfessionalHoursRow, ResultRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def came_of(session: Session, agreement: UUID, first: date, last: date) -> int:
    """Add up the results that were written down for an agreement in a period, both days included."""
    found = session.scalar(
        select(func.sum(ResultRow.many)).where(
            ResultRow.agreement_id == agreement, ResultRow.on_date.between(first, last)
        )
    )
    return int(found or 0)


def professional_minutes(session: Session, first: date, last: date) -> int:
    """Add up the minutes of professionals of the months that begin in a period, both days included."""
    found = session.scalar(
        select(func.sum(ProfessionalHoursRow.minutes)).where(ProfessionalHoursRow.month.between(first, last))
    )
    return int(found or 0)
