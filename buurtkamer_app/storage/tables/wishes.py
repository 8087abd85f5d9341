"""The tables of wishes."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import DayPart, Ending, Prefers, TellReason, Theme, ToldHow, WishStatus
from buurtkamer_app.storage.tables.base import Row, reference


class WishRow(Row):
    """A wish; `supporters` are the persons it came with, later ones are rows of their own.

    `moved_at` is when it came to the column that it is in, of one that a room file brought the day it was written down.
    `head_id` is the wish that it is grouped under, `back_on` when a parked one comes back, `done_when_told` says that
    only telling its people stands between it and done.
    """

    __tablename__ = "wish"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("supporters >= 0", name="supporters"),
        CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),
        CheckConstraint("contact = '' OR contact_consent_at IS NOT NULL", name="consent"),
        CheckConstraint("head_id IS NULL OR head_id <> id", name="head"),
        Index(None, "status", "moved_at"),
    )

    number: Mapped[int]
    text: Mapped[str]
    theme: Mapped[Theme]
    status: Mapped[WishStatus]
    moved_at: Mapped[datetime]
    supporters: Mapped[int]
    recorded_on: Mapped[date] = mapped_column(index=True)
    carried_in: Mapped[bool]
    asked_by: Mapped[str]
    prefers: Mapped[Prefers]
    parked_reason: Mapped[str]
    back_on: Mapped[date | None] = mapped_column(index=True)
    own_part: Mapped[str]
    contact: Mapped[str]
    contact_consent_at: Mapped[datetime | None]
    head_id: Mapped[UUID | None] = reference("wish.id", required=False)
    done_when_told: Mapped[bool]
    series_id: Mapped[UUID | None] = reference("series.id", required=False)


class WishSupportRow(Row):
    """One more resident who wants it; a name and how to reach them only when they want to hear of it."""

    __tablename__ = "wish_support"
    __table_args__ = (CheckConstraint("contact = '' OR contact_consent_at IS NOT NULL", name="consent"),)

    wish_id: Mapped[UUID] = reference("wish.id")
    on_date: Mapped[date] = mapped_column(index=True)
    name: Mapped[str]
    contact: Mapped[str]
    contact_consent_at: Mapped[datetime | None]


class WishMoveRow(Row):
    """That a wish came to another column: when, by whom (None: by itself), and why when it was parked."""

    __tablename__ = "wish_move"

    wish_id: Mapped[UUID] = reference("wish.id")
    at: Mapped[datetime]
    status: Mapped[WishStatus]
    reason: Mapped[str]
    moved_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)


class WishEndingRow(Row):
    """What a wish comes to: `whom` it was handed on or reported to (or who helps), their `number` and answer.

    `ask_again_on` is when to ask how it stands (None: nothing is waited for), `closed_on` when it came to its end.
    """

    __tablename__ = "wish_ending"
    __table_args__ = (UniqueConstraint("wish_id"),)

    wish_id: Mapped[UUID] = reference("wish.id", index=False)
    kind: Mapped[Ending]
    begun_on: Mapped[date]
    series_id: Mapped[UUID | None] = reference("series.id", required=False, index=False)
    partner_id: Mapped[UUID | None] = reference("partner.id", required=False, index=False)
    whom: Mapped[str]
    number: Mapped[str]
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    ask_again_on: Mapped[date | None] = mapped_column(index=True)
    closed_on: Mapped[date | None]


class WishMatchRow(Row):
    """The steps of bringing two residents together: both say yes, a first meeting in the room, how it goes after."""

    __tablename__ = "wish_match"
    __table_args__ = (UniqueConstraint("ending_id"),)

    ending_id: Mapped[UUID] = reference("wish_ending.id", index=False)
    helper_phone: Mapped[str]
    asker_yes_at: Mapped[datetime | None]
    helper_yes_at: Mapped[datetime | None]
    meets_on: Mapped[date | None]
    meets_at: Mapped[time | None]
    home_visits: Mapped[bool]
    asked_on: Mapped[date | None]
    how_it_goes: Mapped[str]


class HomeHelperRow(Row):
    """Somebody whom the coordinator named for visits at home."""

    __tablename__ = "home_helper"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"))

    name: Mapped[str]
    named_on: Mapped[date]
    named_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)


class TellingRow(Row):
    """Somebody to be told something: of a wish, or of a date of an activity or shift that was cancelled or moved.

    Without a name it is for `persons` of whom no name is on record. `told_at` None: still to be told. With a closure it
    is because of that one, and needs not be told any more when the room is open after all.
    """

    __tablename__ = "telling"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 1 AND 9999", name="persons"),
        Index(None, "told_at", "made_at"),
    )

    reason: Mapped[TellReason]
    wish_id: Mapped[UUID | None] = reference("wish.id", required=False)
    series_id: Mapped[UUID | None] = reference("series.id", required=False)
    on_date: Mapped[date | None]
    moved_to: Mapped[date | None]
    part: Mapped[DayPart | None]
    name: Mapped[str]
    contact: Mapped[str]
    persons: Mapped[int]
    made_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    told_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    how: Mapped[ToldHow | None]
    closure_id: Mapped[UUID | None] = reference("closure.id", required=False)


class AdviceRequestRow(Row):
    """A question for the professional, with the consent of the one whose wish it is.

    `withdrawn_at` is when nobody wanted an answer to it any more; then `anew_id` is the question that took its place
    (None: it was only taken back).
    """

    __tablename__ = "advice_request"
    __table_args__ = (CheckConstraint("length(question) BETWEEN 1 AND 10000", name="question"),)

    wish_id: Mapped[UUID] = reference("wish.id")
    at: Mapped[datetime]
    question: Mapped[str]
    consent_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    anew_id: Mapped[UUID | None] = reference("advice_request.id", required=False, index=False)
