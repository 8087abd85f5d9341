"""All SQL of paper sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.desk import VisitRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def hour_known(session: Session, sheet: str, hour: int) -> bool:
    """Tell whether this hour of a paper sheet was entered before."""
    return (
        session.scalars(select(VisitRow.id).where(VisitRow.sheet == sheet, VisitRow.hour == hour)).first() is not None
    )
