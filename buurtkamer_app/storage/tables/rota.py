"""The tables of the rota: shifts, their places, sign-ons and calls for cover."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart
from buurtkamer_app.storage.tables.base import Row, reference


class ShiftRow(Row):
    """A shift on a date, made when somebody is put on it; an `extra` one stands without a pattern, for an event."""

    __tablename__ = "shift"
    __table_args__ = (
        UniqueConstraint("on_date", "part", "task"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("hosts > 0 AND experienced BETWEEN 0 AND hosts", name="places"),
    )

    on_date: Mapped[date]
    part: Mapped[DayPart]
    starts: Mapped[time]
    ends: Mapped[time]
    hosts: Mapped[int]
    experienced: Mapped[int]
    task: Mapped[str]
    extra: Mapped[bool]
    asks_vog: Mapped[bool]
    asks: Mapped[str]


class PlaceRow(Row):
    """A host on a shift; a substitute holds a place of their own that names the one it replaces.

    `filled` when the program put them there: such a place may be filled anew, one that a person set stays.
    """

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("replaces_id"),)

    shift_id: Mapped[UUID] = reference("shift.id")
    host_id: Mapped[UUID] = reference("host.id")
    replaces_id: Mapped[UUID | None] = reference("place.id", required=False, index=False)
    filled: Mapped[bool]


class FixedShiftRow(Row):
    """An agreement such as "every Monday morning": from a first day on, each or each so manyth week."""

    __tablename__ = "fixed_shift"
    __table_args__ = (
        UniqueConstraint("host_id", "weekday", "part", "task"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("every BETWEEN 1 AND 8", name="every"),
        CheckConstraint("last_on IS NULL OR first_on <= last_on", name="order"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    weekday: Mapped[int]
    part: Mapped[DayPart]
    task: Mapped[str]
    every: Mapped[int]
    first_on: Mapped[date]
    last_on: Mapped[date | None]


class AlongRow(Row):
    """Somebody new who joins a shift as an extra, along with a host when one is named; it takes no place."""

    __tablename__ = "along"
    __table_args__ = (UniqueConstraint("shift_id", "host_id"),)

    shift_id: Mapped[UUID] = reference("shift.id")
    host_id: Mapped[UUID] = reference("host.id")
    with_id: Mapped[UUID | None] = reference("host.id", required=False, index=False)


class OfferRow(Row):
    """A host who takes a shift if nobody else does."""

    __tablename__ = "cover_offer"
    __table_args__ = (UniqueConstraint("shift_id", "host_id"),)

    shift_id: Mapped[UUID] = reference("shift.id")
    host_id: Mapped[UUID] = reference("host.id")
    at: Mapped[datetime]


class WeekGroupsRow(Row):
    """That groups of hosts take turns by the week: how many groups, and a Monday of the first one's week."""

    __tablename__ = "week_groups"
    __table_args__ = (UniqueConstraint("single"), CheckConstraint("groups BETWEEN 2 AND 9", name="groups"))

    single: Mapped[bool]
    groups: Mapped[int]
    first_monday: Mapped[date]


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
