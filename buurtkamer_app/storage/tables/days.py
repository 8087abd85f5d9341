"""The tables of a day at the desk: opening and closing, cash, handover, whom to call back, what was lent, the pack."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.storage.tables.base import Row, reference


class DayRow(Row):
    """A day of the desk; `closed_afterwards` when only the next opening closed it, `round_done` one point a line."""

    __tablename__ = "day"
    __table_args__ = (
        UniqueConstraint("on_date"),
        CheckConstraint("length(report) <= 10000", name="report"),
        # Which days are not closed yet, and which were closed last, is asked all day.
        Index(None, "closed_at", "on_date"),
    )

    on_date: Mapped[date]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    opened_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    closed_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
    closed_afterwards: Mapped[bool]
    round_done: Mapped[str]
    key_with: Mapped[str]
    signed_first: Mapped[str]
    signed_second: Mapped[str]
    report: Mapped[str]


class CashRow(Row):
    """The cash box of a day, in cents; `counted` is what was in it at the end (None: not counted)."""

    __tablename__ = "cash"
    __table_args__ = (
        UniqueConstraint("on_date"),
        CheckConstraint("opened_with >= 0 AND received >= 0 AND spent >= 0", name="cents"),
        CheckConstraint("counted IS NULL OR counted >= 0", name="counted"),
    )

    on_date: Mapped[date]
    opened_with: Mapped[int]
    received: Mapped[int]
    spent: Mapped[int]
    counted: Mapped[int | None]
    what_for: Mapped[str]
    note: Mapped[str]


class HandoverNoteRow(Row):
    """A note for the next shift, or for one host (`for_host`): then it stays until they saw it."""

    __tablename__ = "handover_note"
    __table_args__ = (CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),)

    on_date: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]
    text: Mapped[str]
    written_by: Mapped[UUID | None] = reference("host.id", required=False)
    for_host: Mapped[UUID | None] = reference("host.id", required=False)


class HandoverSeenRow(Row):
    """That a host saw a note."""

    __tablename__ = "handover_seen"
    __table_args__ = (UniqueConstraint("note_id", "host_id"),)

    note_id: Mapped[UUID] = reference("handover_note.id", index=False)
    host_id: Mapped[UUID] = reference("host.id")
    at: Mapped[datetime]


class CallBackRow(Row):
    """Somebody to call back; `done_at` when that was done."""

    __tablename__ = "call_back"
    __table_args__ = (CheckConstraint("length(who) BETWEEN 1 AND 200", name="who"),)

    on_date: Mapped[date]
    at: Mapped[datetime]
    who: Mapped[str]
    phone: Mapped[str]
    about: Mapped[str]
    done_at: Mapped[datetime | None] = mapped_column(index=True)


class LoanRow(Row):
    """Something that was lent to somebody; `back_on` when it came back."""

    __tablename__ = "loan"
    __table_args__ = (CheckConstraint("length(what) BETWEEN 1 AND 200", name="what"),)

    what: Mapped[str]
    who: Mapped[str]
    lent_on: Mapped[date]
    due_on: Mapped[date | None]
    back_on: Mapped[date | None] = mapped_column(index=True)


class PackRow(Row):
    """A power-cut pack that was printed; `digest` (SHA-256) tells whether what it holds changed since."""

    __tablename__ = "power_cut_pack"

    printed_at: Mapped[datetime] = mapped_column(index=True)
    for_date: Mapped[date]
    digest: Mapped[str]
