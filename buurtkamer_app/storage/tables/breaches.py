"""The tables of the privacy papers: what went wrong with data, and the lines that a room fills in on its papers."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.storage.tables.base import Row


class BreachRow(Row):
    """A data leak: what happened, when it was noticed (by the room's clock), what was done; open until it is closed."""

    __tablename__ = "breach"
    __table_args__ = (CheckConstraint("people >= 0", name="people"),)

    noticed_on: Mapped[date] = mapped_column(index=True)
    noticed_at: Mapped[time]
    happened: Mapped[str]
    what_data: Mapped[str]
    whose: Mapped[str]
    people: Mapped[int | None]
    encrypted: Mapped[bool]
    reach: Mapped[Reach]
    hurts: Mapped[bool]
    consequence: Mapped[str]
    measures: Mapped[str]
    reported_on: Mapped[date | None]
    told_on: Mapped[date | None]
    done_by: Mapped[str]
    closed_on: Mapped[date | None] = mapped_column(index=True)


class PrivacyLinesRow(Row):
    """What a room fills in on its privacy papers: one row, none while nobody did."""

    __tablename__ = "privacy_lines"
    __table_args__ = (UniqueConstraint("single"),)

    single: Mapped[bool]
    responsible: Mapped[str]
    contact: Mapped[str]
    officer: Mapped[str]
    processors: Mapped[str]
