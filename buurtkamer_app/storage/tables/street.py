"""The tables of street activities: streets, what is planned there, looking back, and who goes on by themselves."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms_around import LedBy, TargetGroup
from buurtkamer_app.storage.tables.base import Row, reference


class StreetRow(Row):
    """A street; its four notes stay in the room, in no log or report."""

    __tablename__ = "street"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"))

    name: Mapped[str]
    willingness: Mapped[str]
    energy: Mapped[str]
    not_reached: Mapped[str]
    stakeholders: Mapped[str]


class StreetPhaseRow(Row):
    """Since when the gatherings of a street are led by whom."""

    __tablename__ = "street_phase"
    __table_args__ = (UniqueConstraint("street_id", "since"),)

    street_id: Mapped[UUID] = reference("street.id", index=False)
    led_by: Mapped[LedBy]
    since: Mapped[date]
    why: Mapped[str]


class StreetActivityRow(Row):
    """A gathering in a street: the ten fields of its plan, then what came of it.

    `professionals` is how many of them were there; `professionals_until` is when those went while residents finished by
    themselves; `residents_until` when it ended.
    """

    __tablename__ = "street_activity"
    __table_args__ = (
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("headcount IS NULL OR headcount BETWEEN 0 AND 9999", name="headcount"),
        CheckConstraint("professionals BETWEEN 0 AND 99", name="professionals"),
    )

    street_id: Mapped[UUID] = reference("street.id")
    name: Mapped[str]
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    place: Mapped[str]
    led_by: Mapped[LedBy]
    partners: Mapped[str]
    volunteers: Mapped[str]
    talk_cart: Mapped[bool]
    to_bring: Mapped[str]
    by_rain: Mapped[str]
    headcount: Mapped[int | None]
    professionals: Mapped[int]
    professionals_until: Mapped[time | None]
    residents_until: Mapped[time | None]
    cancelled: Mapped[str]


class StreetGroupRow(Row):
    """A target group of an activity: planned for, or reached."""

    __tablename__ = "street_group"
    __table_args__ = (UniqueConstraint("activity_id", "target", "reached"),)

    activity_id: Mapped[UUID] = reference("street_activity.id", index=False)
    target: Mapped[TargetGroup]
    reached: Mapped[bool]


class StreetPresenceRow(Row):
    """A host or member of the team who helped at a street activity: those hours count."""

    __tablename__ = "street_presence"
    __table_args__ = (UniqueConstraint("activity_id", "host_id"),)

    activity_id: Mapped[UUID] = reference("street_activity.id", index=False)
    host_id: Mapped[UUID] = reference("host.id")


class StreetReflectionRow(Row):
    """A look back at a street activity, half done or finished; scores out of ten."""

    __tablename__ = "street_reflection"
    __table_args__ = (
        UniqueConstraint("activity_id"),
        CheckConstraint("recommend IS NULL OR recommend BETWEEN 0 AND 10", name="recommend"),
        CheckConstraint("impact IS NULL OR impact BETWEEN 0 AND 10", name="impact"),
    )

    activity_id: Mapped[UUID] = reference("street_activity.id", index=False)
    about: Mapped[str]
    partners: Mapped[str]
    where_active: Mapped[str]
    contact: Mapped[str]
    period: Mapped[str]
    with_volunteers: Mapped[bool | None]
    strong: Mapped[str]
    barriers: Mapped[str]
    differently: Mapped[str]
    remains: Mapped[str]
    anecdote: Mapped[str]
    recommend: Mapped[int | None]
    impact: Mapped[int | None]
    finished_at: Mapped[datetime | None]


class StreetSdgRow(Row):
    """A sustainable development goal (1 to 17) that a street activity worked on."""

    __tablename__ = "street_sdg"
    __table_args__ = (
        UniqueConstraint("activity_id", "goal"),
        CheckConstraint("goal BETWEEN 1 AND 17", name="goal"),
    )

    activity_id: Mapped[UUID] = reference("street_activity.id", index=False)
    goal: Mapped[int]


class StreetReturnRow(Row):
    """By when one goes back to a street after an activity, or why not; without a row after the usual weeks."""

    __tablename__ = "street_return"
    __table_args__ = (UniqueConstraint("activity_id"),)

    activity_id: Mapped[UUID] = reference("street_activity.id", index=False)
    due_on: Mapped[date]
    reason: Mapped[str]


class BringsHomeRow(Row):
    """Who brings whom home after an activity; these names go after 30 days."""

    __tablename__ = "brings_home"

    activity_id: Mapped[UUID] = reference("street_activity.id")
    who: Mapped[str]
    whom: Mapped[str]
    done: Mapped[bool]


class GoesBackRow(Row):
    """What was borrowed for an activity and to whom it goes back."""

    __tablename__ = "goes_back"

    activity_id: Mapped[UUID] = reference("street_activity.id")
    what: Mapped[str]
    whose: Mapped[str]
    done: Mapped[bool]
