"""All SQL of coming in, leaving and being inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, or_, select

from buurtkamer_app.base.letters import words
from buurtkamer_app.desk.arrivals.records import Found, InsideVisitor, Usual
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def visit_of(session: Session, visitor: UUID, on: date) -> VisitRow | None:
    """Give the visit of a known visitor on a day."""
    return session.scalars(select(VisitRow).where(VisitRow.on_date == on, VisitRow.visitor_id == visitor)).first()


def not_left(session: Session, on: date) -> Sequence[VisitRow]:
    """Give the visits of a day of whom nobody wrote down that they left."""
    return session.scalars(select(VisitRow).where(VisitRow.on_date == on, VisitRow.left_at.is_(None))).all()


def names_in(session: Session, on: date) -> list[tuple[str, datetime]]:
    """Give which known visitors came in on a day, and when, the latest first."""
    rows = session.execute(
        select(VisitorRow.name, VisitRow.at)
        .join(VisitRow, VisitRow.visitor_id == VisitorRow.id)
        .where(VisitRow.on_date == on)
        .order_by(VisitRow.at.desc(), VisitRow.id.desc())
    )
    return [(name, at) for name, at in rows]


def usual(session: Session, days: Sequence[date], first_hour: int, last_hour: int) -> tuple[Usual, ...]:
    """Give who came on these days between these hours (both included), and on how many of them."""
    times = func.count().label("times")
    came = (
        select(VisitRow.visitor_id, times)
        .where(VisitRow.on_date.in_(days), VisitRow.visitor_id.is_not(None))
        .where(VisitRow.hour.between(first_hour, last_hour))
        .group_by(VisitRow.visitor_id)
        .subquery()
    )
    rows = session.execute(
        select(VisitorRow.id, VisitorRow.name, VisitorRow.terms, came.c.times).join(
            came, came.c.visitor_id == VisitorRow.id
        )
    )
    return tuple(Usual(*row) for row in rows)


# Made once: for each letter that is typed, building a statement would take longer than looking up does.
_FOUND = (
    select(VisitorRow.id, VisitorRow.name, VisitorRow.hint, VisitRow.at)
    .outerjoin(VisitRow, and_(VisitRow.visitor_id == VisitorRow.id, VisitRow.on_date == bindparam("on")))
    .where(
        VisitorRow.id.in_(bindparam("keys", expanding=True)) | VisitorRow.name.in_(bindparam("names", expanding=True))
    )
)


def found(session: Session, keys: Collection[UUID], names: Collection[str], on: date) -> list[Found]:
    """Give the visitors of these keys or exactly these (kept) names, by name and hint; and since when they are in."""
    values = {"keys": list(keys), "names": list(names), "on": on}
    rows = session.connection().execute(_FOUND, values)
    # Put in order here: asked to do that, SQLite goes through all visitors by name.
    return sorted((Found(*row) for row in rows), key=lambda one: (one.name, one.hint))


def _inside(session: Session, on: date) -> ColumnElement[bool]:
    """Say which visits of a day are of people who are inside: nobody wrote down that they left.

    After closing nobody is inside but who came since; what is entered from paper then came before. Where closing wrote
    down that all left, whoever has not left is one who came back.
    """
    here = and_(VisitRow.on_date == on, VisitRow.left_at.is_(None))
    closed = session.scalars(select(DayRow.closed_at).where(DayRow.on_date == on)).first()
    if closed is None:
        return here
    all_left = select(VisitRow.id).where(VisitRow.on_date == on, VisitRow.left_at == closed).limit(1)
    if session.scalars(all_left).first() is not None:
        return and_(here, VisitRow.later.is_(False))
    return and_(here, VisitRow.later.is_(False), VisitRow.at > closed)


def inside(session: Session, on: date) -> tuple[int, int]:
    """Count who is inside: persons, and the children among them."""
    sums = [func.coalesce(func.sum(part), 0) for part in (VisitRow.persons, VisitRow.children)]
    found = session.execute(select(*sums).where(_inside(session, on))).one()
    return int(found[0]), int(found[1])


def known_inside(session: Session, days: Sequence[date]) -> tuple[InsideVisitor, ...]:
    """Give who of the known visitors of these days is inside, by name."""
    rows = session.execute(
        select(VisitorRow.id, VisitorRow.name, VisitorRow.hint, VisitRow.at)
        .join(VisitRow, VisitRow.visitor_id == VisitorRow.id)
        .where(or_(*(_inside(session, on) for on in days)))
    )
    found = [InsideVisitor(row.id, row.name, row.hint, row.at) for row in rows]
    return tuple(sorted(found, key=lambda one: (words(one.name), one.hint, one.id)))


def some_left(session: Session, on: date) -> bool:
    """Tell whether it was written down of anybody that they left on a day."""
    left = select(VisitRow.id).where(VisitRow.on_date == on, VisitRow.left_at.is_not(None)).limit(1)
    return session.scalars(left).first() is not None
