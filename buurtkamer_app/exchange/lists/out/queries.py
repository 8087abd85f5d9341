"""All SQL of lists that are taken out: rows come in batches, so that ten years fit in a small memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import case, func, select

from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.exchange.hosts.records import HostLine
from buurtkamer_app.storage.tables.activities import SeriesRow, SignUpRow
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow
from buurtkamer_app.storage.tables.wishes import WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_BATCH: Final = 5_000
_VISITS: Final = (
    VisitRow.on_date,
    VisitRow.hour,
    VisitRow.purpose,
    VisitRow.persons,
    VisitRow.children,
    VisitRow.first_time,
    VisitRow.named,
    VisitRow.later,
)


def visits(first: date, last: date) -> Select[*tuple[Any, ...]]:
    """Give each visit of a period, in the order of days and hours; nobody's name is in it."""
    within = VisitRow.on_date.between(first, last)
    return select(*_VISITS).where(within).order_by(VisitRow.on_date, VisitRow.hour, VisitRow.id)


def tallies(first: date, last: date) -> Select[*tuple[Any, ...]]:
    """Give a row for each day that had visits: persons, children, for the first time, and persons by purpose."""
    persons = VisitRow.persons
    by_purpose = [func.sum(case((VisitRow.purpose == purpose, persons), else_=0)) for purpose in Purpose]
    sums = (func.sum(persons), func.sum(VisitRow.children), func.sum(VisitRow.first_time), *by_purpose)
    days = select(VisitRow.on_date, *sums).where(VisitRow.on_date.between(first, last))
    return days.group_by(VisitRow.on_date).order_by(VisitRow.on_date)


def visitors() -> Select[*tuple[Any, ...]]:
    """Give the residents who said that their name may be kept."""
    kept = select(VisitorRow.name, VisitorRow.hint, VisitorRow.first_seen_on, VisitorRow.may_remember)
    return kept.where(VisitorRow.may_remember).order_by(VisitorRow.name, VisitorRow.hint)


def wishes(first: date, last: date) -> Select[*tuple[Any, ...]]:
    """Give the wishes that were written down in a period, with all who want each."""
    more = select(WishSupportRow.wish_id, func.count().label("many")).group_by(WishSupportRow.wish_id).subquery()
    wanted = WishRow.supporters + func.coalesce(more.c.many, 0)
    found = select(
        WishRow.number, WishRow.text, WishRow.theme, WishRow.status, wanted, WishRow.recorded_on, WishRow.asked_by
    ).outerjoin(more, more.c.wish_id == WishRow.id)
    return found.where(WishRow.recorded_on.between(first, last)).order_by(WishRow.number)


def sign_ups(first: date, last: date) -> Select[*tuple[Any, ...]]:
    """Give who signed up for the dates of a period; who cancelled is left out."""
    who = SignUpRow.name, SignUpRow.persons, SignUpRow.waiting, SignUpRow.paid
    found = select(SignUpRow.on_date, SeriesRow.name, *who).join(SeriesRow, SeriesRow.id == SignUpRow.series_id)
    within = SignUpRow.on_date.between(first, last)
    return found.where(within, ~SignUpRow.cancelled).order_by(SignUpRow.on_date, SeriesRow.name, SignUpRow.at)


def cards(session: Session) -> list[tuple[UUID, HostLine]]:
    """Give the residents who said that their name may be kept as people with a card; what tells two apart belongs."""
    found = session.execute(
        select(VisitorRow.id, VisitorRow.name, VisitorRow.hint).where(VisitorRow.may_remember).order_by(VisitorRow.name)
    )
    return [(key, HostLine(f"{name} ({hint})" if hint else name)) for key, name, hint in found]


def many(session: Session, asked: Select[*tuple[Any, ...]]) -> int:
    """Count the rows of what is asked."""
    return session.scalar(select(func.count()).select_from(asked.order_by(None).subquery())) or 0


def rows(session: Session, asked: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of what is asked as they come."""
    yield from session.execute(asked.execution_options(yield_per=_BATCH))
