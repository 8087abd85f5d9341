"""The tables of the journal: who did what to which records, with what was there before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column
from uuid_utils.compat import uuid7

from buurtkamer_app.storage.tables.base import Base, reference

_UNDOES = sql("undoes_id IS NOT NULL")
_HELD = sql("label_values IS NOT NULL")
_BEFORE = sql("before IS NOT NULL")


class JournalUnitRow(Base):
    """One unit of work; `needs` is the role it asked for, `counts` whether it changed a figure."""

    __tablename__ = "journal_unit"
    __table_args__ = (
        CheckConstraint("needs BETWEEN 0 AND 2 AND role BETWEEN 0 AND 2", name="roles"),
        # With the key in it, the first unit of a day is found without looking at any row.
        Index(None, "at", "id"),
        # Only what undoes: most units do not, and looking for those must not begin here.
        Index("ix_journal_unit_undoes_id", "undoes_id", sqlite_where=_UNDOES),
        # Only what still holds values: blanking is done at each start, and must not look at the years before.
        Index("ix_journal_unit_held", "at", sqlite_where=_HELD),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    at: Mapped[datetime]
    host_id: Mapped[UUID | None]
    role: Mapped[int]
    needs: Mapped[int]
    label: Mapped[str]
    label_values: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    counts: Mapped[bool]
    undoable: Mapped[bool]
    undoes_id: Mapped[UUID | None] = reference("journal_unit.id", required=False, index=False)


class JournalChangeRow(Base):
    """One record that a unit of work touched; `before` is what the changed fields held, until it is blanked."""

    __tablename__ = "journal_change"
    __table_args__ = (
        CheckConstraint("action IN ('insert', 'update', 'delete')", name="action"),
        Index(None, "kind", "row_id"),
        # Only what still holds values: two days of them.
        Index("ix_journal_change_held", "unit_id", sqlite_where=_BEFORE),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    unit_id: Mapped[UUID] = reference("journal_unit.id")
    position: Mapped[int]
    kind: Mapped[str]
    row_id: Mapped[UUID]
    action: Mapped[str]
    version_before: Mapped[int]
    version_after: Mapped[int]
    fields: Mapped[Any] = mapped_column(JSON, nullable=False)
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
