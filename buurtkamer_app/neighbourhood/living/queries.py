"""What SQL finds of how people here live together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.people.queries import skills
from buurtkamer_app.storage.tables.neighbourhood import GroupRow, TieRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

__all__ = ["group_names", "skills", "tie_between"]


def group_names(session: Session) -> dict[UUID, str]:
    """Give the names of all groups, by key."""
    rows = session.execute(select(GroupRow.id, GroupRow.name))
    return {row.id: row.name for row in rows}


def tie_between(session: Session, one: UUID, other: UUID) -> UUID | None:
    """Give the key of the tie of two groups, None when they have none."""
    return session.scalars(select(TieRow.id).where(TieRow.one_id == one, TieRow.other_id == other)).first()
