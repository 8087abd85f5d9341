"""All SQL of the days at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.desk.days.records import Cash, DayState
from buurtkamer_app.storage.tables.days import CashRow, DayRow, HandoverNoteRow, PackRow
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session


def day(session: Session, on: date) -> DayRow | None:
    """Give the row of a day."""
    return session.scalars(select(DayRow).where(DayRow.on_date == on)).first()


def state(row: DayRow) -> DayState:
    """Give a row of a day as a record."""
    return DayState(
        row.on_date,
        row.opened_at,
        row.closed_at,
        row.closed_afterwards,
        tuple(row.round_done.splitlines()),
        row.key_with,
        row.signed_first,
        row.signed_second,
        row.report,
    )


def others_open(session: Session, on: date) -> Sequence[DayRow]:
    """Give the days that are open besides one."""
    return session.scalars(
        select(DayRow).where(DayRow.on_date != on, DayRow.opened_at.is_not(None), DayRow.closed_at.is_(None))
    ).all()


def closed_late(session: Session, since: datetime) -> list[date]:
    """Give the days that an opening closed since an instant."""
    late = (DayRow.closed_afterwards, DayRow.closed_at >= since, DayRow.closed_at.is_not(None))
    # Put in order here: asked to do that, SQLite goes through all days.
    return sorted(session.scalars(select(DayRow.on_date).where(*late)))


def last_closed(session: Session) -> DayState | None:
    """Give the latest day that was closed."""
    closed = select(DayRow).where(DayRow.closed_at.is_not(None))
    row = session.scalars(closed.order_by(DayRow.on_date.desc()).limit(1)).first()
    return state(row) if row else None


def cash_row(session: Session, on: date) -> CashRow | None:
    """Give the cash count of a day."""
    return session.scalars(select(CashRow).where(CashRow.on_date == on)).first()


def last_cash(session: Session, before: date) -> Cash | None:
    """Give the latest cash count from before a day."""
    earlier = select(CashRow).where(CashRow.on_date < before)
    row = session.scalars(earlier.order_by(CashRow.on_date.desc()).limit(1)).first()
    return _cash(row) if row else None


def cash(session: Session, first: date, last: date) -> dict[date, Cash]:
    """Give the cash counts of a period."""
    rows = session.scalars(select(CashRow).where(CashRow.on_date.between(first, last)).order_by(CashRow.on_date))
    return {row.on_date: _cash(row) for row in rows}


def _cash(row: CashRow) -> Cash:
    return Cash(row.opened_with, row.received, row.spent, row.counted, row.what_for, row.note)


def notes(session: Session, on: date) -> tuple[str, ...]:
    """Give what was written on a day for everybody of the next shift, in the order of writing."""
    note = HandoverNoteRow
    rows = session.scalars(select(note.text).where(note.on_date == on, note.for_host.is_(None)).order_by(note.id))
    return tuple(rows)


def phones(session: Session) -> tuple[tuple[str, str], ...]:
    """Give the hosts who let their phone number stand on a list, by name; nobody who left."""
    shared = (HostRow.phone != "", HostRow.phone_on_list, HostRow.left_on.is_(None))
    rows = session.execute(select(HostRow.name, HostRow.phone).where(*shared).order_by(HostRow.name))
    return tuple((name, phone) for name, phone in rows)


def last_pack(session: Session) -> PackRow | None:
    """Give the pack that was printed last."""
    return session.scalars(select(PackRow).order_by(PackRow.printed_at.desc(), PackRow.id.desc()).limit(1)).first()
