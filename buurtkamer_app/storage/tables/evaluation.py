"""The table of what one thing is worth: the coordinator's own unit values, each with its source and year."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.storage.tables.base import Row


class UnitValueRow(Row):
    """What one of something saves or brings, from low to high in cents, for whom; `counts` names the figure."""

    __tablename__ = "unit_value"
    __table_args__ = (
        CheckConstraint("low_cents >= 0 AND low_cents <= high_cents", name="range"),
        CheckConstraint("length(source) BETWEEN 1 AND 300", name="source"),
        CheckConstraint("year BETWEEN 1990 AND 2199", name="year"),
    )

    name: Mapped[str]
    counts: Mapped[str]
    bearer: Mapped[Bearer]
    field: Mapped[str]
    low_cents: Mapped[int]
    high_cents: Mapped[int]
    source: Mapped[str]
    year: Mapped[int]


class SpentRow(Row):
    """Euros that went in: what for, in which year, by whom."""

    __tablename__ = "spent"
    __table_args__ = (CheckConstraint("cents > 0", name="cents"),)

    year: Mapped[int]
    bearer: Mapped[Bearer]
    what: Mapped[str]
    cents: Mapped[int]
