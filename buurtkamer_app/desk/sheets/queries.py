"""All SQL of paper sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from buurtkamer_app.desk.sheets.records import EnteredHour, EnteredLine
from buurtkamer_app.storage.tables.activities import SignUpRow
from buurtkamer_app.storage.tables.desk import SheetRow, VisitRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

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


def entered_lines(session: Session, sheet: UUID) -> tuple[EnteredLine, ...]:
    """Give the lines of a sign-up sheet that were keyed back, in their order, with who did it as far as is known."""
    change = JournalChangeRow
    made = and_(change.kind == SignUpRow.__tablename__, change.row_id == SignUpRow.id, change.action == "insert")
    rows = session.execute(
        select(SignUpRow, HostRow.name)
        .outerjoin(change, made)
        .outerjoin(JournalUnitRow, JournalUnitRow.id == change.unit_id)
        .outerjoin(HostRow, HostRow.id == JournalUnitRow.host_id)
        .where(SignUpRow.sheet_id == sheet)
        .order_by(SignUpRow.sheet_line, JournalUnitRow.at)
    )
    found = {
        row.sheet_line: EnteredLine(
            row.sheet_line, row.name, row.persons, row.phone, row.waiting, row.cancelled, by or ""
        )
        for row, by in rows
        if row.sheet_line is not None
    }
    return tuple(found.values())


def party(session: Session, key: UUID) -> SignUpRow:
    """Give the row of a party that signed up."""
    return session.get_one(SignUpRow, key)
