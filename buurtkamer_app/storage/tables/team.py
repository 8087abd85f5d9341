"""The tables of the team: hours besides shifts, the expense allowance, training and support."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind, HoursKind
from buurtkamer_app.storage.tables.base import Row, reference


class ContributedRow(Row):
    """Hours that a host gave besides shifts and activities: a meeting, a training, anything else."""

    __tablename__ = "contributed"
    __table_args__ = (
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("length(what) <= 200", name="what"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    kind: Mapped[HoursKind]
    what: Mapped[str]


class AllowanceRateRow(Row):
    """What the expense allowance of a country and year comes to, in cents, and where that stands.

    A cap that is empty does not exist in that country; `confirmed_on` is when the coordinator checked the amounts.
    """

    __tablename__ = "allowance_rate"
    __table_args__ = (
        UniqueConstraint("country", "year"),
        CheckConstraint("cents > 0 AND year_cents > 0", name="amounts"),
    )

    country: Mapped[str]
    year: Mapped[int]
    by: Mapped[AllowanceBy]
    cents: Mapped[int]
    cents_under_21: Mapped[int | None]
    month_cents: Mapped[int | None]
    year_cents: Mapped[int]
    source: Mapped[str]
    confirmed_on: Mapped[date | None]


class AllowanceRow(Row):
    """An expense allowance of a host for a month (its first day), or travel that is paid back; in cents.

    `amount` is minutes when it goes by the hour, days when by the day, 0 for travel. It is never called wages.
    `above_cap` marks what the coordinator wrote down after the warning that it passes a cap.
    """

    __tablename__ = "allowance"
    __table_args__ = (
        CheckConstraint("cents > 0 AND amount >= 0", name="amounts"),
        CheckConstraint("length(note) <= 200", name="note"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    month: Mapped[date]
    on_date: Mapped[date]
    kind: Mapped[AllowanceKind]
    amount: Mapped[int]
    cents: Mapped[int]
    note: Mapped[str]
    above_cap: Mapped[bool]
    paid_on: Mapped[date | None]


class TrainingTopicRow(Row):
    """Something that hosts learn, and after how many months again (empty: once)."""

    __tablename__ = "training_topic"
    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("every_months IS NULL OR every_months > 0", name="every"),
    )

    name: Mapped[str]
    every_months: Mapped[int | None]
    for_all: Mapped[bool]


class TrainingRow(Row):
    """That a host was trained in a topic on a date."""

    __tablename__ = "training"
    __table_args__ = (UniqueConstraint("host_id", "topic_id", "on_date"),)

    host_id: Mapped[UUID] = reference("host.id")
    topic_id: Mapped[UUID] = reference("training_topic.id")
    on_date: Mapped[date]


class SupportRow(Row):
    """A talk with a host about how it goes: when, and when the next one is; what was said is not kept."""

    __tablename__ = "support"

    host_id: Mapped[UUID] = reference("host.id")
    on_date: Mapped[date]
    next_on: Mapped[date | None]
    agreed: Mapped[str]
