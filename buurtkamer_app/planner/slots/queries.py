"""What SQL finds for who looks for a moment; the wishes and skills themselves are read where they are at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.people.queries import skills
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes.moving import group_of
from buurtkamer_app.wishes.queries import wishes

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.wishes.records import Wish

__all__ = ["group", "skills", "unplanned"]

# Planned ones are open as long as they have no activity yet.
_OPEN: Final = (WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PLANNED)


def group(session: Session, wish: UUID) -> list[Wish]:
    """Give a wish with those that are grouped with it; raises `RefusedError` when it is gone."""
    return wishes(session, None, WishRow.id.in_([row.id for row in group_of(session, wish)]))


def unplanned(session: Session) -> list[Wish]:
    """Give the wishes that are open and became no activity yet, each of a group too, by number."""
    return wishes(session, None, WishRow.status.in_(_OPEN) & WishRow.series_id.is_(None))
