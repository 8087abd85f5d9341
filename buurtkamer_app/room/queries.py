"""All SQL of the room itself."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.room.records import Closure, DeskSettings, Opening, RoomFacts, RoomPlan, ShiftPattern, Space
from buurtkamer_app.storage.tables.room import (
    ClosureRow,
    DeskSettingRow,
    OpeningRow,
    RoomRow,
    ShiftPatternRow,
    SpaceRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def facts(session: Session) -> RoomFacts | None:
    """Give the room's facts, None before it is set up."""
    row = session.scalars(select(RoomRow)).first()
    if row is None:
        return None
    return RoomFacts(row.name, row.street, row.postcode, row.city, row.entrance, row.country, row.timezone, row.phone)


def hours(session: Session) -> tuple[Opening, ...]:
    """Give the usual opening hours, Monday first."""
    rows = session.scalars(select(OpeningRow).order_by(OpeningRow.weekday))
    return tuple(Opening(row.weekday, row.opens, row.closes) for row in rows)


def spaces(session: Session) -> tuple[Space, ...]:
    """Give the spaces in the order in which the room named them."""
    rows = session.scalars(select(SpaceRow).order_by(SpaceRow.position))
    return tuple(Space(row.id, row.name, row.capacity, row.shared) for row in rows)


def patterns(session: Session) -> tuple[ShiftPattern, ...]:
    """Give the shift patterns by weekday and time."""
    rows = session.scalars(select(ShiftPatternRow).order_by(ShiftPatternRow.weekday, ShiftPatternRow.starts))
    return tuple(ShiftPattern(row.weekday, row.part, row.starts, row.ends, row.hosts, row.experienced) for row in rows)


def plan(session: Session, known: RoomFacts) -> RoomPlan:
    """Give the room with everything that belongs to it."""
    return RoomPlan(known, hours(session), spaces(session), patterns(session))


def space_named(session: Session, name: str) -> UUID | None:
    """Give the key of a space."""
    return session.scalars(select(SpaceRow.id).where(SpaceRow.name == name)).first()


def closures(session: Session, first: date, last: date) -> Sequence[Closure]:
    """Give the closures that touch a period."""
    rows = session.scalars(
        select(ClosureRow).where(ClosureRow.first <= last, ClosureRow.last >= first).order_by(ClosureRow.first)
    )
    return [Closure(row.first, row.last, row.reason) for row in rows]


def desk_setting_row(session: Session) -> DeskSettingRow | None:
    """Give the row of the desk's settings, None while all is as usual."""
    return session.scalars(select(DeskSettingRow)).first()


def desk_settings(session: Session) -> DeskSettings:
    """Give how this room counts and closes."""
    row = desk_setting_row(session)
    if row is None:
        return DeskSettings()
    values = {field.name: getattr(row, field.name) for field in fields(DeskSettings)}
    return DeskSettings(**values | {"closing_round": tuple(row.closing_round.splitlines())})
