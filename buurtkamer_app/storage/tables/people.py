"""The tables of people: residents known by name, hosts, partners."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import DayPart, Experience, Willing
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
    """A volunteer host or the coordinator; `role` as in base/roles.py.

    `week_group` is the group of a rotating rota that they belong to, 0 for none; `left_on` the day on which they
    stopped: from then on they stand in no list. `leaves_on` is their last day, when that was said beforehand.
    """

    __tablename__ = "host"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("name"),
        CheckConstraint("role IN (1, 2)", name="role"),
        CheckConstraint("max_shifts_per_week BETWEEN 0 AND 21", name="shifts"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("week_group BETWEEN 0 AND 9", name="week_group"),
    )

    number: Mapped[int]
    name: Mapped[str]
    birth_year: Mapped[int | None]
    phone: Mapped[str]
    team_member: Mapped[bool]
    experience: Mapped[Experience]
    max_shifts_per_week: Mapped[int]
    role: Mapped[int]
    week_group: Mapped[int]
    lives_near: Mapped[bool]
    phone_on_list: Mapped[bool]
    left_on: Mapped[date | None]
    leaves_on: Mapped[date | None]


class HostCardRow(Row):
    """What belongs to becoming and being a host: dates only, no papers; a birthday only of who wants it known.

    `wants_allowance` says whether they take an expense allowance. Of the VOG it is only kept when it was seen and by
    when there must be a new one.
    """

    __tablename__ = "host_card"
    __table_args__ = (
        UniqueConstraint("host_id"),
        CheckConstraint(
            "(birth_day IS NULL AND birth_month IS NULL)"
            " OR (birth_day BETWEEN 1 AND 31 AND birth_month BETWEEN 1 AND 12)",
            name="birthday",
        ),
    )

    host_id: Mapped[UUID] = reference("host.id", index=False)
    birth_day: Mapped[int | None]
    birth_month: Mapped[int | None]
    first_talk_on: Mapped[date | None]
    agreed_on: Mapped[date | None]
    vog_seen_on: Mapped[date | None]
    vog_renew_on: Mapped[date | None]
    wants_allowance: Mapped[bool]


class AvailabilityRow(Row):
    """A weekday and part of the day on which a host can work, and how gladly."""

    __tablename__ = "availability"
    __table_args__ = (
        UniqueConstraint("host_id", "weekday", "part"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    weekday: Mapped[int]
    part: Mapped[DayPart]
    willing: Mapped[Willing]


class OtherTimesRow(Row):
    """Days on which it is otherwise than usual for a host: away, or there extra; without a part the whole days."""

    __tablename__ = "other_times"
    __table_args__ = (CheckConstraint("first <= last", name="order"),)

    host_id: Mapped[UUID] = reference("host.id")
    first: Mapped[date]
    last: Mapped[date]
    part: Mapped[DayPart | None]
    extra: Mapped[bool]


class CertificateRow(Row):
    """A certificate of a host (first aid, social hygiene), and until when it holds."""

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("host_id", "name"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )

    host_id: Mapped[UUID] = reference("host.id")
    name: Mapped[str]
    got_on: Mapped[date]
    until: Mapped[date | None]


class HouseKeyRow(Row):
    """A key of the house that a host has, or had until it came back."""

    __tablename__ = "house_key"
    __table_args__ = (
        CheckConstraint("length(number) BETWEEN 1 AND 200", name="number"),
        CheckConstraint("back_on IS NULL OR back_on >= out_on", name="order"),
    )

    number: Mapped[str]
    host_id: Mapped[UUID] = reference("host.id")
    out_on: Mapped[date]
    back_on: Mapped[date | None]


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

    # Undoing somebody new takes their PIN along: a PIN is never part of an undo step itself.
    host_id: Mapped[UUID] = mapped_column(
        ForeignKey("host.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"), index=True
    )
    hash: Mapped[str]
    wrong_tries: Mapped[int]
    wrong_at: Mapped[datetime | None]
