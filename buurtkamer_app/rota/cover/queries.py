"""All SQL of cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from buurtkamer_app.rota.cover.records import Call, Offer
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import CoverCallRow, OfferRow, PlaceRow, ShiftRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def calls(session: Session, key: ShiftKey) -> dict[UUID, Call]:
    """Give what the last call to each host for this shift gave."""
    rows = session.execute(
        select(CoverCallRow.host_id, CoverCallRow.result, CoverCallRow.at)
        .join(ShiftRow, ShiftRow.id == CoverCallRow.shift_id)
        .where(ShiftRow.on_date == key.on, ShiftRow.part == key.part, ShiftRow.task == key.task)
        .order_by(CoverCallRow.at, CoverCallRow.id)
    )
    return {host: Call(result, at) for host, result, at in rows}


def phones(session: Session) -> dict[UUID, tuple[str, bool]]:
    """Give the phone number of each host, and whether it is on the list."""
    rows = session.execute(select(HostRow.id, HostRow.phone, HostRow.phone_on_list))
    return {host: (phone, listed) for host, phone, listed in rows}


def offers(session: Session, first: date, last: date) -> dict[ShiftKey, tuple[Offer, ...]]:
    """Give who offered to come to the shifts of a period if nobody else does, the first who did so first."""
    rows = session.execute(
        select(ShiftRow.on_date, ShiftRow.part, ShiftRow.task, OfferRow.id, HostRow.id, HostRow.name)
        .join(OfferRow, OfferRow.shift_id == ShiftRow.id)
        .join(HostRow, HostRow.id == OfferRow.host_id)
        .where(ShiftRow.on_date.between(first, last), HostRow.left_on.is_(None))
        .order_by(OfferRow.at, OfferRow.id)
    )
    found: dict[ShiftKey, tuple[Offer, ...]] = {}
    for on, part, task, offer, host, name in rows:
        key = ShiftKey(on, part, task)
        found[key] = (*found.get(key, ()), Offer(offer, host, name))
    return found


def offer_of(session: Session, shift: UUID, host: UUID) -> OfferRow | None:
    """Give the offer of a host for a shift."""
    return session.scalars(select(OfferRow).where(OfferRow.shift_id == shift, OfferRow.host_id == host)).first()


def stands_in(session: Session, first: date, last: date) -> dict[UUID, str]:
    """Give who was on the places of a period that somebody took over: names, by the place of who comes."""
    gone = aliased(PlaceRow)
    rows = session.execute(
        select(PlaceRow.id, HostRow.name)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .join(gone, gone.id == PlaceRow.replaces_id)
        .join(HostRow, HostRow.id == gone.host_id)
        .where(ShiftRow.on_date.between(first, last))
    )
    return {place: name for place, name in rows}  # noqa: C416 - a row is no pair to mypy


def key_of(session: Session, place: UUID) -> ShiftKey | None:
    """Give which shift a place is of."""
    row = session.execute(
        select(ShiftRow.on_date, ShiftRow.part, ShiftRow.task)
        .join(PlaceRow, PlaceRow.shift_id == ShiftRow.id)
        .where(PlaceRow.id == place)
    ).first()
    return ShiftKey(*row) if row else None
