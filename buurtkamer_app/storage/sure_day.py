"""The last day that has surely been: by it, what may be kept for some days only goes, and no wrong clock takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.journal import last_key
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy.orm import Session


def sure_day(session: Session, now: datetime, today: date) -> date | None:
    """Give the last day before today on which the room was opened, None while the clock may be wrong.

    One day on which the clock stands ahead is not before that day, and a clock that stands before what was done last
    is wrong. Source: safety.md, privacy 5.
    """
    done = session.scalar(select(JournalUnitRow.at).where(JournalUnitRow.id == last_key(session)))
    if done is not None and done > now:
        return None
    before = select(func.max(DayRow.on_date)).where(DayRow.on_date < today, DayRow.opened_at.is_not(None))
    return session.scalar(before)
