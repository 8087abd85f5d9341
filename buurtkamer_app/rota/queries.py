"""All SQL of the rota."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.rota.records import Along, Place, ShiftKey, Worked
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import AbsenceRow, AlongRow, PlaceRow, ShiftRow, SignOnRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session


def shift(session: Session, key: ShiftKey) -> ShiftRow | None:
    """Give a shift by what it is known by, None when nobody was put on it yet."""
    on, part, task = key
    return session.scalars(
        select(ShiftRow).where(ShiftRow.on_date == on, ShiftRow.part == part, ShiftRow.task == task)
    ).first()


def shifts(session: Session, first: date, last: date) -> Sequence[ShiftRow]:
    """Give the shifts of a period that somebody was put on."""
    return session.scalars(
        select(ShiftRow).where(ShiftRow.on_date.between(first, last)).order_by(ShiftRow.on_date, ShiftRow.starts)
    ).all()


def shifts_after(session: Session, on: date) -> Sequence[ShiftRow]:
    """Give the shifts after a day that somebody was put on once, by date."""
    return session.scalars(
        select(ShiftRow).where(ShiftRow.on_date > on).order_by(ShiftRow.on_date, ShiftRow.starts)
    ).all()


def places(session: Session, first: date, last: date) -> dict[ShiftKey, list[Place]]:
    """Give who holds the places of the shifts of a period, in the order in which they were put on."""
    taker = aliased(PlaceRow)
    # Columns, not rows: a month has to be there at once.
    rows = session.execute(
        select(
            ShiftRow.on_date,
            ShiftRow.part,
            ShiftRow.task,
            PlaceRow.id,
            PlaceRow.host_id,
            HostRow.name,
            AbsenceRow.reason,
            taker.id,
            PlaceRow.replaces_id,
            PlaceRow.filled,
        )
        .join(PlaceRow, PlaceRow.shift_id == ShiftRow.id)
        .join(HostRow, HostRow.id == PlaceRow.host_id)
        .outerjoin(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .outerjoin(taker, taker.replaces_id == PlaceRow.id)
        .where(ShiftRow.on_date.between(first, last))
        .order_by(PlaceRow.id)
    )
    found: dict[ShiftKey, list[Place]] = {}
    for on, part, task, key, host, name, reason, taken_by, replaces, filled in rows:
        place = Place(key, host, name, reason, taken_by is not None, replaces is not None, filled)
        found.setdefault(ShiftKey(on, part, task), []).append(place)
    return found


def along(session: Session, first: date, last: date) -> dict[ShiftKey, list[Along]]:
    """Give who joins the shifts of a period as an extra."""
    rows = session.execute(
        select(ShiftRow.on_date, ShiftRow.part, ShiftRow.task, AlongRow, HostRow.name)
        .join(AlongRow, AlongRow.shift_id == ShiftRow.id)
        .join(HostRow, HostRow.id == AlongRow.host_id)
        .where(ShiftRow.on_date.between(first, last))
        .order_by(AlongRow.id)
    )
    found: dict[ShiftKey, list[Along]] = {}
    for on, part, task, row, name in rows:
        found.setdefault(ShiftKey(on, part, task), []).append(Along(row.id, row.host_id, name, row.with_id))
    return found


def held(session: Session, host: UUID, on: date) -> Sequence[tuple[PlaceRow, ShiftRow]]:
    """Give the places that a host holds on a date and that nobody took over, by start."""
    taker = aliased(PlaceRow)
    rows = session.execute(
        select(PlaceRow, ShiftRow)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .outerjoin(taker, taker.replaces_id == PlaceRow.id)
        .where(PlaceRow.host_id == host, ShiftRow.on_date == on, taker.id.is_(None))
        .order_by(ShiftRow.starts)
    )
    return [(place, shift_row) for place, shift_row in rows]


def absence(session: Session, place: UUID) -> AbsenceRow | None:
    """Give the absence written down for a place."""
    return session.scalars(select(AbsenceRow).where(AbsenceRow.place_id == place)).first()


def is_used(session: Session, place: UUID) -> bool:
    """Tell whether somebody signed on for a place, was absent from it or took it over."""
    return (
        absence(session, place) is not None
        or session.scalars(select(SignOnRow.id).where(SignOnRow.place_id == place)).first() is not None
        or session.scalars(select(PlaceRow.id).where(PlaceRow.replaces_id == place)).first() is not None
    )


def ended_places(session: Session, host: UUID, on: date) -> list[UUID]:
    """Give the places from which a host signed off on a date."""
    rows = session.scalars(
        select(SignOnRow.place_id).where(
            SignOnRow.host_id == host, SignOnRow.on_date == on, SignOnRow.off_at.is_not(None)
        )
    )
    return [place for place in rows if place is not None]


def still_on(session: Session, days: Sequence[date]) -> Sequence[SignOnRow]:
    """Give who signed on on one of these days and is on yet, the latest first."""
    return session.scalars(
        select(SignOnRow)
        .where(SignOnRow.on_date.in_(days), SignOnRow.off_at.is_(None))
        .order_by(SignOnRow.on_at.desc(), SignOnRow.id.desc())
    ).all()


def no_shows(session: Session, first: date, last: date) -> int:
    """Give how often in a period a host did not come without a word."""
    return (
        session.scalar(
            select(func.count(AbsenceRow.id)).where(
                AbsenceRow.on_date.between(first, last), AbsenceRow.reason == AbsenceReason.UNKNOWN
            )
        )
        or 0
    )


def worked(session: Session, first: date, last: date, zone: ZoneInfo) -> list[Worked]:
    """Give every sign-on of a period with the planned times that it is for.

    A substitute's planned start is the sign-on itself.
    """
    rows = session.execute(
        select(SignOnRow, HostRow, PlaceRow, ShiftRow)
        .join(HostRow, HostRow.id == SignOnRow.host_id)
        .outerjoin(PlaceRow, PlaceRow.id == SignOnRow.place_id)
        .outerjoin(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .where(SignOnRow.on_date.between(first, last))
        .order_by(SignOnRow.on_at, SignOnRow.id)
    )
    found = []
    for sign_on, host, place, shift_row in rows:
        start = end = None
        if place is not None and shift_row is not None:
            substitute = place.replaces_id is not None
            start = sign_on.on_at if substitute else instant(shift_row.on_date, shift_row.starts, zone)
            end = instant(shift_row.on_date, shift_row.ends, zone)
        found.append(Worked(host.id, host.name, host.team_member, sign_on.on_at, sign_on.off_at, start, end))
    return found


def phones(session: Session) -> dict[UUID, str]:
    """Give the phone numbers of hosts who let theirs stand on a list."""
    rows = session.execute(select(HostRow.id, HostRow.phone).where(HostRow.phone != "", HostRow.phone_on_list))
    return {host: phone for host, phone in rows}  # noqa: C416 - a row is no pair to mypy
