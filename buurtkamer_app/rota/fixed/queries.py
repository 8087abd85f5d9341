"""All SQL of agreements on fixed shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from buurtkamer_app.rota.fixed.records import FixedShift
from buurtkamer_app.storage.tables.people import HostRow, OtherTimesRow
from buurtkamer_app.storage.tables.rota import FixedShiftRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.rota.fixed.records import Agreed
    from buurtkamer_app.rota.records import ShiftKey


def agreements(session: Session, since: date) -> list[FixedShift]:
    """Give the agreements of hosts who did not leave that do not end before a day, by weekday and host."""
    rows = session.execute(
        select(FixedShiftRow, HostRow.name)
        .join(HostRow, HostRow.id == FixedShiftRow.host_id)
        .where(HostRow.left_on.is_(None), or_(FixedShiftRow.last_on.is_(None), FixedShiftRow.last_on >= since))
        .order_by(FixedShiftRow.weekday, HostRow.name, FixedShiftRow.id)
    )
    return [
        FixedShift(
            row.weekday,
            row.part,
            row.first_on,
            row.last_on,
            row.every,
            row.task,
            id=row.id,
            host=row.host_id,
            host_name=name,
        )
        for row, name in rows
    ]


def row_of(session: Session, host: UUID, agreed: Agreed) -> FixedShiftRow | None:
    """Give the row that a host has for this weekday, part of the day and task."""
    return session.scalars(
        select(FixedShiftRow).where(
            FixedShiftRow.host_id == host,
            FixedShiftRow.weekday == agreed.weekday,
            FixedShiftRow.part == agreed.part,
            FixedShiftRow.task == agreed.task,
        )
    ).first()


def has_agreed(session: Session, host: UUID, key: ShiftKey) -> bool:
    """Tell whether a host has an agreement for a shift."""
    known = agreements(session, key.on)
    return any(
        one.host == host and (one.part, one.task) == (key.part, key.task) and one.falls_on(key.on) for one in known
    )


def away(session: Session, host: UUID, on: date, part: DayPart) -> Sequence[OtherTimesRow]:
    """Give what says that a host is away on a part of a day."""
    return session.scalars(
        select(OtherTimesRow).where(
            OtherTimesRow.host_id == host,
            OtherTimesRow.extra.is_(False),
            OtherTimesRow.first <= on,
            OtherTimesRow.last >= on,
            or_(OtherTimesRow.part.is_(None), OtherTimesRow.part == part),
        )
    ).all()
