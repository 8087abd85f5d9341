"""All SQL of the room itself."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.room.records import Closure, DeskSettings, Opening, RoomFacts, RoomPlan, ShiftPattern, Space
from buurtkamer_app.storage.tables.room import (
    ClosureChoiceRow,
    ClosureRow,
    DeskSettingRow,
    OpeningRow,
    ProgrammeRow,
    RoomRow,
    ShiftPatternRow,
    SpaceRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def facts(session: Session) -> RoomFacts | None:
    """Give the room's facts, None before it is set up."""
    row = session.scalars(select(RoomRow)).first()
    if row is None:
        return None
    return RoomFacts(row.name, row.street, row.postcode, row.city, row.entrance, row.country, row.timezone, row.phone)


def put_facts(session: Session, facts: RoomFacts) -> None:
    """Write down other facts of the room."""
    row = session.scalars(select(RoomRow)).one()
    for name, value in asdict(facts).items():
        setattr(row, name, value)


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
    names = [field.name for field in fields(ShiftPattern)]
    return tuple(ShiftPattern(**{name: getattr(row, name) for name in names}) for row in pattern_rows(session))


def plan(session: Session, known: RoomFacts) -> RoomPlan:
    """Give the room with everything that belongs to it."""
    return RoomPlan(known, hours(session), spaces(session), patterns(session))


def closures(session: Session, first: date, last: date) -> Sequence[Closure]:
    """Give the closures that touch a period."""
    return _closures(session, ClosureRow.first <= last, ClosureRow.last >= first)


def closure(session: Session, key: UUID) -> Closure | None:
    """Give one closure."""
    return next(iter(_closures(session, ClosureRow.id == key)), None)


def _closures(session: Session, *which: ColumnElement[bool]) -> list[Closure]:
    rows = session.execute(
        select(ClosureRow, SpaceRow.name)
        .outerjoin(SpaceRow, SpaceRow.id == ClosureRow.space_id)
        .where(*which)
        .order_by(ClosureRow.first, ClosureRow.id)
    ).all()
    same = _all_the_same(session, [row.id for row, _ in rows])
    return [
        Closure(
            row.first, row.last, row.reason, row.starts, row.ends, space or "", row.id, frozenset(same.get(row.id, ()))
        )
        for row, space in rows
    ]


def _all_the_same(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, date]]]:
    found: dict[UUID, list[tuple[UUID, date]]] = {}
    if not keys:
        return found
    stays = (ClosureChoiceRow.closure_id.in_(keys), ClosureChoiceRow.moved_to.is_(None))
    for row in session.scalars(select(ClosureChoiceRow).where(*stays)):
        key = row.series_id or row.booking_id
        if key is not None:
            found.setdefault(row.closure_id, []).append((key, row.on_date))
    return found


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


def opening_rows(session: Session) -> Sequence[OpeningRow]:
    """Give the rows of the usual opening hours."""
    return session.scalars(select(OpeningRow).order_by(OpeningRow.weekday)).all()


def pattern_rows(session: Session) -> Sequence[ShiftPatternRow]:
    """Give the rows of the shift patterns."""
    order = (ShiftPatternRow.weekday, ShiftPatternRow.starts, ShiftPatternRow.task)
    return session.scalars(select(ShiftPatternRow).order_by(*order)).all()


def space_rows(session: Session) -> list[SpaceRow]:
    """Give the rows of the spaces, in their order."""
    return [*session.scalars(select(SpaceRow).order_by(SpaceRow.position))]


def next_position(session: Session) -> int:
    """Give the place of a new space, after all others."""
    last = session.scalar(select(func.max(SpaceRow.position)))
    return 0 if last is None else last + 1


def programme_rows(session: Session) -> Sequence[ProgrammeRow]:
    """Give the rows of the programmes that are on."""
    return session.scalars(select(ProgrammeRow)).all()
