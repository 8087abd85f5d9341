"""All SQL of the rows behind figures of visits, wishes and activities, and of what was said of activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from buurtkamer_app.evaluation.looking.queries import went_on
from buurtkamer_app.storage.tables.activities import HeadcountRow, ReflectionRow, SeriesRow
from buurtkamer_app.storage.tables.desk import HelpRow, VisitRow
from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from buurtkamer_app.base.terms import Ending


def visit_rows(session: Session, what: str, first: date, last: date) -> list[tuple[date, int]]:
    """Add visits up by day: all of them (`persons`), the children, or the new faces (`first_time`)."""
    part: InstrumentedAttribute[Any] = getattr(VisitRow, what)
    rows = session.execute(
        select(VisitRow.on_date, func.sum(part))
        .where(VisitRow.on_date.between(first, last), part > 0)
        .group_by(VisitRow.on_date)
    )
    return [(on, int(many)) for on, many in rows]


def helped_rows(session: Session, first: date, last: date) -> list[tuple[date, int]]:
    """Count the questions for help by day."""
    rows = session.execute(
        select(HelpRow.on_date, func.count(HelpRow.id))
        .where(HelpRow.on_date.between(first, last))
        .group_by(HelpRow.on_date)
    )
    return [(on, int(many)) for on, many in rows]


def ending_rows(session: Session, first: date, last: date) -> list[tuple[date, Ending, int, str]]:
    """Give the wishes that came to something in a period: when, what, number and text; those of a group each."""
    rows = session.execute(
        select(WishEndingRow.begun_on, WishEndingRow.kind, WishRow.number, WishRow.text)
        .join(WishRow, or_(WishRow.id == WishEndingRow.wish_id, WishRow.head_id == WishEndingRow.wish_id))
        .where(WishEndingRow.begun_on.between(first, last))
    )
    return [(on, kind, number, text) for on, kind, number, text in rows]


def headcount_rows(session: Session, first: date, last: date) -> list[tuple[date, str, int]]:
    """Give how many took part on each date that went on."""
    rows = session.execute(
        select(HeadcountRow.on_date, SeriesRow.name, HeadcountRow.persons)
        .join(SeriesRow, SeriesRow.id == HeadcountRow.series_id)
        .where(HeadcountRow.on_date.between(first, last), went_on())
    )
    return [(on, name, int(persons)) for on, name, persons in rows]


def reflections(session: Session, first: date, last: date) -> Sequence[tuple[ReflectionRow, str]]:
    """Read what was said of dates of activities, with the activity's name."""
    rows = session.execute(
        select(ReflectionRow, SeriesRow.name)
        .join(SeriesRow, SeriesRow.id == ReflectionRow.series_id)
        .where(ReflectionRow.on_date.between(first, last))
    )
    return [(row, name) for row, name in rows]
