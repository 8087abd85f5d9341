"""All SQL of filling: what hosts agreed on, showed and offered, and which places stay as they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.rota.filling.records import Fixed, Otherwise
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.people import CertificateRow, HostCardRow, OtherTimesRow
from buurtkamer_app.storage.tables.rota import (
    AbsenceRow,
    FixedShiftRow,
    OfferRow,
    PlaceRow,
    ShiftRow,
    SignOnRow,
    WeekGroupsRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def otherwise(session: Session, first: date, last: date) -> dict[UUID, list[Otherwise]]:
    """Give for hosts the days of a period on which they are away or there extra, by date."""
    within = and_(OtherTimesRow.first <= last, OtherTimesRow.last >= first)
    found: dict[UUID, list[Otherwise]] = {}
    for row in session.scalars(select(OtherTimesRow).where(within).order_by(OtherTimesRow.first, OtherTimesRow.id)):
        found.setdefault(row.host_id, []).append(Otherwise(row.first, row.last, row.part, row.extra))
    return found


def rang_off(session: Session, first: date, last: date) -> dict[UUID, list[Otherwise]]:
    """Give for hosts the parts of days of a period for which they rang off: they are not asked for those again."""
    rows = session.execute(
        select(PlaceRow.host_id, ShiftRow.on_date, ShiftRow.part)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .join(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .where(ShiftRow.on_date.between(first, last))
    )
    found: dict[UUID, list[Otherwise]] = {}
    for host, on, part in rows:
        found.setdefault(host, []).append(Otherwise(on, on, part))
    return found


def fixed(session: Session) -> dict[UUID, list[Fixed]]:
    """Give for hosts what they agreed to do every week, or each so manyth."""
    found: dict[UUID, list[Fixed]] = {}
    for row in session.scalars(select(FixedShiftRow).order_by(FixedShiftRow.weekday, FixedShiftRow.id)):
        agreed = Fixed(row.weekday, row.part, row.first_on, row.last_on, row.every, row.task)
        found.setdefault(row.host_id, []).append(agreed)
    return found


def vogs(session: Session) -> dict[UUID, date]:
    """Give for hosts until when the VOG that was seen counts."""
    rows = session.execute(
        select(HostCardRow.host_id, HostCardRow.vog_renew_on).where(HostCardRow.vog_seen_on.is_not(None))
    )
    return {host: until or date.max for host, until in rows}


def shows(session: Session) -> dict[UUID, list[tuple[str, date | None]]]:
    """Give for hosts their certificates, and until when each holds."""
    found: dict[UUID, list[tuple[str, date | None]]] = {}
    for row in session.scalars(select(CertificateRow).order_by(CertificateRow.name)):
        found.setdefault(row.host_id, []).append((row.name, row.until))
    return found


def offers(session: Session, first: date, last: date) -> dict[UUID, set[ShiftKey]]:
    """Give for hosts the shifts of a period that they would do if nobody else does."""
    rows = session.execute(
        select(OfferRow.host_id, ShiftRow.on_date, ShiftRow.part, ShiftRow.task)
        .join(ShiftRow, ShiftRow.id == OfferRow.shift_id)
        .where(ShiftRow.on_date.between(first, last))
    )
    found: dict[UUID, set[ShiftKey]] = {}
    for host, on, part, task in rows:
        found.setdefault(host, set()).add(ShiftKey(on, part, task))
    return found


def turns(session: Session) -> tuple[int, date | None]:
    """Give how many groups take turns by the week (0: none do) and a Monday of the first one's week."""
    row = session.scalars(select(WeekGroupsRow)).first()
    return (row.groups, row.first_monday) if row is not None else (0, None)


def used(session: Session, first: date, last: date) -> set[UUID]:
    """Give the places of a period that somebody signed on for, was absent from or took over."""
    taker = aliased(PlaceRow)
    rows = session.scalars(
        select(PlaceRow.id)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .outerjoin(AbsenceRow, AbsenceRow.place_id == PlaceRow.id)
        .outerjoin(SignOnRow, SignOnRow.place_id == PlaceRow.id)
        .outerjoin(taker, taker.replaces_id == PlaceRow.id)
        .where(ShiftRow.on_date.between(first, last))
        .where(or_(AbsenceRow.id.is_not(None), SignOnRow.id.is_not(None), taker.id.is_not(None)))
    )
    return set(rows)


def places(session: Session, keys: Collection[UUID]) -> Sequence[PlaceRow]:
    """Give places by their keys."""
    return session.scalars(select(PlaceRow).where(PlaceRow.id.in_(keys))).all()
