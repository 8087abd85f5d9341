"""The tables of activities; one date of a series is named by the series and the date, no row is needed for it."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import GoesOn, LeadKind, Theme
from buurtkamer_app.storage.tables.base import Row, reference


class SeriesRow(Row):
    """A series of activities, or one that happens once (`rrule` empty).

    `last_date` is the last on which it can be (None: it does not end), `continues_id` the series that this one goes on
    from after a change "from here on". `uid` is set for what came from another calendar; `sequence` grows with each
    change of what is planned, as iCalendar asks. Prices in cents.
    """

    __tablename__ = "series"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("price_cents >= 0", name="price"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity"),
        CheckConstraint("minimum IS NULL OR minimum > 0", name="minimum"),
        CheckConstraint("reduced_cents IS NULL OR reduced_cents >= 0", name="reduced"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        Index(None, "first_date", "last_date"),
    )

    number: Mapped[int]
    name: Mapped[str]
    about: Mapped[str]
    rrule: Mapped[str]
    first_date: Mapped[date]
    last_date: Mapped[date | None]
    starts: Mapped[time]
    ends: Mapped[time]
    price_cents: Mapped[int]
    reduced_cents: Mapped[int | None]
    capacity: Mapped[int | None]
    minimum: Mapped[int | None]
    bring: Mapped[str]
    meal: Mapped[bool]
    theme: Mapped[Theme]
    pictogram: Mapped[str] = mapped_column(default="")
    space_id: Mapped[UUID] = reference("space.id")
    lead_kind: Mapped[LeadKind]
    lead_host_id: Mapped[UUID | None] = reference("host.id", required=False)
    lead_name: Mapped[str]
    lead_on_paper: Mapped[bool]
    self_run: Mapped[bool]
    sign_up: Mapped[bool]
    continues_id: Mapped[UUID | None] = reference("series.id", required=False)
    uid: Mapped[str]
    sequence: Mapped[int]


class ChangedDateRow(Row):
    """One date of a series that is otherwise than its rule says; `rule_date` None: a date beside the rule.

    Who signed up, was counted or ticked is on record under `on_date`, the day on which it is.
    """

    __tablename__ = "changed_date"
    __table_args__ = (
        UniqueConstraint("series_id", "rule_date"),
        UniqueConstraint("series_id", "on_date"),
        CheckConstraint("starts < ends", name="order"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    rule_date: Mapped[date | None] = mapped_column(index=True)
    on_date: Mapped[date] = mapped_column(index=True)
    starts: Mapped[time]
    ends: Mapped[time]
    space_id: Mapped[UUID] = reference("space.id", index=False)
    lead_kind: Mapped[LeadKind]
    lead_host_id: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    lead_name: Mapped[str]
    lead_on_paper: Mapped[bool]


class SignUpRow(Row):
    """A party that signed up for one date; who cancelled stays on record until the names go.

    `reduced` is that they pay the lower price: only who takes the money sees it.
    """

    __tablename__ = "sign_up"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 1 AND 999", name="persons"),
        Index(None, "series_id", "on_date"),
        # A line of a paper sheet is keyed back once.
        UniqueConstraint("sheet_id", "sheet_line"),
        CheckConstraint("(sheet_id IS NULL) = (sheet_line IS NULL)", name="line"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date]
    at: Mapped[datetime]
    name: Mapped[str]
    phone: Mapped[str]
    persons: Mapped[int]
    waiting: Mapped[bool]
    cancelled: Mapped[bool] = mapped_column(default=False)
    paid: Mapped[bool]
    reduced: Mapped[bool]
    sheet_id: Mapped[UUID | None] = reference("numbered_sheet.id", required=False, index=False)
    sheet_line: Mapped[int | None]


class MealChoiceRow(Row):
    """A choice that the room offers at its meals."""

    __tablename__ = "meal_choice"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"))

    position: Mapped[int]
    name: Mapped[str]
    offered: Mapped[bool]


class MealOrderRow(Row):
    """How many of a party take a choice; it goes the day after the meal. Source: the rules for privacy, point 2."""

    __tablename__ = "meal_order"
    __table_args__ = (
        UniqueConstraint("sign_up_id", "choice_id"),
        CheckConstraint("persons BETWEEN 1 AND 999", name="persons"),
    )

    # Undoing a sign-up takes along what was chosen with it, whoever chose that when.
    sign_up_id: Mapped[UUID] = mapped_column(
        ForeignKey("sign_up.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    )
    choice_id: Mapped[UUID] = reference("meal_choice.id", index=False)
    persons: Mapped[int]


class HeadcountRow(Row):
    """How many took part on one date of a series."""

    __tablename__ = "headcount"
    __table_args__ = (
        UniqueConstraint("series_id", "on_date"),
        CheckConstraint("persons BETWEEN 0 AND 9999", name="persons"),
    )

    series_id: Mapped[UUID] = reference("series.id")
    on_date: Mapped[date] = mapped_column(index=True)
    persons: Mapped[int]


class CancelledRow(Row):
    """That one date of a series does not go on, and why."""

    __tablename__ = "cancelled_date"
    __table_args__ = (UniqueConstraint("series_id", "on_date"),)

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    reason: Mapped[str]


class ParticipationRow(Row):
    """Who took part on one date of a series: a party that signed up, or somebody who was just there."""

    __tablename__ = "participation"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 1 AND 999", name="persons"),
        Index(None, "series_id", "on_date"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date]
    # Who was there stays so when signing up is undone: the tick is a figure of nobody, and never stands in the way.
    sign_up_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("sign_up.id", ondelete="SET NULL", deferrable=True, initially="DEFERRED"), index=True
    )
    name: Mapped[str]
    persons: Mapped[int]


class ReflectionRow(Row):
    """A short look back at one date of an activity."""

    __tablename__ = "reflection"
    __table_args__ = (
        UniqueConstraint("series_id", "on_date"),
        CheckConstraint("length(went_well) <= 10000 AND length(who_came) <= 10000", name="text"),
    )

    series_id: Mapped[UUID] = reference("series.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]
    written_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    went_well: Mapped[str]
    who_came: Mapped[str]
    goes_on: Mapped[GoesOn]
    by_residents: Mapped[bool | None]


class BookingRow(Row):
    """A space in use by a partner or group, once (`rrule` empty) or as a series; minutes before and after are theirs.

    `arrangement` is a note on the key and the contribution; no money is kept of it.
    """

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("starts < ends", name="order"),
        CheckConstraint("set_up_minutes >= 0 AND clear_minutes >= 0", name="minutes"),
        CheckConstraint("persons IS NULL OR persons > 0", name="persons"),
        CheckConstraint("length(who) BETWEEN 1 AND 200", name="who"),
        Index(None, "first_date", "last_date"),
    )

    who: Mapped[str]
    phone: Mapped[str]
    space_id: Mapped[UUID] = reference("space.id")
    rrule: Mapped[str]
    first_date: Mapped[date]
    last_date: Mapped[date | None]
    starts: Mapped[time]
    ends: Mapped[time]
    set_up_minutes: Mapped[int]
    clear_minutes: Mapped[int]
    persons: Mapped[int | None]
    open_to_visitors: Mapped[bool]
    on_wall: Mapped[bool]
    arrangement: Mapped[str]


class BookingOffRow(Row):
    """That a booking is not on one of its dates, and why."""

    __tablename__ = "booking_off"
    __table_args__ = (UniqueConstraint("booking_id", "on_date"),)

    booking_id: Mapped[UUID] = reference("booking.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    reason: Mapped[str]


class BookingHeadcountRow(Row):
    """How many came on one date of a booking; counted apart from the room's own activities."""

    __tablename__ = "booking_headcount"
    __table_args__ = (
        UniqueConstraint("booking_id", "on_date"),
        CheckConstraint("persons BETWEEN 0 AND 9999", name="persons"),
    )

    booking_id: Mapped[UUID] = reference("booking.id", index=False)
    on_date: Mapped[date] = mapped_column(index=True)
    persons: Mapped[int]
