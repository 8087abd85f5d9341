"""The tables of activities; one date of a series is named by the series and the date, no row is needed for it."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.storage.tables.base import Row, reference


class SeriesRow(Row):
    """A series of activities, or one that happens once (`rrule` empty)."""

    __tablename__ = "series"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("price_cents >= 0", name="price"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )

    number: Mapped[int]
    name: Mapped[str]
    about: Mapped[str]
    rrule: Mapped[str]
    first_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    price_cents: Mapped[int]
    capacity: Mapped[int | None]
    theme: Mapped[Theme]
    space_id: Mapped[UUID] = reference("space.id")
    lead_kind: Mapped[LeadKind]
    lead_host_id: Mapped[UUID | None] = reference("host.id", required=False)
    lead_name: Mapped[str]
    lead_on_paper: Mapped[bool]
    self_run: Mapped[bool]
    sign_up: Mapped[bool]


class SignUpRow(Row):
    """A party that signed up for one date; who cancelled stays on record until the names go."""

    __tablename__ = "sign_up"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 1 AND 999", name="persons"),
        Index(None, "series_id", "on_date"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date]
    at: Mapped[datetime]
    name: Mapped[str]
    persons: Mapped[int]
    waiting: Mapped[bool]
    cancelled: Mapped[bool] = mapped_column(default=False)


class HeadcountRow(Row):
    """How many took part on one date of a series."""

    __tablename__ = "headcount"
    __table_args__ = (
        UniqueConstraint("series_id", "on_date"),
        CheckConstraint("persons BETWEEN 0 AND 9999", name="persons"),
    )

    series_id: Mapped[UUID] = reference("series.id")
    on_date: Mapped[date] = mapped_column(index=True)
    persons: Mapped[int]


class CancelledRow(Row):
    """That one date of a series does not go on, and why."""

    __tablename__ = "cancelled_date"
    __table_args__ = (UniqueConstraint("series_id", "on_date"),)

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    reason: Mapped[str]


class ParticipationRow(Row):
    """Who took part on one date of a series: a party that signed up, or somebody who was just there."""

    __tablename__ = "participation"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 1 AND 999", name="persons"),
        Index(None, "series_id", "on_date"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date]
    # Who was there stays so when signing up is undone: the tick is a figure of nobody, and never stands in the way.
    sign_up_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("sign_up.id", ondelete="SET NULL", deferrable=True, initially="DEFERRED"), index=True
    )
    name: Mapped[str]
    persons: Mapped[int]
