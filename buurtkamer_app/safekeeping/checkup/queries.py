"""All that a check-up asks of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.journal import last_key
from buurtkamer_app.storage.tables.desk import VisitRow, VisitWeekRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def sums_agree(session: Session) -> bool:
    """Tell whether the sums by week say the same as all visits together, by purpose."""
    visits = select(
        VisitRow.purpose,
        func.sum(VisitRow.persons),
        func.count().filter(VisitRow.named),
        func.sum(VisitRow.children),
        func.sum(VisitRow.first_time),
    ).group_by(VisitRow.purpose)
    weeks = select(
        VisitWeekRow.purpose,
        func.sum(VisitWeekRow.persons),
        func.sum(VisitWeekRow.named),
        func.sum(VisitWeekRow.children),
        func.sum(VisitWeekRow.first_time),
    ).group_by(VisitWeekRow.purpose)
    counted, summed = ({row[0]: tuple(row[1:]) for row in session.execute(query)} for query in (visits, weeks))
    nothing = (0, 0, 0, 0)
    return all(counted.get(purpose, nothing) == summed.get(purpose, nothing) for purpose in counted | summed)


def last_done(session: Session) -> datetime | None:
    """Give when the last unit of work was done, None when there was none."""
    return session.scalar(select(JournalUnitRow.at).where(JournalUnitRow.id == last_key(session)))
