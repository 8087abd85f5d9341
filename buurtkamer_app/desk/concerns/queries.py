"""All SQL of concerns and incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.concerns import ConcernRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def count(session: Session, first: date, last: date) -> int:
    """Give how many concerns were written in a period."""
    return session.scalar(select(func.count(ConcernRow.id)).where(ConcernRow.on_date.between(first, last))) or 0
