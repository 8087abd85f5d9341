"""The tables of the door: wrong tries at the desk, and who came in with a key."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column
from uuid_utils.compat import uuid7

from buurtkamer_app.storage.tables.base import Base, Row, reference


class WrongTryRow(Base):
    """A wrong PIN or key; no record of the room, so the journal does not hold it, and gone after an hour."""

    __tablename__ = "wrong_try"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    at: Mapped[datetime]


class KeyEntryRow(Row):
    """A moment at which somebody sat down as coordinator with a key of the room; `host_id` when that is a host."""

    __tablename__ = "key_entry"

    host_id: Mapped[UUID | None] = reference("host.id", required=False)
    at: Mapped[datetime]
