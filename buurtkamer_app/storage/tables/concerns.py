"""The tables of concerns and incidents, for the coordinator's eyes."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.storage.tables.base import Row, reference


class ConcernRow(Row):
    """A concern: what was seen, who weighs it, when it is looked at again; `weighed` is what the recipient decided.

    Without a text it was kept long enough: that it was written stays, as a figure.
    """

    __tablename__ = "concern"
    __table_args__ = (CheckConstraint("length(text) <= 10000", name="text"),)

    on_date: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]
    text: Mapped[str]
    written_by: Mapped[UUID | None] = reference("host.id", required=False)
    recipient: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    urgent: Mapped[bool]
    review_on: Mapped[date | None]
    seen_at: Mapped[datetime | None]
    weighed: Mapped[str]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)


class ConcernReadingRow(Row):
    """That somebody read a concern, or read or printed an incident."""

    __tablename__ = "concern_reading"
    __table_args__ = (CheckConstraint("(concern_id IS NULL) <> (incident_id IS NULL)", name="one"),)

    concern_id: Mapped[UUID | None] = reference("concern.id", required=False)
    incident_id: Mapped[UUID | None] = reference("incident.id", required=False, index=False)
    host_id: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    at: Mapped[datetime]


class IncidentRow(Row):
    """An incident: facts, when, who was called, who saw it; without facts it was kept long enough."""

    __tablename__ = "incident"
    __table_args__ = (CheckConstraint("length(facts) <= 10000", name="facts"),)

    on_date: Mapped[date] = mapped_column(index=True)
    happened_at: Mapped[time]
    at: Mapped[datetime]
    kind: Mapped[IncidentKind]
    facts: Mapped[str]
    called: Mapped[str]
    witness: Mapped[str]
    written_by: Mapped[UUID | None] = reference("host.id", required=False)
