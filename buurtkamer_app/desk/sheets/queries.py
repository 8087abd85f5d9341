"""All SQL of paper sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from buurtkamer_app.desk.sheets.records import EnteredHour
from buurtkamer_app.storage.tables.desk import SheetRow, VisitRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def sheet(session: Session, number: str) -> SheetRow | None:
    """Give the row of a number that was given."""
    return session.scalars(select(SheetRow).where(SheetRow.number == number)).first()


def numbers(session: Session, year: int) -> list[str]:
    """Give the numbers of a year."""
    return list(session.scalars(select(SheetRow.number).where(SheetRow.number.startswith(f"{year}-"))))


def counted_on(session: Session, number: str) -> date | None:
    """Give the day on which the hours of a sheet were counted; None while none was entered."""
    return session.scalars(select(func.min(VisitRow.on_date)).where(VisitRow.sheet == number)).first()


def entered(session: Session, number: str) -> tuple[EnteredHour, ...]:
    """Give the hours of a sheet that were entered; when and by whom is what the journal says of how each came."""
    change = JournalChangeRow
    made = and_(change.kind == VisitRow.__tablename__, change.row_id == VisitRow.id, change.action == "insert")
    rows = session.execute(
        select(VisitRow, JournalUnitRow.at, HostRow.name)
        .outerjoin(change, made)
        .outerjoin(JournalUnitRow, JournalUnitRow.id == change.unit_id)
        .outerjoin(HostRow, HostRow.id == JournalUnitRow.host_id)
        .where(VisitRow.sheet == number)
        .order_by(VisitRow.hour, JournalUnitRow.at)
    )
    found = {
        row.hour: EnteredHour(row.hour, row.persons, row.children, row.first_time, at, by or "") for row, at, by in rows
    }
    return tuple(found.values())


def hours_known(session: Session, number: str) -> set[int]:
    """Give the hours of a sheet that were entered before."""
    return set(session.scalars(select(VisitRow.hour).where(VisitRow.sheet == number)))
