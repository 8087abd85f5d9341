"""The table of what was erased, without saying whose it was."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.storage.tables.base import Row


class TombstoneRow(Row):
    """A row of which something was erased: its table and key, which columns (empty: all of it), and the day."""

    __tablename__ = "tombstone"
    __table_args__ = (UniqueConstraint("kind", "row_id", "columns"),)

    kind: Mapped[str]
    row_id: Mapped[UUID]
    columns: Mapped[str]
    erased_on: Mapped[date]
