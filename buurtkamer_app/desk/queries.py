"""All SQL of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from buurtkamer_app.desk.records import LockedTallies, VisitFigures
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.desk import HelpRow, VisitRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import AgeBand, HelpTopic


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


def by_age(session: Session, first: date, last: date) -> dict[AgeBand | None, int]:
    """Count the visits of a period by age, in persons; None holds whose age was not looked at."""
    persons = func.sum(VisitRow.persons)
    period = VisitRow.on_date.between(first, last)
    rows = session.execute(select(VisitRow.age_band, persons).where(period).group_by(VisitRow.age_band))
    return {band: int(count) for band, count in rows if count}


def help_asked(session: Session, first: date, last: date) -> dict[HelpTopic | None, int]:
    """Count the help that was asked in a period by topic; None holds what nobody said the topic of."""
    period = HelpRow.on_date.between(first, last)
    rows = session.execute(select(HelpRow.topic, func.count()).where(period).group_by(HelpRow.topic))
    return {topic: int(count) for topic, count in rows}


def locked(session: Session, on: date) -> LockedTallies:
    """Count what was counted on a day while nobody was signed in."""
    visitors = select(func.coalesce(func.sum(VisitRow.persons), 0)).where(VisitRow.on_date == on, VisitRow.locked)
    questions = select(func.count()).where(HelpRow.on_date == on, HelpRow.locked)
    return LockedTallies(session.execute(visitors).scalar_one(), session.execute(questions).scalar_one())


def help_row(session: Session, asked: UUID) -> HelpRow | None:
    """Give the row of help that was asked."""
    return session.get(HelpRow, asked)


def locked_rows(session: Session, on: date) -> list[VisitRow | HelpRow]:
    """Give the rows that were counted on a day while nobody was signed in."""
    visits = session.scalars(select(VisitRow).where(VisitRow.on_date == on, VisitRow.locked))
    questions = session.scalars(select(HelpRow).where(HelpRow.on_date == on, HelpRow.locked))
    return [*visits, *questions]


def lately_done(session: Session, most: int) -> list[datetime]:
    """Give when the room's clock says that something was done here, the last first."""
    return list(session.scalars(select(JournalUnitRow.at).order_by(JournalUnitRow.id.desc()).limit(most)))


def open_day(session: Session) -> date | None:
    """Give the last day that was opened and is not closed yet."""
    opened = select(DayRow.on_date).where(DayRow.opened_at.is_not(None), DayRow.closed_at.is_(None))
    return session.scalars(opened.order_by(DayRow.on_date.desc()).limit(1)).first()
