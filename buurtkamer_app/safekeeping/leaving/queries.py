"""All SQL of leaving: what somebody still holds from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from buurtkamer_app.storage.tables.concerns import ConcernRow
from buurtkamer_app.storage.tables.people import AvailabilityRow, HostCardRow, HostRow, OtherTimesRow
from buurtkamer_app.storage.tables.rota import (
    AbsenceRow,
    AlongRow,
    FixedShiftRow,
    OfferRow,
    PlaceRow,
    ShiftRow,
    SignOnRow,
)
from buurtkamer_app.storage.tables.team import AllowanceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def host_row(session: Session, host: UUID) -> HostRow | None:
    """Give the row of a host."""
    return session.get(HostRow, host)


def others_with_role(session: Session, host: UUID, role: int) -> int:
    """Count who else has a role and neither left nor said when they will."""
    return session.scalars(
        select(func.count(HostRow.id)).where(
            HostRow.role == role, HostRow.left_on.is_(None), HostRow.leaves_on.is_(None), HostRow.id != host
        )
    ).one()


def last_there(session: Session, host: UUID) -> date | None:
    """Give the last day on which somebody signed on."""
    return session.scalars(select(func.max(SignOnRow.on_date)).where(SignOnRow.host_id == host)).first()


def places(session: Session, host: UUID, after: date) -> Sequence[tuple[PlaceRow, ShiftRow]]:
    """Give the places that somebody holds after a day, by date, without those for which they signed on."""
    used = select(SignOnRow.id).where(SignOnRow.place_id == PlaceRow.id).exists()
    rows = session.execute(
        select(PlaceRow, ShiftRow)
        .join(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .where(PlaceRow.host_id == host, ShiftRow.on_date > after, ~used)
        .order_by(ShiftRow.on_date, ShiftRow.starts)
    )
    return [(place, shift) for place, shift in rows]


def absence(session: Session, place: UUID) -> AbsenceRow | None:
    """Give what was written down of a place of which the holder does not come."""
    return session.scalars(select(AbsenceRow).where(AbsenceRow.place_id == place)).first()


def taker(session: Session, place: UUID) -> PlaceRow | None:
    """Give the place of who takes over another one."""
    return session.scalars(select(PlaceRow).where(PlaceRow.replaces_id == place)).first()


def own_alongs(session: Session, host: UUID, after: date) -> Sequence[AlongRow]:
    """Give the shifts after a day that somebody new would join."""
    return session.scalars(
        select(AlongRow)
        .join(ShiftRow, ShiftRow.id == AlongRow.shift_id)
        .where(AlongRow.host_id == host, ShiftRow.on_date > after)
    ).all()


def joined_along(session: Session, host: UUID, after: date) -> Sequence[tuple[AlongRow, UUID, str]]:
    """Give who would join shifts after a day along with somebody: the row, the shift and the name."""
    rows = session.execute(
        select(AlongRow, ShiftRow.id, HostRow.name)
        .join(ShiftRow, ShiftRow.id == AlongRow.shift_id)
        .join(HostRow, HostRow.id == AlongRow.host_id)
        .where(AlongRow.with_id == host, ShiftRow.on_date > after)
        .order_by(HostRow.name)
    )
    return [(row, shift, name) for row, shift, name in rows]


def offers(session: Session, host: UUID, after: date) -> Sequence[OfferRow]:
    """Give the shifts after a day that somebody would take if nobody else did."""
    return session.scalars(
        select(OfferRow)
        .join(ShiftRow, ShiftRow.id == OfferRow.shift_id)
        .where(OfferRow.host_id == host, ShiftRow.on_date > after)
    ).all()


def agreements(session: Session, host: UUID, after: date) -> Sequence[FixedShiftRow]:
    """Give the fixed agreements of somebody that go on after a day, by weekday."""
    return session.scalars(
        select(FixedShiftRow)
        .where(FixedShiftRow.host_id == host, or_(FixedShiftRow.last_on.is_(None), FixedShiftRow.last_on > after))
        .order_by(FixedShiftRow.weekday, FixedShiftRow.part)
    ).all()


def has_allowance(session: Session, host: UUID) -> bool:
    """Tell whether somebody ever got an allowance, or is to get one."""
    return session.scalars(select(AllowanceRow.id).where(AllowanceRow.host_id == host).limit(1)).first() is not None


def concerns(session: Session, host: UUID) -> int:
    """Count the concerns that wait for somebody."""
    return session.scalars(
        select(func.count(ConcernRow.id)).where(ConcernRow.recipient == host, ConcernRow.closed_at.is_(None))
    ).one()


def times(session: Session, host: UUID) -> Sequence[AvailabilityRow | OtherTimesRow]:
    """Give when somebody can and cannot work."""
    usual = session.scalars(select(AvailabilityRow).where(AvailabilityRow.host_id == host)).all()
    return [*usual, *session.scalars(select(OtherTimesRow).where(OtherTimesRow.host_id == host))]


def card(session: Session, host: UUID) -> HostCardRow | None:
    """Give the row of somebody's card."""
    return session.scalars(select(HostCardRow).where(HostCardRow.host_id == host)).first()


def leaving_before(session: Session, day: date) -> Sequence[HostRow]:
    """Give whose last day was before a day and who is still on record as a host."""
    return session.scalars(
        select(HostRow).where(HostRow.left_on.is_(None), HostRow.leaves_on < day).order_by(HostRow.name)
    ).all()


def announced(session: Session) -> dict[UUID, date]:
    """Give who said when their last day is and did not leave yet."""
    rows = session.scalars(select(HostRow).where(HostRow.left_on.is_(None), HostRow.leaves_on.is_not(None)))
    return {row.id: row.leaves_on for row in rows if row.leaves_on is not None}
