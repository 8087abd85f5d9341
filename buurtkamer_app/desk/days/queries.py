"""All SQL of the days at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.storage.tables.days import CashRow, DayRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def day(session: Session, on: date) -> DayRow | None:
    """Give the row of a day."""
    return session.scalars(select(DayRow).where(DayRow.on_date == on)).first()


def cash_row(session: Session, on: date) -> CashRow | None:
    """Give the cash count of a day."""
    return session.scalars(select(CashRow).where(CashRow.on_date == on)).first()


def cash(session: Session, first: date, last: date) -> dict[date, Cash]:
    """Give the cash counts of a period."""
    rows = session.scalars(select(CashRow).where(CashRow.on_date.between(first, last)).order_by(CashRow.on_date))
    return {row.on_date: Cash(row.opened_with, row.received, row.spent) for row in rows}
