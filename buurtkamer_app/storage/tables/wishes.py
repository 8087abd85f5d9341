"""The tables of wishes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import Prefers, Theme, WishStatus
from buurtkamer_app.storage.tables.base import Row, reference


class WishRow(Row):
    """A wish; `supporters` are the persons it came with, later ones are rows of their own."""

    __tablename__ = "wish"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("supporters >= 0", name="supporters"),
        CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),
    )

    number: Mapped[int]
    text: Mapped[str]
    theme: Mapped[Theme]
    status: Mapped[WishStatus]
    supporters: Mapped[int]
    recorded_on: Mapped[date] = mapped_column(index=True)
    carried_in: Mapped[bool]
    asked_by: Mapped[str]
    prefers: Mapped[Prefers]
    parked_reason: Mapped[str]
    series_id: Mapped[UUID | None] = reference("series.id", required=False)


class WishSupportRow(Row):
    """One more resident who wants it."""

    __tablename__ = "wish_support"

    wish_id: Mapped[UUID] = reference("wish.id")
    on_date: Mapped[date] = mapped_column(index=True)


class AdviceRequestRow(Row):
    """A question for the professional, with the consent of the one whose wish it is."""

    __tablename__ = "advice_request"
    __table_args__ = (CheckConstraint("length(question) BETWEEN 1 AND 10000", name="question"),)

    wish_id: Mapped[UUID] = reference("wish.id")
    at: Mapped[datetime]
    question: Mapped[str]
    consent_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
