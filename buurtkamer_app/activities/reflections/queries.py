"""All SQL of looking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.activities import queries
from buurtkamer_app.activities.reflections.records import NewReflection, Reflection
from buurtkamer_app.storage.tables.activities import ReflectionRow, SeriesRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def row(session: Session, series: UUID, on: date) -> ReflectionRow | None:
    """Give the look back at one date."""
    return session.scalars(
        select(ReflectionRow).where(ReflectionRow.series_id == series, ReflectionRow.on_date == on)
    ).first()


def reflections(session: Session, series: UUID) -> list[Reflection]:
    """Give the looks back at a series, the latest date first."""
    of_series = queries.one_series(session, series)
    if of_series is None:
        return []
    rows = session.execute(
        select(ReflectionRow, HostRow.name)
        .outerjoin(HostRow, HostRow.id == ReflectionRow.written_by)
        .where(ReflectionRow.series_id == series)
        .order_by(ReflectionRow.on_date.desc())
    )
    return [
        Reflection(
            of_series,
            found.on_date,
            NewReflection(found.went_well, found.who_came, found.goes_on, found.by_residents),
            found.at,
            by or "",
        )
        for found, by in rows
    ]


def looked_back(session: Session) -> dict[UUID, date]:
    """Give for each series the last date that somebody looked back on."""
    rows = session.execute(
        select(ReflectionRow.series_id, func.max(ReflectionRow.on_date)).group_by(ReflectionRow.series_id)
    )
    return {series: on for series, on in rows}  # noqa: C416 - a row is a tuple for Python, not for mypy


def series_row(session: Session, key: UUID) -> SeriesRow:
    """Give the row of a series that is on record."""
    return session.scalars(select(SeriesRow).where(SeriesRow.id == key)).one()
