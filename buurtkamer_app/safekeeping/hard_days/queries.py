"""All SQL of the hard days: how far one is, what the room holds, what left it in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.base.roles import Role
from buurtkamer_app.safekeeping.backups import queries as backups
from buurtkamer_app.safekeeping.hard_days.records import Figures, Went
from buurtkamer_app.storage.tables.backups import BackupMadeRow
from buurtkamer_app.storage.tables.concerns import ConcernRow
from buurtkamer_app.storage.tables.exchange import ArchiveRow, ExportRow
from buurtkamer_app.storage.tables.hard_days import HardDayRow, HardStepRow, TakenHomeRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.keys import KeyHolderRow
from buurtkamer_app.storage.tables.people import HostRow, PinRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms_hard import HardDay

_FEW = 3


def open_day(session: Session, kind: HardDay, year: int | None = None) -> HardDayRow | None:
    """Give the hard day of a kind that is under way; of a turn of the year, that of the year."""
    rows = select(HardDayRow).where(HardDayRow.kind == kind, HardDayRow.ended_at.is_(None))
    if year is not None:
        rows = rows.where(HardDayRow.year == year)
    return session.scalars(rows.order_by(HardDayRow.begun_at.desc()).limit(1)).first()


def steps(session: Session, day: UUID) -> frozenset[str]:
    """Give the steps that somebody said are done."""
    return frozenset(session.scalars(select(HardStepRow.step).where(HardStepRow.hard_day_id == day)))


def step_row(session: Session, day: UUID, step: str) -> HardStepRow | None:
    """Give the row of a step."""
    return session.scalars(select(HardStepRow).where(HardStepRow.hard_day_id == day, HardStepRow.step == step)).first()


def figures(session: Session) -> Figures:
    """Give what the room holds now."""
    found = backups.contents(session)
    return Figures(found.visits, found.wishes, found.hosts, found.last_visit)


def written_since(session: Session, began: str, but_for: tuple[str, ...]) -> bool:
    """Tell whether something was done after the last unit with the label `began`, other than what bears these."""
    begun = select(JournalUnitRow.id).where(JournalUnitRow.label == began).order_by(JournalUnitRow.id.desc())
    last = begun.limit(1).scalar_subquery()
    units = select(JournalUnitRow.id).where(JournalUnitRow.id > last, JournalUnitRow.label.not_in(but_for))
    return session.scalars(units.limit(1)).first() is not None


def host(session: Session, key: UUID) -> HostRow | None:
    """Give the row of a host who is not gone."""
    return session.scalars(select(HostRow).where(HostRow.id == key, HostRow.left_on.is_(None))).first()


def has_pin(session: Session, host: UUID) -> bool:
    """Tell whether somebody has a PIN."""
    return session.scalars(select(PinRow.id).where(PinRow.host_id == host)).first() is not None


def going(session: Session, new: UUID, goes: UUID | None = None) -> list[HostRow]:
    """Give who goes when somebody takes over: the one who is named, or every other coordinator, by name."""
    if goes is not None:
        return list(session.scalars(select(HostRow).where(HostRow.id == goes)))
    rows = select(HostRow).where(HostRow.role == int(Role.COORDINATOR), HostRow.left_on.is_(None), HostRow.id != new)
    return list(session.scalars(rows.order_by(HostRow.name)))


def open_concerns(session: Session, of: Sequence[UUID]) -> list[ConcernRow]:
    """Give the open concerns that wait for somebody."""
    return list(session.scalars(select(ConcernRow).where(ConcernRow.closed_at.is_(None), ConcernRow.recipient.in_(of))))


def backups_made(session: Session) -> tuple[Went, ...]:
    """Give the newest backups that left the computer."""
    rows = session.scalars(select(BackupMadeRow).order_by(BackupMadeRow.at.desc()).limit(_FEW))
    return tuple(Went(row.at, row.name) for row in rows)


def logs(session: Session) -> tuple[Went, ...]:
    """Give the newest logs for a professional."""
    rows = session.scalars(select(ExportRow).order_by(ExportRow.at.desc()).limit(_FEW))
    return tuple(Went(row.at, row.check_code, row.last) for row in rows)


def archives(session: Session) -> tuple[Went, ...]:
    """Give when an archive was made last."""
    rows = select(ArchiveRow.at).where(ArchiveRow.brought_in.is_(False)).order_by(ArchiveRow.at.desc())
    return tuple(Went(at, "") for at in session.scalars(rows.limit(_FEW)))


def taken_home(session: Session) -> tuple[Went, ...]:
    """Give the newest copies that went home."""
    rows = session.scalars(select(TakenHomeRow).order_by(TakenHomeRow.at.desc()).limit(_FEW))
    return tuple(Went(row.at, row.name, row.last) for row in rows)


def key_sticks(session: Session) -> int:
    """Count the key sticks that open the room."""
    from buurtkamer_app.base.terms_keys import HeldAs  # noqa: PLC0415 - only when a stick is lost

    rows = select(func.count()).select_from(KeyHolderRow)
    return session.scalars(rows.where(KeyHolderRow.held_as == HeldAs.STICK, KeyHolderRow.gone_at.is_(None))).one()
