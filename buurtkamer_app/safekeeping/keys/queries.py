"""All SQL of the keys of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.safekeeping.keys.records import Holder, Renewal
from buurtkamer_app.storage.tables.keys import KeyHolderRow, KeyRenewalRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session


def holder_row(session: Session, slot: UUID) -> KeyHolderRow | None:
    """Give the row of a slot."""
    return session.scalars(select(KeyHolderRow).where(KeyHolderRow.slot == slot)).first()


def holders(session: Session) -> dict[UUID, Holder]:
    """Give who holds a key that was not taken away, by slot; a host's name is the host's own."""
    rows = session.execute(
        select(KeyHolderRow, HostRow.name)
        .outerjoin(HostRow, HostRow.id == KeyHolderRow.host_id)
        .where(KeyHolderRow.gone_at.is_(None))
    )
    return {row.slot: Holder(row.slot, row.held_as, row.made_on, name or row.name, row.host_id) for row, name in rows}


def last_gone(session: Session) -> datetime | None:
    """Give the last moment at which a key was taken away."""
    return session.scalar(select(func.max(KeyHolderRow.gone_at)))


def last_renewal(session: Session) -> Renewal | None:
    """Give the last time that the data got another key."""
    row = session.scalars(select(KeyRenewalRow).order_by(KeyRenewalRow.at.desc()).limit(1)).first()
    return None if row is None else Renewal(row.at, row.why)
