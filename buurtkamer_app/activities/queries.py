"""All SQL of activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.activities.records import Occurrence, Party, Series
from buurtkamer_app.activities.rules import dates
from buurtkamer_app.storage.tables.activities import HeadcountRow, SeriesRow, SignUpRow
from buurtkamer_app.storage.tables.room import SpaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def all_series(session: Session) -> list[Series]:
    """Give every series, in the order of their numbers."""
    rows = session.execute(
        select(SeriesRow, SpaceRow.name).join(SpaceRow, SpaceRow.id == SeriesRow.space_id).order_by(SeriesRow.number)
    )
    return [
        Series(
            row.id,
            row.number,
            row.name,
            row.about,
            row.rrule,
            row.first_date,
            row.starts,
            row.ends,
            row.price_cents,
            row.capacity,
            row.theme,
            space,
            row.lead_kind,
            row.lead_name,
            row.lead_on_paper,
            row.self_run,
            row.sign_up,
        )
        for row, space in rows
    ]


def occurrences(session: Session, first: date, last: date) -> list[Occurrence]:
    """Give what is on in a period, by date, time and number, with places and headcounts."""
    seats = _seats(session, first, last)
    counts = {
        (row.series_id, row.on_date): row.persons
        for row in session.scalars(select(HeadcountRow).where(HeadcountRow.on_date.between(first, last)))
    }
    found = [
        Occurrence(
            series,
            on,
            seats.get((series.id, on, False), 0),
            seats.get((series.id, on, True), 0),
            counts.get((series.id, on)),
        )
        for series in all_series(session)
        for on in dates(series.rrule, series.first_date, first, last)
    ]
    return sorted(found, key=lambda entry: (entry.on, entry.series.starts, entry.series.number))


def _seats(session: Session, first: date, last: date) -> dict[tuple[UUID, date, bool], int]:
    rows = session.execute(
        select(SignUpRow.series_id, SignUpRow.on_date, SignUpRow.waiting, func.sum(SignUpRow.persons))
        .where(SignUpRow.on_date.between(first, last), SignUpRow.cancelled.is_(False))
        .group_by(SignUpRow.series_id, SignUpRow.on_date, SignUpRow.waiting)
    )
    return {(series, on, waiting): int(persons) for series, on, waiting, persons in rows}


def next_number(session: Session) -> int:
    """Give the number of the next series."""
    return (session.scalar(select(func.max(SeriesRow.number))) or 0) + 1


def sign_ups(session: Session, series: UUID, on: date) -> Sequence[SignUpRow]:
    """Give the parties of one date that did not cancel, in the order in which they came."""
    return session.scalars(
        select(SignUpRow)
        .where(SignUpRow.series_id == series, SignUpRow.on_date == on, SignUpRow.cancelled.is_(False))
        .order_by(SignUpRow.at, SignUpRow.id)
    ).all()


def party(row: SignUpRow) -> Party:
    """Give a party as a record."""
    return Party(row.id, row.name, row.persons, row.waiting)


def headcount(session: Session, series: UUID, on: date) -> HeadcountRow | None:
    """Give the headcount of one date."""
    return session.scalars(
        select(HeadcountRow).where(HeadcountRow.series_id == series, HeadcountRow.on_date == on)
    ).first()


def participations(session: Session, first: date, last: date) -> int:
    """Give how many took part in a period: the sum of its headcounts."""
    return (
        session.scalar(
            select(func.coalesce(func.sum(HeadcountRow.persons), 0)).where(HeadcountRow.on_date.between(first, last))
        )
        or 0
    )
