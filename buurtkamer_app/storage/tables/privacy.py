"""The tables of how long things are kept, and of who agreed that their name is."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.storage.tables.base import Base, Row, reference


class RetentionRuleRow(Row):
    """How long one kind of thing is kept here, when that is otherwise than usual; in days or months, as its rule is."""

    __tablename__ = "retention_rule"
    __table_args__ = (UniqueConstraint("kind"), CheckConstraint("amount BETWEEN 0 AND 999", name="amount"))

    kind: Mapped[str]
    amount: Mapped[int]


class RetentionRunRow(Base):
    """When things that were kept long enough were last let go, and how many of a kind; no record of the room.

    `sure_on` is the day by which it was reckoned (None: the clock may have been wrong, so nothing went).
    """

    __tablename__ = "retention_run"

    kind: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    sure_on: Mapped[date | None]
    gone: Mapped[int]


class KeptSinceRow(Base):
    """Since when a record without a day of its own is as it is: nobody changed it since; no record of the room."""

    __tablename__ = "kept_since"

    kind: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    row_version: Mapped[int]
    since: Mapped[date]


class ConsentRow(Row):
    """A yes: whose (a visitor, until the name goes), to what, in which words, who wrote it down, when it was withdrawn.

    Of who is under 16 it is a parent's yes, and `parent` their name.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("under_16 OR parent = ''", name="parent"),
        CheckConstraint("length(text) <= 10000", name="text"),
        Index(None, "withdrawn_at"),
    )

    purpose: Mapped[ConsentFor]
    visitor_id: Mapped[UUID | None] = reference("visitor.id", required=False)
    text: Mapped[str]
    given_at: Mapped[datetime]
    taken_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    under_16: Mapped[bool]
    parent: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
