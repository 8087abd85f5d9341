"""The last day that has surely been: by it, what may be kept for some days only goes, and no wrong clock takes it."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.storage.journal import last_key
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

LONGEST_CLOSED: Final = timedelta(days=45)
"""A summer in which the room was closed: after a longer gap the clock may have jumped."""
PROVING: Final = 6
"""On so many days the room must have been opened after a gap that long, before they are believed."""


def sure_day(session: Session, now: datetime, today: date) -> date | None:
    """Give the last day before today on which the room was surely opened, None while the clock may be wrong.

    One day on which the clock stands ahead is not before that day, and a clock that stands before what was done last
    is wrong. After a jump of more than a summer the days from before it count, until the room was opened on enough
    others. Source: safety.md, privacy 5.
    """
    done = session.scalar(select(JournalUnitRow.at).where(JournalUnitRow.id == last_key(session)))
    if done is not None and done > now:
        return None
    before = select(DayRow.on_date).where(DayRow.on_date < today, DayRow.opened_at.is_not(None))
    return believed(session.scalars(before.order_by(DayRow.on_date.desc()).limit(PROVING + 1)).all())


def believed(opened: Sequence[date]) -> date | None:
    """Give the last of the last opened days (the latest first), or the last one before a gap that was too long."""
    sure = next(iter(opened), None)
    for later, earlier in pairwise(opened):
        if later - earlier > LONGEST_CLOSED:
            sure = earlier
    return sure


def opened_in_order(session: Session) -> list[date]:
    """Give the days that were opened, in the order in which that was done, whatever the clock said then."""
    change = JournalChangeRow
    made = (
        select(DayRow.on_date)
        .join(change, change.row_id == DayRow.id)
        .where(change.kind == DayRow.__tablename__, change.action == "insert", DayRow.opened_at.is_not(None))
    )
    return list(session.scalars(made.order_by(change.unit_id, change.position)))
