"""All SQL of the expense allowance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.people import HostCardRow, HostRow
from buurtkamer_app.storage.tables.team import AllowanceRateRow, AllowanceRow
from buurtkamer_app.team.allowance.records import Birth, Entry, Rate, Taker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def rate_row(session: Session, country: str, year: int) -> AllowanceRateRow | None:
    """Give the amounts that this room keeps for a country and year."""
    return session.scalars(
        select(AllowanceRateRow).where(AllowanceRateRow.country == country, AllowanceRateRow.year == year)
    ).first()


def rates(session: Session, country: str) -> list[Rate]:
    """Give the amounts that this room keeps for a country, by year."""
    rows = session.scalars(
        select(AllowanceRateRow).where(AllowanceRateRow.country == country).order_by(AllowanceRateRow.year)
    )
    return [rate(row) for row in rows]


def rate(row: AllowanceRateRow) -> Rate:
    """Give the record of a row."""
    return Rate(
        row.country,
        row.year,
        row.by,
        row.cents,
        row.cents_under_21,
        row.month_cents,
        row.year_cents,
        row.source,
        row.confirmed_on,
    )


def hold(session: Session, host: UUID) -> None:
    """Let nobody else write an allowance of a host until this unit of work is done; a file does so by itself."""
    session.execute(select(HostRow.id).where(HostRow.id == host).with_for_update())


def takers(session: Session) -> list[Taker]:
    """Give all hosts, also who left, with whether they want an allowance and what is known of their birth; by name."""
    rows = session.execute(
        select(HostRow, HostCardRow).outerjoin(HostCardRow, HostCardRow.host_id == HostRow.id).order_by(HostRow.name)
    )
    return [
        Taker(
            host.id,
            host.name,
            card is not None and card.wants_allowance,
            Birth(host.birth_year, card.birth_month if card else None, card.birth_day if card else None),
            host.left_on,
        )
        for host, card in rows
    ]


def entries(session: Session, first: date, last: date) -> Sequence[AllowanceRow]:
    """Give what was written down for the months of a period, by month, in the order in which it was written."""
    return session.scalars(
        select(AllowanceRow)
        .where(AllowanceRow.month.between(first, last))
        .order_by(AllowanceRow.month, AllowanceRow.id)
    ).all()


def unpaid(session: Session, host: UUID) -> Sequence[AllowanceRow]:
    """Give what was written down for a host and not paid."""
    return session.scalars(
        select(AllowanceRow)
        .where(AllowanceRow.host_id == host, AllowanceRow.paid_on.is_(None))
        .order_by(AllowanceRow.month, AllowanceRow.id)
    ).all()


def entry(row: AllowanceRow) -> Entry:
    """Give the record of a row."""
    return Entry(
        row.id,
        row.host_id,
        row.month,
        row.on_date,
        row.kind,
        row.amount,
        row.cents,
        row.note,
        row.above_cap,
        row.paid_on,
    )
