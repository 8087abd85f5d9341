"""The tables of what leaves the building: the room's signing key and every log that was made."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.storage.tables.base import Row, reference


class SigningKeyRow(Row):
    """The Ed25519 key (32 bytes, private) with which this room signs; it never leaves the encrypted store."""

    __tablename__ = "signing_key"
    __table_args__ = (UniqueConstraint("single"),)

    single: Mapped[bool]
    private: Mapped[bytes]


class ExportRow(Row):
    """A log that was made for a professional: its period and its check code."""

    __tablename__ = "export"
    __table_args__ = (CheckConstraint("first <= last", name="order"),)

    at: Mapped[datetime]
    first: Mapped[date]
    last: Mapped[date]
    check_code: Mapped[str]
    made_by: Mapped[UUID | None] = reference("host.id", required=False)
