"""The tables of a market event: its parts, who carries it, how people came together, its plan and its day."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive, PlanThing, SessionKind
from buurtkamer_app.storage.tables.base import Row, reference


class MarketEventRow(Row):
    """A market: a day, a place, what it is about; the network moment and the reflection are texts of their own.

    `route_cm` is how wide its emergency route must be, None: as is usual.
    """

    __tablename__ = "market_event"
    __table_args__ = (
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("wide_cm BETWEEN 100 AND 50000 AND high_cm BETWEEN 100 AND 50000", name="plan"),
        CheckConstraint("route_cm IS NULL OR route_cm BETWEEN 200 AND 2000", name="route"),
    )

    name: Mapped[str]
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    place: Mapped[str]
    about: Mapped[str]
    network_at: Mapped[time | None]
    network: Mapped[str]
    visitors: Mapped[int | None]
    reflection: Mapped[str]
    cancelled: Mapped[str]
    wide_cm: Mapped[int]
    high_cm: Mapped[int]
    route_cm: Mapped[int | None]


class MarketGoalRow(Row):
    """What a market is to bring about here, and what came of it (empty: not said yet)."""

    __tablename__ = "market_goal"
    __table_args__ = (CheckConstraint("length(goal) BETWEEN 1 AND 500", name="goal"),)

    event_id: Mapped[UUID] = reference("market_event.id")
    position: Mapped[int]
    goal: Mapped[str]
    outcome: Mapped[str]


class MarketRoleRow(Row):
    """Who carries a part of a market; without a name it is vacant."""

    __tablename__ = "market_role"

    event_id: Mapped[UUID] = reference("market_event.id")
    role: Mapped[EventRole]
    name: Mapped[str]
    host_id: Mapped[UUID | None] = reference("host.id", required=False)
    contact: Mapped[str]


class MarketElementRow(Row):
    """A stall, a children's activity, a workshop or a performance; a stall has no times when it is there all day."""

    __tablename__ = "market_element"
    __table_args__ = (
        UniqueConstraint("event_id", "number"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts < ends)", name="order"),
    )

    event_id: Mapped[UUID] = reference("market_event.id")
    number: Mapped[int]
    kind: Mapped[ElementKind]
    name: Mapped[str]
    owner: Mapped[str]
    contact: Mapped[str]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    place: Mapped[str]
    motive: Mapped[Motive]
    needs: Mapped[str]


class MarketSessionRow(Row):
    """A joint start, meeting or working session of a market."""

    __tablename__ = "market_session"
    __table_args__ = (CheckConstraint("starts < ends", name="order"),)

    event_id: Mapped[UUID] = reference("market_event.id")
    kind: Mapped[SessionKind]
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    about: Mapped[str]


class MarketPresenceRow(Row):
    """Somebody who was at a session; with a host's key their hours count for the team."""

    __tablename__ = "market_presence"

    session_id: Mapped[UUID] = reference("market_session.id")
    name: Mapped[str]
    host_id: Mapped[UUID | None] = reference("host.id", required=False)


class MarketActionRow(Row):
    """What somebody will do for a market, and until when."""

    __tablename__ = "market_action"
    __table_args__ = (CheckConstraint("length(what) BETWEEN 1 AND 500", name="what"),)

    event_id: Mapped[UUID] = reference("market_event.id")
    session_id: Mapped[UUID | None] = reference("market_session.id", required=False)
    what: Mapped[str]
    who: Mapped[str]
    by_date: Mapped[date | None]
    done_on: Mapped[date | None]


class TalentRow(Row):
    """What somebody likes and is good at, and the part of the market that it was matched to."""

    __tablename__ = "talent"

    event_id: Mapped[UUID] = reference("market_event.id")
    name: Mapped[str]
    contact: Mapped[str]
    likes: Mapped[str]
    good_at: Mapped[str]
    element_id: Mapped[UUID | None] = reference("market_element.id", required=False)


class PermitStepRow(Row):
    """What must be asked for before a market, so many weeks before its day."""

    __tablename__ = "permit_step"
    __table_args__ = (CheckConstraint("weeks_before BETWEEN 0 AND 104", name="weeks"),)

    event_id: Mapped[UUID] = reference("market_event.id")
    what: Mapped[str]
    weeks_before: Mapped[int]
    asked_on: Mapped[date | None]
    done_on: Mapped[date | None]
    answer: Mapped[str]


class PlanThingRow(Row):
    """What stands on the floor plan: its middle, size and turn (clockwise), in centimetres and degrees."""

    __tablename__ = "plan_thing"
    __table_args__ = (
        CheckConstraint("wide_cm BETWEEN 10 AND 50000 AND high_cm BETWEEN 10 AND 50000", name="size"),
        CheckConstraint("turned BETWEEN 0 AND 359", name="turned"),
    )

    event_id: Mapped[UUID] = reference("market_event.id")
    kind: Mapped[PlanThing]
    label: Mapped[str]
    x_cm: Mapped[int]
    y_cm: Mapped[int]
    wide_cm: Mapped[int]
    high_cm: Mapped[int]
    turned: Mapped[int]
    element_id: Mapped[UUID | None] = reference("market_element.id", required=False)


class RunStepRow(Row):
    """A line of the run sheet of the day; `done_at` once somebody ticked it."""

    __tablename__ = "run_step"

    event_id: Mapped[UUID] = reference("market_event.id")
    at: Mapped[time]
    what: Mapped[str]
    who: Mapped[str]
    place: Mapped[str]
    done_at: Mapped[datetime | None]


class TestimonialRow(Row):
    """What somebody said of a market afterwards; with a name only with their yes (`consent_by`: who gave it)."""

    __tablename__ = "testimonial"
    __table_args__ = (
        CheckConstraint("length(text) BETWEEN 1 AND 4000", name="text"),
        CheckConstraint("(consent_at IS NOT NULL) OR (name = '' AND consent_by = '')", name="consent"),
    )

    event_id: Mapped[UUID] = reference("market_event.id")
    text: Mapped[str]
    name: Mapped[str]
    consent_by: Mapped[str]
    consent_at: Mapped[datetime | None]


class NewTieRow(Row):
    """A tie that a market made, between residents, professionals and initiatives; no names of residents."""

    __tablename__ = "new_tie"

    event_id: Mapped[UUID] = reference("market_event.id")
    between: Mapped[str]
    and_with: Mapped[str]
    about: Mapped[str]
