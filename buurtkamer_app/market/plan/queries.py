"""The rows of the floor plan of a market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.known import Known
from buurtkamer_app.market.plan.records import ROUTE_CM, Part, Plan, Thing
from buurtkamer_app.storage.tables.market import MarketElementRow, MarketEventRow, PlanThingRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def event_row(session: Session, key: UUID) -> MarketEventRow:
    """Give the row of a market; raises `RefusedError` when it is gone."""
    row = session.get(MarketEventRow, key)
    if row is None:
        raise RefusedError("This market is not on record any more.")
    return row


def plan(session: Session, key: UUID) -> Plan:
    """Give the plan of a market; raises `RefusedError` when it is gone."""
    event = event_row(session, key)
    things = session.scalars(select(PlanThingRow).where(PlanThingRow.event_id == key).order_by(PlanThingRow.id))
    parts = session.scalars(
        select(MarketElementRow).where(MarketElementRow.event_id == key).order_by(MarketElementRow.number)
    )
    return Plan(
        key,
        event.name,
        event.on_date,
        event.place,
        event.wide_cm,
        event.high_cm,
        event.route_cm or ROUTE_CM,
        [Known(row.id, row.version, thing(row)) for row in things],
        [Part(row.id, row.number, row.kind, row.name) for row in parts],
    )


def thing(row: PlanThingRow) -> Thing:
    """Give what stands there."""
    return Thing(
        row.event_id,
        row.kind,
        row.x_cm,
        row.y_cm,
        row.wide_cm,
        row.high_cm,
        row.turned,
        row.label,
        row.element_id,
    )


def new_row(new: Thing) -> PlanThingRow:
    """Make the row of a thing."""
    return set_row(PlanThingRow(event_id=new.event_id), new)


def set_row(row: PlanThingRow, now: Thing) -> PlanThingRow:
    """Write into a row what a thing is now."""
    row.kind, row.label, row.element_id = now.kind, now.label, now.element_id
    row.x_cm, row.y_cm, row.wide_cm, row.high_cm = now.x_cm, now.y_cm, now.wide_cm, now.high_cm
    row.turned = now.turned
    return row


def count(session: Session, event: UUID) -> int:
    """Count what stands on a plan."""
    return session.scalar(select(func.count()).where(PlanThingRow.event_id == event)) or 0
