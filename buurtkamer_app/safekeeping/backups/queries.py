"""All SQL of backups: which were made, when something changed last, what a room holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from buurtkamer_app.safekeeping.backups.records import BackupMade, Contents
from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.backups import BackupMadeRow
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.desk import VisitRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import RoomRow
from buurtkamer_app.storage.tables.wishes import WishRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def made(row: BackupMadeRow) -> BackupMade:
    """Give a row of a backup as a record."""
    return BackupMade(row.id, row.place, row.name, row.at, row.size, row.tried_at)


def newest(session: Session, *where: Any, by: Any = BackupMadeRow.at) -> BackupMadeRow | None:
    """Give the row of the newest backup of which something holds."""
    rows = select(BackupMadeRow).where(*where)
    return session.scalars(rows.order_by(by.desc(), BackupMadeRow.id.desc()).limit(1)).first()


def first_at(session: Session) -> datetime | None:
    """Give when the first backup was made."""
    return session.scalars(select(BackupMadeRow.at).order_by(BackupMadeRow.at).limit(1)).first()


def of_name(session: Session, name: str) -> list[BackupMadeRow]:
    """Give the rows of the newest backups of one name: in the folder, and on the stick."""
    rows = session.scalars(select(BackupMadeRow).where(BackupMadeRow.name == name).order_by(BackupMadeRow.at)).all()
    return [row for row in rows if row.at == rows[-1].at]


def older(session: Session, count: int) -> list[BackupMadeRow]:
    """Give the rows beyond the newest `count`: their files went long ago."""
    return list(session.scalars(select(BackupMadeRow).order_by(BackupMadeRow.at.desc()).offset(count)).all())


def changed_at(session: Session, but_for: tuple[str, ...]) -> datetime | None:
    """Give when something was done last, other than what bears one of these labels."""
    units = select(JournalUnitRow.at).where(JournalUnitRow.label.not_in(but_for))
    return session.scalars(units.order_by(JournalUnitRow.at.desc()).limit(1)).first()


def closed_at(session: Session) -> datetime | None:
    """Give when a day was closed last."""
    return session.scalars(select(func.max(DayRow.closed_at))).one()


def contents(session: Session) -> Contents:
    """Give what a room holds."""
    persons = func.coalesce(func.sum(VisitRow.persons), 0)
    visits, last = session.execute(select(persons, func.max(VisitRow.on_date))).one()
    hosts = select(func.count()).select_from(HostRow).where(HostRow.left_on.is_(None))
    wishes, activities = (select(func.count()).select_from(table) for table in (WishRow, SeriesRow))
    return Contents(
        session.scalars(select(RoomRow.name)).first() or "",
        last,
        int(visits),
        session.scalars(wishes).one(),
        session.scalars(activities).one(),
        session.scalars(hosts).one(),
    )
