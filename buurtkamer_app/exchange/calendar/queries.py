"""All SQL of calendar files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.activities.queries import all_series, changed_dates
from buurtkamer_app.exchange.calendar.laying_out import Planned
from buurtkamer_app.storage.tables.activities import (
    CancelledRow,
    ChangedDateRow,
    HeadcountRow,
    ParticipationRow,
    ReflectionRow,
    SeriesRow,
    SignUpRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Changed

_ON_RECORD: Final = (SignUpRow, HeadcountRow, ParticipationRow, ReflectionRow)


def programme(session: Session) -> Iterator[Planned]:
    """Give every series with its changed and cancelled dates, in the order of their numbers."""
    changed: dict[UUID, list[Changed]] = {}
    for entry in changed_dates(session):
        changed.setdefault(entry.series, []).append(entry)
    off: dict[UUID, dict[date, str]] = {}
    for row in session.scalars(select(CancelledRow).order_by(CancelledRow.on_date)):
        off.setdefault(row.series_id, {})[row.on_date] = row.reason
    for series in all_series(session):
        yield Planned(series, changed.get(series.id, ()), off.get(series.id, {}))


def has_record(session: Session, series: UUID) -> bool:
    """Tell whether anybody signed up for a series, took part or was counted."""
    return any(
        session.scalars(select(kind.id).where(kind.series_id == series).limit(1)).first() is not None
        for kind in _ON_RECORD
    )


def row(session: Session, series: UUID) -> SeriesRow:
    """Give a series to be changed."""
    return session.get_one(SeriesRow, series)


def dates_of(session: Session, series: UUID) -> Sequence[ChangedDateRow | CancelledRow]:
    """Give what is on record about single dates of a series: changed ones and those that do not go on."""
    changed = session.scalars(select(ChangedDateRow).where(ChangedDateRow.series_id == series)).all()
    return [*changed, *session.scalars(select(CancelledRow).where(CancelledRow.series_id == series)).all()]
