"""All SQL of closing the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.activities.records import Party
from buurtkamer_app.storage.tables.activities import SignUpRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import ClosureChoiceRow, ClosureRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def parties(session: Session, first: date, last: date) -> dict[tuple[UUID, date], list[Party]]:
    """Give who signed up for the dates of a period, also who waits, in the order in which they came."""
    rows = session.scalars(
        select(SignUpRow)
        .where(SignUpRow.on_date.between(first, last), SignUpRow.cancelled.is_(False))
        .order_by(SignUpRow.at, SignUpRow.id)
    )
    found: dict[tuple[UUID, date], list[Party]] = {}
    for row in rows:
        party = Party(row.id, row.name, row.persons, row.waiting, row.phone)
        found.setdefault((row.series_id, row.on_date), []).append(party)
    return found


def parties_of(session: Session, series: UUID, on: date) -> list[Party]:
    """Give who signed up for one date, also who waits, in the order in which they came."""
    return parties(session, on, on).get((series, on), [])


def closure_row(session: Session, key: UUID) -> ClosureRow:
    """Give the row of a closure that is on record."""
    return session.get_one(ClosureRow, key)


def choices(session: Session, closure: UUID, since: date) -> Sequence[ClosureChoiceRow]:
    """Give what was decided for the dates of a closure from a day on."""
    return session.scalars(
        select(ClosureChoiceRow)
        .where(ClosureChoiceRow.closure_id == closure, ClosureChoiceRow.on_date >= since)
        .order_by(ClosureChoiceRow.on_date, ClosureChoiceRow.id)
    ).all()


def moved(session: Session, closure: UUID) -> list[tuple[UUID, date]]:
    """Give which activities a closure moved, and to which day."""
    rows = session.scalars(
        select(ClosureChoiceRow)
        .where(
            ClosureChoiceRow.closure_id == closure,
            ClosureChoiceRow.series_id.is_not(None),
            ClosureChoiceRow.moved_to.is_not(None),
        )
        .order_by(ClosureChoiceRow.on_date, ClosureChoiceRow.id)
    )
    return [(row.series_id, row.moved_to) for row in rows if row.series_id and row.moved_to]


def place(session: Session, key: UUID) -> tuple[PlaceRow, ShiftRow, HostRow] | None:
    """Give a place with its shift and who holds it."""
    found = session.execute(
        select(PlaceRow, ShiftRow, HostRow)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .join(HostRow, HostRow.id == PlaceRow.host_id)
        .where(PlaceRow.id == key)
    ).first()
    return (found[0], found[1], found[2]) if found is not None else None
