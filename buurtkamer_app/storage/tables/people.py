"""The tables of people: residents known by name, hosts, partners."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.storage.tables.base import Row, reference


class VisitorRow(Row):
    """A resident known by name; `terms` are the plain letters under which the name is found.

    `hint` tells two of the same name apart; a name that may not be remembered goes after seven days.
    """

    __tablename__ = "visitor"
    __table_args__ = (
        UniqueConstraint("name", "hint"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("length(hint) <= 200", name="hint"),
    )

    name: Mapped[str]
    hint: Mapped[str]
    terms: Mapped[str]
    first_seen_on: Mapped[date]
    may_remember: Mapped[bool]


class HostRow(Row):
    """A volunteer host or the coordinator; `role` as in base/roles.py."""

    __tablename__ = "host"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("name"),
        CheckConstraint("role IN (1, 2)", name="role"),
        CheckConstraint("max_shifts_per_week BETWEEN 0 AND 21", name="shifts"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )

    number: Mapped[int]
    name: Mapped[str]
    birth_year: Mapped[int | None]
    phone: Mapped[str]
    team_member: Mapped[bool]
    experience: Mapped[Experience]
    max_shifts_per_week: Mapped[int]
    role: Mapped[int]


class AvailabilityRow(Row):
    """A weekday and part of the day on which a host can work, or would rather not."""

    __tablename__ = "availability"
    __table_args__ = (
        UniqueConstraint("host_id", "weekday", "part", "rather_not"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    weekday: Mapped[int]
    part: Mapped[DayPart]
    rather_not: Mapped[bool]


class SkillRow(Row):
    """Something a host can lead or teach, in words."""

    __tablename__ = "skill"
    __table_args__ = (UniqueConstraint("host_id", "words"),)

    host_id: Mapped[UUID] = reference("host.id")
    words: Mapped[str]


class PartnerRow(Row):
    """An organisation that thinks along, and its professional."""

    __tablename__ = "partner"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str]
    kind: Mapped[str]
    professional: Mapped[str]
    professional_role: Mapped[str]


class PinRow(Row):
    """The PIN of a host (an Argon2id hash) and how often it was wrong since it was right."""

    __tablename__ = "pin"
    __table_args__ = (UniqueConstraint("host_id"), CheckConstraint("wrong_tries >= 0", name="tries"))

    host_id: Mapped[UUID] = reference("host.id")
    hash: Mapped[str]
    wrong_tries: Mapped[int]
    wrong_at: Mapped[datetime | None]
