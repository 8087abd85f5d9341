"""All SQL of shifts along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import AlongRow, ShiftRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def of_host(session: Session, host: UUID) -> Sequence[tuple[AlongRow, ShiftRow, str]]:
    """Give the shifts that a host joins, by date, each with the name of the host whom they go along with."""
    other = aliased(HostRow)
    rows = session.execute(
        select(AlongRow, ShiftRow, other.name)
        .join(ShiftRow, ShiftRow.id == AlongRow.shift_id)
        .outerjoin(other, other.id == AlongRow.with_id)
        .where(AlongRow.host_id == host)
        .order_by(ShiftRow.on_date, ShiftRow.starts)
    )
    return [(row, shift, name or "") for row, shift, name in rows]


def along_with(session: Session, shift: UUID, host: UUID) -> Sequence[AlongRow]:
    """Give who would join a shift along with a host."""
    return session.scalars(select(AlongRow).where(AlongRow.shift_id == shift, AlongRow.with_id == host)).all()


def host_row(session: Session, host: UUID) -> HostRow | None:
    """Give the row of a host."""
    return session.get(HostRow, host)
