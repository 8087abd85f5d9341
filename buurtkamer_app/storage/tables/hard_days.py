"""The tables of the hard days: how far somebody is with one, and which papers went home."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms_hard import HardDay
from buurtkamer_app.storage.tables.base import Row, reference


class HardDayRow(Row):
    """A hard day; `ended_at` once it is over. `year` is of a turn of the year.

    Of a handing over: `host_id` is who takes over, `from_id` who goes (none: every other coordinator).

    Of a moving: `device` is the computer that it began on, `check` the number that the new one shows, and the figures
    are what was in the backup that went along, made at `packed_at`.
    """

    __tablename__ = "hard_day"
    __table_args__ = (
        CheckConstraint("visits >= 0 AND wishes >= 0 AND hosts >= 0", name="figures"),
        Index(None, "kind", "begun_at"),
    )

    kind: Mapped[HardDay]
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    year: Mapped[int | None]
    host_id: Mapped[UUID | None] = reference("host.id", required=False)
    from_id: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    device: Mapped[str]
    check: Mapped[str]
    packed_at: Mapped[datetime | None]
    visits: Mapped[int]
    wishes: Mapped[int]
    hosts: Mapped[int]
    last_visit: Mapped[date | None]


class HardStepRow(Row):
    """A step of a hard day that somebody did, where no figure of the room tells it."""

    __tablename__ = "hard_step"
    __table_args__ = (UniqueConstraint("hard_day_id", "step"), CheckConstraint("length(step) <= 40", name="step"))

    hard_day_id: Mapped[UUID] = reference("hard_day.id")
    step: Mapped[str]
    at: Mapped[datetime]


class TakenHomeRow(Row):
    """Papers that the coordinator took home in an encrypted file: its name, and of which days they tell."""

    __tablename__ = "taken_home"
    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 255", name="name"), Index(None, "at"))

    at: Mapped[datetime]
    first: Mapped[date]
    last: Mapped[date]
    name: Mapped[str]
    made_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
