"""The table of drafts: what somebody was typing when the desk was locked, crashed or lost its power."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.storage.tables.base import Base


class DraftRow(Base):
    """What stands in a field and is not kept yet; no record of the room, so the journal does not hold it."""

    __tablename__ = "draft"
    __table_args__ = (CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),)

    field: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    at: Mapped[datetime]
