"""All SQL of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from buurtkamer_app.desk.records import VisitFigures
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def in_since(session: Session, visitor: UUID, on: date) -> datetime | None:
    """Give since when a known visitor is in today, None when they did not come in yet."""
    return session.scalars(select(VisitRow.at).where(VisitRow.on_date == on, VisitRow.visitor_id == visitor)).first()


def figures(session: Session, first: date, last: date) -> VisitFigures:
    """Count the visits of a period."""
    period = VisitRow.on_date.between(first, last)
    named = case((VisitRow.named, VisitRow.persons), else_=0)
    later = case((VisitRow.later, VisitRow.persons), else_=0)
    sums = [func.coalesce(func.sum(part), 0) for part in (named, VisitRow.persons, VisitRow.children)]
    sums += [func.coalesce(func.sum(part), 0) for part in (VisitRow.first_time, later)]
    by_name, everybody, children, first_time, entered_later = (
        int(value) for value in session.execute(select(*sums).where(period)).one()
    )
    persons = func.sum(VisitRow.persons)
    by_hour = session.execute(
        select(VisitRow.hour, persons).where(period).group_by(VisitRow.hour).order_by(VisitRow.hour)
    )
    by_purpose = session.execute(select(VisitRow.purpose, persons).where(period).group_by(VisitRow.purpose))
    return VisitFigures(
        by_name,
        everybody - by_name,
        children,
        first_time,
        entered_later,
        {hour: int(count) for hour, count in by_hour if count},
        {purpose: int(count) for purpose, count in by_purpose if count},
    )


def names_in(session: Session, on: date) -> list[tuple[str, datetime]]:
    """Give which known visitors came in on a day, and when, the latest first."""
    rows = session.execute(
        select(VisitorRow.name, VisitRow.at)
        .join(VisitRow, VisitRow.visitor_id == VisitorRow.id)
        .where(VisitRow.on_date == on)
        .order_by(VisitRow.at.desc(), VisitRow.id.desc())
    )
    return [(name, at) for name, at in rows]
