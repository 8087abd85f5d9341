"""All SQL of two cards that become one: every table that refers to a visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.desk.merging.records import Card
from buurtkamer_app.people.queries import visitor
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, MissedContactRow, VisitRow
from buurtkamer_app.storage.tables.people import VisitorRow
from buurtkamer_app.storage.tables.privacy import ConsentRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def row(session: Session, key: UUID) -> VisitorRow | None:
    """Give a visitor by key."""
    return session.get(VisitorRow, key)


def cards(session: Session, keys: Collection[UUID]) -> list[Card]:
    """Give the cards of these visitors, by name and hint."""
    last = (
        select(VisitRow.visitor_id, func.max(VisitRow.on_date).label("day"))
        .where(VisitRow.visitor_id.in_(keys))
        .group_by(VisitRow.visitor_id)
        .subquery()
    )
    found = session.execute(
        select(VisitorRow, last.c.day, CallIfMissedRow.id)
        .outerjoin(last, last.c.visitor_id == VisitorRow.id)
        .outerjoin(CallIfMissedRow, CallIfMissedRow.visitor_id == VisitorRow.id)
        .where(VisitorRow.id.in_(keys))
    )
    made = [Card(visitor(one), day, agreed is not None) for one, day, agreed in found]
    return sorted(made, key=lambda card: (card.visitor.name, card.visitor.hint))


def namesakes(session: Session, of: VisitorRow) -> list[UUID]:
    """Give the others who have the same name, or spell it otherwise with the same plain letters."""
    same = (VisitorRow.name == of.name) | (VisitorRow.terms == of.terms)
    return list(session.scalars(select(VisitorRow.id).where(same, VisitorRow.id != of.id)))


def visits(session: Session, key: UUID) -> Sequence[VisitRow]:
    """Give the visits of a visitor, by date."""
    return session.scalars(select(VisitRow).where(VisitRow.visitor_id == key).order_by(VisitRow.on_date)).all()


def agreement(session: Session, key: UUID) -> CallIfMissedRow | None:
    """Give what a visitor agreed to."""
    return session.scalars(select(CallIfMissedRow).where(CallIfMissedRow.visitor_id == key)).first()


def consents(session: Session, key: UUID) -> Sequence[ConsentRow]:
    """Give what a visitor said yes to."""
    return session.scalars(select(ConsentRow).where(ConsentRow.visitor_id == key)).all()


def contacts(session: Session, key: UUID) -> Sequence[MissedContactRow]:
    """Give what came of asking after a visitor."""
    return session.scalars(select(MissedContactRow).where(MissedContactRow.visitor_id == key)).all()
