"""All SQL of changing series: one series with all its dates, and putting what is on record under a date elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.activities import queries
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.storage.tables.activities import (
    CancelledRow,
    ChangedDateRow,
    HeadcountRow,
    ParticipationRow,
    ReflectionRow,
    SeriesRow,
    SignUpRow,
)
from buurtkamer_app.storage.tables.desk import SheetRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import ClosureChoiceRow
from buurtkamer_app.storage.tables.rota import AbsenceRow, PlaceRow, ShiftRow
from buurtkamer_app.storage.tables.wishes import TellingRow, WishEndingRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, time
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Changed

OF_A_DATE: Final[tuple[type[SignUpRow | HeadcountRow | ParticipationRow | CancelledRow | ReflectionRow], ...]] = (
    SignUpRow,
    HeadcountRow,
    ParticipationRow,
    CancelledRow,
    ReflectionRow,
)


def goes_on_in(session: Session, key: UUID) -> list[SeriesRow]:
    """Give the row of a series and of each that goes on from it, the first one first; none when it is not there."""
    found: list[SeriesRow] = []
    wanted = list(session.scalars(select(SeriesRow).where(SeriesRow.id == key)))
    while wanted:
        found += wanted
        wanted = list(session.scalars(select(SeriesRow).where(SeriesRow.continues_id.in_([row.id for row in wanted]))))
    return found


def changed(session: Session, key: UUID) -> list[Changed]:
    """Give the changed and extra dates of a series."""
    return queries.changed_dates(session, ChangedDateRow.series_id == key)


def changed_rows(session: Session, key: UUID) -> Sequence[ChangedDateRow]:
    """Give the rows of the changed and extra dates of a series, by date."""
    return session.scalars(
        select(ChangedDateRow).where(ChangedDateRow.series_id == key).order_by(ChangedDateRow.on_date)
    ).all()


def led_rows(session: Session, host: UUID, on: Collection[date]) -> Sequence[ChangedDateRow]:
    """Give the rows of changed and extra dates on these days that a host leads."""
    return session.scalars(
        select(ChangedDateRow).where(ChangedDateRow.lead_host_id == host, ChangedDateRow.on_date.in_(on))
    ).all()


def counted(session: Session, key: UUID) -> set[date]:
    """Give the dates of a series of which a headcount is on record: they have been."""
    return set(session.scalars(select(HeadcountRow.on_date).where(HeadcountRow.series_id == key)))


def on_record(session: Session, key: UUID, since: date) -> set[date]:
    """Give the dates of a series from a day on under which anything is on record."""
    found: set[date] = set()
    for kind in OF_A_DATE:
        found.update(session.scalars(select(kind.on_date).where(kind.series_id == key, kind.on_date >= since)))
    sheets = select(SheetRow.for_date).where(SheetRow.series_id == key, SheetRow.for_date >= since)
    found.update(on for on in session.scalars(sheets) if on is not None)
    return found


def off(session: Session, key: UUID) -> set[date]:
    """Give the dates of a series that were cancelled."""
    return set(session.scalars(select(CancelledRow.on_date).where(CancelledRow.series_id == key)))


def parties(session: Session, key: UUID, since: date) -> Sequence[SignUpRow]:
    """Give the parties that are signed up for dates of a series from a day on, in the order in which they came."""
    return session.scalars(
        select(SignUpRow)
        .where(SignUpRow.series_id == key, SignUpRow.on_date >= since, SignUpRow.cancelled.is_(False))
        .order_by(SignUpRow.on_date, SignUpRow.at, SignUpRow.id)
    ).all()


def on_duty(session: Session, on: Collection[date]) -> list[tuple[date, time, time, UUID]]:
    """Give who is on which shift of these days: date, from, until, host; nobody who is away or was replaced."""
    taker = aliased(PlaceRow)
    rows = session.execute(
        select(ShiftRow.on_date, ShiftRow.starts, ShiftRow.ends, PlaceRow.host_id)
        .join(PlaceRow, PlaceRow.shift_id == ShiftRow.id)
        .outerjoin(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .outerjoin(taker, taker.replaces_id == PlaceRow.id)
        .where(ShiftRow.on_date.in_(on), AbsenceRow.id.is_(None), taker.id.is_(None))
    )
    return [(day, starts, ends, host) for day, starts, ends, host in rows]


def host_named(session: Session, name: str) -> UUID | None:
    """Give the host who leads by this name."""
    return session.scalars(select(HostRow.id).where(HostRow.name == name)).first()


def put(session: Session, old: tuple[UUID, date], new: tuple[UUID, date]) -> None:
    """Put what is on record under a date of a series under another date, or another series, its paper sheets too.

    Who is still to hear that they have a place there hears where it is now.
    """
    for kind in OF_A_DATE:
        rows = session.scalars(select(kind).where(kind.series_id == old[0], kind.on_date == old[1])).all()
        for row in cast("Sequence[SignUpRow]", rows):
            row.series_id, row.on_date = new
    for sheet in session.scalars(select(SheetRow).where(SheetRow.series_id == old[0], SheetRow.for_date == old[1])):
        sheet.series_id, sheet.for_date = new
    places = select(TellingRow).where(TellingRow.reason == TellReason.PLACE, TellingRow.told_at.is_(None))
    for telling in session.scalars(places.where(TellingRow.series_id == old[0], TellingRow.on_date == old[1])).all():
        telling.series_id, telling.on_date = new
    session.flush()


def follow(session: Session, old: UUID, new: UUID, since: date) -> None:
    """Let the wishes that became a series, and what is still to be told of its dates, go along to the one that goes on.

    What was told already stays as it was.
    """
    for wish in session.scalars(select(WishRow).where(WishRow.series_id == old)):
        wish.series_id = new
    for ending in session.scalars(select(WishEndingRow).where(WishEndingRow.series_id == old)):
        ending.series_id = new
    for choice in session.scalars(
        select(ClosureChoiceRow).where(ClosureChoiceRow.series_id == old, ClosureChoiceRow.on_date >= since)
    ):
        choice.series_id = new
    of_dates = or_(TellingRow.on_date.is_(None), TellingRow.on_date >= since, TellingRow.moved_to >= since)
    for telling in session.scalars(
        select(TellingRow).where(TellingRow.series_id == old, TellingRow.told_at.is_(None), of_dates)
    ):
        telling.series_id = new


def has_parties(session: Session, key: UUID, on: date) -> bool:
    """Tell whether anybody is signed up for a date, or was there."""
    held = select(HeadcountRow.id).where(HeadcountRow.series_id == key, HeadcountRow.on_date == on)
    there = select(ParticipationRow.id).where(ParticipationRow.series_id == key, ParticipationRow.on_date == on)
    signed = select(SignUpRow.id).where(SignUpRow.series_id == key, SignUpRow.on_date == on)
    return any(session.scalars(found.limit(1)).first() is not None for found in (held, there, signed))


def host_names(session: Session) -> Sequence[str]:
    """Give the names of the hosts who did not leave."""
    return session.scalars(select(HostRow.name).where(HostRow.left_on.is_(None)).order_by(HostRow.name)).all()
