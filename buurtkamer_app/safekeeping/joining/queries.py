"""All SQL of the cards of who is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.people import PinRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session


def with_pin(session: Session) -> frozenset[UUID]:
    """Give who has a PIN."""
    return frozenset(session.scalars(select(PinRow.host_id)))
