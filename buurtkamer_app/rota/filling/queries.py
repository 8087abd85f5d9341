"""All SQL of filling: for what hosts rang off, and which places stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.people.times.records import Days
from buurtkamer_app.storage.tables.rota import (
    AbsenceRow,
    PlaceRow,
    ShiftRow,
    SignOnRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def rang_off(session: Session, first: date, last: date) -> dict[UUID, list[Days]]:
    """Give for hosts the parts of days of a period for which they rang off: they are not asked for those again."""
    rows = session.execute(
        select(PlaceRow.host_id, ShiftRow.on_date, ShiftRow.part)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .join(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .where(ShiftRow.on_date.between(first, last))
    )
    found: dict[UUID, list[Days]] = {}
    for host, on, part in rows:
        found.setdefault(host, []).append(Days(on, on, part))
    return found


def used(session: Session, first: date, last: date) -> set[UUID]:
    """Give the places of a period that somebody signed on for, was absent from or took over."""
    taker = aliased(PlaceRow)
    rows = session.scalars(
        select(PlaceRow.id)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .outerjoin(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .outerjoin(SignOnRow, SignOnRow.place_id == PlaceRow.id)
        .outerjoin(taker, taker.replaces_id == PlaceRow.id)
        .where(ShiftRow.on_date.between(first, last))
        .where(or_(AbsenceRow.id.is_not(None), SignOnRow.id.is_not(None), taker.id.is_not(None)))
    )
    return set(rows)


def places(session: Session, keys: Collection[UUID]) -> Sequence[PlaceRow]:
    """Give places by their keys."""
    return session.scalars(select(PlaceRow).where(PlaceRow.id.in_(keys))).all()
