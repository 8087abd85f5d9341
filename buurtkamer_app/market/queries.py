"""All SQL of markets that is no plain list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.known import Known
from buurtkamer_app.market.records import Element, MarketEvent
from buurtkamer_app.storage.tables.market import (
    MarketElementRow,
    MarketEventRow,
    MarketPresenceRow,
    MarketSessionRow,
    PlanThingRow,
    TalentRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def presence_rows(session: Session, of: UUID) -> Sequence[MarketPresenceRow]:
    """Give the rows of who was at a session."""
    return session.scalars(select(MarketPresenceRow).where(MarketPresenceRow.session_id == of)).all()


def presence_rows_of_event(session: Session, event: UUID) -> Sequence[MarketPresenceRow]:
    """Give the rows of who was at any session of a market."""
    sessions = select(MarketSessionRow.id).where(MarketSessionRow.event_id == event)
    return session.scalars(select(MarketPresenceRow).where(MarketPresenceRow.session_id.in_(sessions))).all()


def elements(session: Session, event: UUID) -> list[Known[Element]]:
    """Give the parts of a market by number."""
    rows = session.scalars(
        select(MarketElementRow).where(MarketElementRow.event_id == event).order_by(MarketElementRow.number)
    )
    return [Known(row.id, row.version, element_of(row)) for row in rows]


def element_of(row: MarketElementRow) -> Element:
    """Give a part of a market as a record."""
    return Element(
        event_id=row.event_id,
        kind=row.kind,
        name=row.name,
        motive=row.motive,
        owner=row.owner,
        contact=row.contact,
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        needs=row.needs,
        number=row.number,
    )


def events_between(session: Session, first: date, last: date) -> list[Known[MarketEvent]]:
    """Give the markets of a period by day and time."""
    rows = session.scalars(
        select(MarketEventRow)
        .where(MarketEventRow.on_date.between(first, last))
        .order_by(MarketEventRow.on_date, MarketEventRow.starts, MarketEventRow.id)
    )
    return [_event(row) for row in rows]


def next_event(session: Session, today: date) -> Known[MarketEvent] | None:
    """Give the first market from a day on that goes on."""
    row = session.scalars(
        select(MarketEventRow)
        .where(MarketEventRow.on_date >= today, MarketEventRow.cancelled == "")
        .order_by(MarketEventRow.on_date, MarketEventRow.starts, MarketEventRow.id)
        .limit(1)
    ).first()
    return None if row is None else _event(row)


def last_event(session: Session, today: date) -> Known[MarketEvent] | None:
    """Give the latest market before a day that went on."""
    row = session.scalars(
        select(MarketEventRow)
        .where(MarketEventRow.on_date < today, MarketEventRow.cancelled == "")
        .order_by(MarketEventRow.on_date.desc(), MarketEventRow.starts.desc(), MarketEventRow.id.desc())
        .limit(1)
    ).first()
    return None if row is None else _event(row)


def talent_rows(session: Session, event: UUID) -> Sequence[TalentRow]:
    """Give the rows of the talents of a market."""
    return session.scalars(select(TalentRow).where(TalentRow.event_id == event)).all()


def element_rows(session: Session, event: UUID) -> Sequence[MarketElementRow]:
    """Give the rows of the parts of a market by number."""
    return session.scalars(
        select(MarketElementRow).where(MarketElementRow.event_id == event).order_by(MarketElementRow.number)
    ).all()


def plan_rows(session: Session, element: UUID) -> Sequence[PlanThingRow]:
    """Give what stands on a plan for a part of a market."""
    return session.scalars(select(PlanThingRow).where(PlanThingRow.element_id == element)).all()


def _event(row: MarketEventRow) -> Known[MarketEvent]:
    return Known(
        row.id,
        row.version,
        MarketEvent(
            row.name,
            row.on_date,
            row.starts,
            row.ends,
            row.place,
            row.about,
            row.network_at,
            row.network,
            row.visitors,
            row.reflection,
            row.cancelled,
            row.wide_cm,
            row.high_cm,
        ),
    )
