"""SQL of what one sees of the rota ahead: groups, papers of hosts, what hangs on a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.people import CertificateRow
from buurtkamer_app.storage.tables.rota import (
    AlongRow,
    CoverCallRow,
    OfferRow,
    PlaceRow,
    SignOnRow,
    WeekGroupsRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.base import Row


def week_groups(session: Session) -> WeekGroupsRow | None:
    """Give how groups take turns, None when they do not."""
    return session.scalars(select(WeekGroupsRow)).first()


def places_of(session: Session, shift: UUID) -> Sequence[PlaceRow]:
    """Give the places of a shift."""
    return session.scalars(select(PlaceRow).where(PlaceRow.shift_id == shift)).all()


def beside_places(session: Session, shift: UUID) -> list[Row]:
    """Give what else hangs on a shift: who goes along, offers, calls."""
    return [
        *session.scalars(select(AlongRow).where(AlongRow.shift_id == shift)),
        *session.scalars(select(OfferRow).where(OfferRow.shift_id == shift)),
        *session.scalars(select(CoverCallRow).where(CoverCallRow.shift_id == shift)),
    ]


def certificate_names(session: Session) -> list[str]:
    """Give the names of certificates that some host has, in the order of the alphabet."""
    return sorted(set(session.scalars(select(CertificateRow.name))))


def signed_on_places(session: Session, on: date) -> set[UUID]:
    """Give the places of a day for which somebody signed on."""
    rows = session.scalars(select(SignOnRow.place_id).where(SignOnRow.on_date == on))
    return {place for place in rows if place is not None}
