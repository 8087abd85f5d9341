"""All SQL of telling people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.wishes import TellingRow, WishRow
from buurtkamer_app.wishes.telling.records import Telling

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def tellings(session: Session, since: datetime | None = None) -> list[Telling]:
    """Give who is still to be told, the oldest first; with `since` also who was told from that moment on."""
    told = TellingRow.told_at.is_(None)
    rows = session.execute(
        select(TellingRow, SeriesRow.name, WishRow.text, HostRow.name)
        .outerjoin(SeriesRow, SeriesRow.id == TellingRow.series_id)
        .outerjoin(WishRow, WishRow.id == TellingRow.wish_id)
        .outerjoin(HostRow, HostRow.id == TellingRow.told_by)
        .where(told if since is None else told | (TellingRow.told_at >= since))
        .order_by(TellingRow.made_at, TellingRow.id)
    )
    return [
        Telling(
            row.id,
            row.reason,
            row.name,
            row.contact,
            row.persons,
            activity or words or "",
            row.made_at,
            row.wish_id,
            row.series_id,
            row.on_date,
            row.moved_to,
            row.part,
            row.tried_at,
            row.told_at,
            by or "",
            row.how,
        )
        for row, activity, words, by in rows
    ]


def persons_to_tell(session: Session) -> int:
    """Give how many persons are still to be told something."""
    return int(session.scalar(select(func.sum(TellingRow.persons)).where(TellingRow.told_at.is_(None))) or 0)
