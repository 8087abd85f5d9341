"""The tables of counting: visits, help asked, numbered paper sheets, regulars who asked to be missed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import AgeBand, HelpTopic, MissedResult, Purpose
from buurtkamer_app.storage.tables.base import Base, Row, reference

_KNOWN = sql("visitor_id IS NOT NULL")
_ON_PAPER = sql("sheet IS NOT NULL")


class VisitRow(Row):
    """People who came in: one known by name, or a number without names; `hour` is the room's wall clock.

    `named` stays true when the name goes; a known visitor is in once a day; an hour of a paper sheet counts once.
    `later` was entered afterwards (from paper, or a correction), `locked` on a desk that nobody had signed in to.
    """

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("persons BETWEEN 0 AND 999", name="persons"),
        CheckConstraint("children BETWEEN 0 AND persons", name="children"),
        CheckConstraint("first_time BETWEEN 0 AND persons", name="first_time"),
        CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
        CheckConstraint("NOT named OR persons = 1", name="one_name"),
        CheckConstraint("visitor_id IS NULL OR named", name="known"),
        Index(
            "uq_visit_known_once_a_day",
            "on_date",
            "visitor_id",
            unique=True,
            sqlite_where=_KNOWN,
        ),
        Index("ix_visit_visitor_date", "visitor_id", "on_date", sqlite_where=_KNOWN),
        Index("uq_visit_sheet_hour", "sheet", "hour", unique=True, sqlite_where=_ON_PAPER),
    )

    on_date: Mapped[date] = mapped_column(index=True)
    hour: Mapped[int]
    at: Mapped[datetime]
    purpose: Mapped[Purpose]
    persons: Mapped[int]
    children: Mapped[int]
    first_time: Mapped[int]
    named: Mapped[bool]
    visitor_id: Mapped[UUID | None] = reference("visitor.id", required=False, index=False)
    series_id: Mapped[UUID | None] = reference("series.id", required=False)
    sheet: Mapped[str | None]
    later: Mapped[bool]
    locked: Mapped[bool]
    age_band: Mapped[AgeBand | None]
    left_at: Mapped[datetime | None]


class VisitWeekRow(Base):
    """The visits of an ISO week and purpose in sums of persons; triggers keep it as `visit` is, whatever writes there.

    A report over ten years reads this, not 600,000 visits.
    """

    __tablename__ = "visit_week"

    monday: Mapped[date] = mapped_column(primary_key=True)
    purpose: Mapped[Purpose] = mapped_column(primary_key=True)
    persons: Mapped[int]
    named: Mapped[int]
    children: Mapped[int]
    first_time: Mapped[int]


class HelpRow(Row):
    """Help that somebody who was in already asked for; a figure of its own, never a visit."""

    __tablename__ = "help_asked"
    __table_args__ = (CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),)

    on_date: Mapped[date] = mapped_column(index=True)
    hour: Mapped[int]
    at: Mapped[datetime]
    topic: Mapped[HelpTopic | None]
    locked: Mapped[bool]


class SheetRow(Row):
    """A number given to a paper sheet (`2026-0007`); `for_date` is known at the latest when it is keyed back.

    With a series it is the sign-up sheet of that date: `lines` to write on, `taken` of its first places were given
    before it was printed. Without one it is a tally sheet: `hours` are those that it was printed with (`10 11 12`),
    empty when only its number was given.
    """

    __tablename__ = "numbered_sheet"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("series_id IS NULL OR for_date IS NOT NULL", name="date"),
        CheckConstraint("lines BETWEEN 0 AND 999 AND taken BETWEEN 0 AND 9999", name="lines"),
    )

    number: Mapped[str]
    given_at: Mapped[datetime]
    for_date: Mapped[date | None]
    series_id: Mapped[UUID | None] = reference("series.id", required=False)
    lines: Mapped[int] = mapped_column(default=0)
    taken: Mapped[int] = mapped_column(default=0)
    hours: Mapped[str] = mapped_column(default="")


class CallIfMissedRow(Row):
    """The consent of a regular to be called when they stay away; without it nothing about that is computed.

    `consent_text` is the sentence that they agreed to, as it was said.
    """

    __tablename__ = "call_if_missed"
    __table_args__ = (UniqueConstraint("visitor_id"),)

    visitor_id: Mapped[UUID] = reference("visitor.id", index=False)
    phone: Mapped[str]
    also_call: Mapped[str]
    consent_at: Mapped[datetime]
    consent_to: Mapped[UUID | None] = reference("host.id", required=False)
    consent_text: Mapped[str]
    away_until: Mapped[date | None]


class MissedContactRow(Row):
    """What came of asking after a regular who stayed away."""

    __tablename__ = "missed_contact"

    visitor_id: Mapped[UUID] = reference("visitor.id")
    on_date: Mapped[date]
    at: Mapped[datetime]
    result: Mapped[MissedResult]
    written_by: Mapped[UUID | None] = reference("host.id", required=False)
