"""The table of the backups that were made: where, when, how large, and when one was last tried out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.storage.tables.base import Row


class BackupMadeRow(Row):
    """A backup that was read back and found whole before it took its name; `tried_at` is when its copy was opened."""

    __tablename__ = "backup_made"
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 255 AND size > 0", name="file"),
        UniqueConstraint("place", "name", "at"),
        Index(None, "at"),
        Index(None, "tried_at"),
    )

    place: Mapped[BackupPlace]
    name: Mapped[str]
    at: Mapped[datetime]
    size: Mapped[int] = mapped_column(BigInteger)
    tried_at: Mapped[datetime | None]
