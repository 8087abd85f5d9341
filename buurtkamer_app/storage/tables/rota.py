"""The tables of the rota: shifts, their places, sign-ons and calls for cover."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart
from buurtkamer_app.storage.tables.base import Row, reference


class ShiftRow(Row):
    """A shift on a date, made when somebody is put on it."""

    __tablename__ = "shift"
    __table_args__ = (
        UniqueConstraint("on_date", "part"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("hosts > 0 AND experienced BETWEEN 0 AND hosts", name="places"),
    )

    on_date: Mapped[date]
    part: Mapped[DayPart]
    starts: Mapped[time]
    ends: Mapped[time]
    hosts: Mapped[int]
    experienced: Mapped[int]


class PlaceRow(Row):
    """A host on a shift; a substitute holds a place of their own that names the one it replaces."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("replaces_id"),)

    shift_id: Mapped[UUID] = reference("shift.id")
    host_id: Mapped[UUID] = reference("host.id")
    replaces_id: Mapped[UUID | None] = reference("place.id", required=False, index=False)


class AbsenceRow(Row):
    """That a host who holds a place did not come, and why."""

    __tablename__ = "absence"
    __table_args__ = (UniqueConstraint("place_id"),)

    place_id: Mapped[UUID] = reference("place.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    reason: Mapped[AbsenceReason]


class SignOnRow(Row):
    """A host who signed on and, later, off; for a place of a shift when there is one."""

    __tablename__ = "sign_on"
    __table_args__ = (CheckConstraint("off_at IS NULL OR off_at >= on_at", name="order"),)

    host_id: Mapped[UUID] = reference("host.id")
    on_date: Mapped[date] = mapped_column(index=True)
    on_at: Mapped[datetime]
    off_at: Mapped[datetime | None]
    place_id: Mapped[UUID | None] = reference("place.id", required=False)


class CoverCallRow(Row):
    """A phone call to find somebody for a shift."""

    __tablename__ = "cover_call"

    shift_id: Mapped[UUID] = reference("shift.id")
    host_id: Mapped[UUID] = reference("host.id")
    at: Mapped[datetime]
    result: Mapped[CallResult]
