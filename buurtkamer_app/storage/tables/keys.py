"""The tables of who holds which key of the data: the vault knows its slots by number only, names stand in here."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms_keys import HeldAs, WhyRenewed
from buurtkamer_app.storage.tables.base import Row, reference


class KeyHolderRow(Row):
    """Who holds the key of one slot of the vault: a host, or somebody by `name`; `gone_at` once it opens no more."""

    __tablename__ = "key_holder"
    __table_args__ = (
        UniqueConstraint("slot"),
        CheckConstraint("length(name) <= 200", name="name"),
        CheckConstraint("host_id IS NULL OR name = ''", name="one_name"),
    )

    slot: Mapped[UUID]
    host_id: Mapped[UUID | None] = reference("host.id", required=False)
    name: Mapped[str]
    held_as: Mapped[HeldAs]
    made_on: Mapped[date]
    gone_at: Mapped[datetime | None]


class KeyRenewalRow(Row):
    """A moment at which the data got another key, and why: backups from before it open with the old keys."""

    __tablename__ = "key_renewal"

    at: Mapped[datetime]
    why: Mapped[WhyRenewed]
