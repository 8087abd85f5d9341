"""The tables of the team: hours besides shifts, allowance, training, meetings, effects, what was agreed and reached."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind, HoursKind, Theme
from buurtkamer_app.base.terms_around import EffectOn
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


class EffectRow(Row):
    """What a batch of at least five unnamed slips said of one effect: so many said less, the same, more."""

    __tablename__ = "effect"
    __table_args__ = (
        UniqueConstraint("on_date", "effect_on"),
        CheckConstraint("less >= 0 AND same >= 0 AND more >= 0 AND less + same + more >= 5", name="five"),
    )

    on_date: Mapped[date]
    effect_on: Mapped[EffectOn]
    less: Mapped[int]
    same: Mapped[int]
    more: Mapped[int]


class AgreementRow(Row):
    """What was agreed with a financier: what, how many of which unit, by when."""

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint("many > 0", name="many"),)

    financier: Mapped[str]
    what: Mapped[str]
    unit: Mapped[str]
    many: Mapped[int]
    first: Mapped[date]
    by_date: Mapped[date]
    counts: Mapped[str]


class ResultRow(Row):
    """A visible result with a unit (40 bags, 12 planters)."""

    __tablename__ = "result"
    __table_args__ = (CheckConstraint("many > 0", name="many"),)

    on_date: Mapped[date]
    what: Mapped[str]
    unit: Mapped[str]
    many: Mapped[int]
    theme: Mapped[Theme]
    agreement_id: Mapped[UUID | None] = reference("agreement.id", required=False)


class ProfessionalHoursRow(Row):
    """Hours that a professional gave in a month (its first day), in minutes."""

    __tablename__ = "professional_hours"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes"),)

    month: Mapped[date]
    organisation: Mapped[str]
    minutes: Mapped[int]
    what: Mapped[str]


class TeamMeetingRow(Row):
    """A meeting of the team: agenda, times; who was there have their hours."""

    __tablename__ = "team_meeting"
    __table_args__ = (CheckConstraint("starts < ends", name="order"),)

    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    agenda: Mapped[str]


class TeamPresenceRow(Row):
    """Who was at a meeting of the team."""

    __tablename__ = "team_presence"
    __table_args__ = (UniqueConstraint("meeting_id", "host_id"),)

    meeting_id: Mapped[UUID] = reference("team_meeting.id", index=False)
    host_id: Mapped[UUID] = reference("host.id")


class TeamActionRow(Row):
    """What was agreed at a meeting: who does it, until when."""

    __tablename__ = "team_action"

    meeting_id: Mapped[UUID] = reference("team_meeting.id")
    what: Mapped[str]
    who: Mapped[str]
    by_date: Mapped[date | None]
    done_on: Mapped[date | None]
