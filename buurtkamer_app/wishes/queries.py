"""All SQL of wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, TellingRow, WishEndingRow, WishRow, WishSupportRow
from buurtkamer_app.wishes.records import Wish

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def wishes(session: Session) -> list[Wish]:
    """Give every wish, in the order of their numbers."""
    counted = session.execute(select(WishSupportRow.wish_id, func.count()).group_by(WishSupportRow.wish_id))
    supports = {wish: count for wish, count in counted}  # noqa: C416 - a row is a tuple for Python, not for mypy
    open_tellings = (
        select(TellingRow.wish_id, func.sum(TellingRow.persons))
        .where(TellingRow.told_at.is_(None), TellingRow.wish_id.is_not(None))
        .group_by(TellingRow.wish_id)
    )
    to_tell = {wish: int(persons) for wish, persons in session.execute(open_tellings)}
    rows = session.execute(
        select(WishRow, SeriesRow.name, WishEndingRow.kind)
        .outerjoin(SeriesRow, SeriesRow.id == WishRow.series_id)
        .outerjoin(WishEndingRow, WishEndingRow.wish_id == WishRow.id)
        .order_by(WishRow.number)
    )
    return [
        Wish(
            row.id,
            row.number,
            row.text,
            row.theme,
            row.status,
            row.supporters + supports.get(row.id, 0),
            row.recorded_on,
            row.prefers,
            row.parked_reason,
            row.series_id,
            activity or "",
            row.asked_by,
            row.own_part,
            row.contact,
            row.back_on,
            row.head_id,
            ending,
            to_tell.get(row.id, 0),
            row.done_when_told,
        )
        for row, activity, ending in rows
    ]


def next_number(session: Session) -> int:
    """Give the number of the next wish."""
    return (session.scalar(select(func.max(WishRow.number))) or 0) + 1


def by_number(session: Session, number: int) -> UUID | None:
    """Give the key of a wish."""
    return session.scalars(select(WishRow.id).where(WishRow.number == number)).first()


def new_in(session: Session, first: date, last: date) -> int:
    """Give how many wishes were written down in a period; those that a room file brought do not count."""
    return (
        session.scalar(
            select(func.count(WishRow.id)).where(
                WishRow.recorded_on.between(first, last), WishRow.carried_in.is_(False)
            )
        )
        or 0
    )


def supports_in(session: Session, first: date, last: date) -> int:
    """Give how often somebody joined a wish in a period."""
    return session.scalar(select(func.count(WishSupportRow.id)).where(WishSupportRow.on_date.between(first, last))) or 0


def total(session: Session) -> int:
    """Give how many wishes are on record."""
    return session.scalar(select(func.count(WishRow.id))) or 0


def open_questions(session: Session) -> int:
    """Give how many questions for the professional have no answer."""
    return session.scalar(select(func.count(AdviceRequestRow.id)).where(AdviceRequestRow.answered_at.is_(None))) or 0


def questions(session: Session) -> list[tuple[int, str]]:
    """Give the questions without an answer about wishes: the wish's number and the question."""
    rows = session.execute(
        select(WishRow.number, AdviceRequestRow.question)
        .join(WishRow, WishRow.id == AdviceRequestRow.wish_id)
        .where(AdviceRequestRow.answered_at.is_(None))
        .order_by(AdviceRequestRow.at)
    )
    return [(number, question) for number, question in rows]
