"""The tables of the desk: visits, days, cash, concerns."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.storage.tables.base import Row, reference

_KNOWN = sql("visitor_id IS NOT NULL")
_ON_PAPER = sql("sheet IS NOT NULL")


class VisitRow(Row):
    """People who came in: one known by name, or a number without names; `hour` is the room's wall clock.

    `named` stays true when the name goes; a known visitor is in once a day; an hour of a paper sheet counts once.
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
            postgresql_where=_KNOWN,
        ),
        Index("uq_visit_sheet_hour", "sheet", "hour", unique=True, sqlite_where=_ON_PAPER, postgresql_where=_ON_PAPER),
    )

    on_date: Mapped[date] = mapped_column(index=True)
    hour: Mapped[int]
    at: Mapped[datetime]
    purpose: Mapped[Purpose]
    persons: Mapped[int]
    children: Mapped[int]
    first_time: Mapped[int]
    named: Mapped[bool]
    visitor_id: Mapped[UUID | None] = reference("visitor.id", required=False)
    series_id: Mapped[UUID | None] = reference("series.id", required=False)
    sheet: Mapped[str | None]


class DayRow(Row):
    """A day of the desk: when it was opened and closed."""

    __tablename__ = "day"
    __table_args__ = (UniqueConstraint("on_date"),)

    on_date: Mapped[date]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class CashRow(Row):
    """The cash box of a day, counted on closing, in cents."""

    __tablename__ = "cash"
    __table_args__ = (
        UniqueConstraint("on_date"),
        CheckConstraint("opened_with >= 0 AND received >= 0 AND spent >= 0", name="cents"),
    )

    on_date: Mapped[date]
    opened_with: Mapped[int]
    received: Mapped[int]
    spent: Mapped[int]


class ConcernRow(Row):
    """A concern, for the coordinator's eyes."""

    __tablename__ = "concern"
    __table_args__ = (CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),)

    on_date: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]
    text: Mapped[str]
    written_by: Mapped[UUID | None] = reference("host.id", required=False)
