"""SQL of what one sees of the rota ahead: groups, papers of hosts, what hangs on a shift."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.storage.tables.people import CertificateRow, HostCardRow
from buurtkamer_app.storage.tables.rota import (
    AlongRow,
    CoverCallRow,
    FixedShiftRow,
    OfferRow,
    PlaceRow,
    SignOnRow,
    WeekGroupsRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.base import Row


def week_groups(session: Session) -> WeekGroupsRow | None:
    """Give how groups take turns, None when they do not."""
    return session.scalars(select(WeekGroupsRow)).first()


def new_groups(groups: int, first_monday: date) -> WeekGroupsRow:
    """Make the row that says how groups take turns."""
    return WeekGroupsRow(single=True, groups=groups, first_monday=first_monday)


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


def vog_until(session: Session) -> dict[UUID, date]:
    """Give until when the VOG counts of each host who showed one; without a day to renew it for ever."""
    rows = session.execute(
        select(HostCardRow.host_id, HostCardRow.vog_renew_on).where(HostCardRow.vog_seen_on.is_not(None))
    )
    return {host: renew or date.max for host, renew in rows}


def certificates(session: Session) -> dict[UUID, tuple[tuple[str, date | None], ...]]:
    """Give the certificates of each host and until when they hold."""
    found: dict[UUID, tuple[tuple[str, date | None], ...]] = {}
    rows = session.execute(select(CertificateRow.host_id, CertificateRow.name, CertificateRow.until))
    for host, name, until in rows:
        found[host] = (*found.get(host, ()), (name, until))
    return found


def certificate_names(session: Session) -> list[str]:
    """Give the names of certificates that some host has, in the order of the alphabet."""
    return sorted(set(session.scalars(select(CertificateRow.name))))


def signed_on_places(session: Session, on: date) -> set[UUID]:
    """Give the places of a day for which somebody signed on."""
    rows = session.scalars(select(SignOnRow.place_id).where(SignOnRow.on_date == on))
    return {place for place in rows if place is not None}


def fixed(session: Session) -> Sequence[FixedShiftRow]:
    """Give the agreements such as "every Monday morning"."""
    return session.scalars(select(FixedShiftRow)).all()
