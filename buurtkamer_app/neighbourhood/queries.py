"""All SQL of the neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.neighbourhood.records import CallAgreement, CallLine, HousePlace, KnownPlace
from buurtkamer_app.storage.tables.neighbourhood import CallAgreementRow, HousePlaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


def agreement_rows(session: Session) -> Sequence[CallAgreementRow]:
    """Give the rows of what the room agreed, in its order."""
    return session.scalars(
        select(CallAgreementRow)
        .where(CallAgreementRow.fills == "")
        .order_by(CallAgreementRow.position, CallAgreementRow.id)
    ).all()


def place_rows(session: Session) -> Sequence[HousePlaceRow]:
    """Give the rows of the places in the house, in the room's order."""
    return session.scalars(select(HousePlaceRow).order_by(HousePlaceRow.position, HousePlaceRow.id)).all()


def filling_row(session: Session, key: str) -> CallAgreementRow | None:
    """Give the row that holds the room's number for a national line."""
    return session.scalars(select(CallAgreementRow).where(CallAgreementRow.fills == key)).first()


def agreement_row(session: Session, key: UUID) -> CallAgreementRow | None:
    """Give the row of an agreement."""
    return session.get(CallAgreementRow, key)


def place_row(session: Session, key: UUID) -> HousePlaceRow | None:
    """Give the row of a place in the house."""
    return session.get(HousePlaceRow, key)


def agreements(session: Session) -> list[CallAgreement]:
    """Give what the room agreed, in its order."""
    return [
        CallAgreement(row.id, CallLine(row.situation, row.step, row.who, row.phone)) for row in agreement_rows(session)
    ]


def filled(session: Session) -> dict[str, str]:
    """Give the room's own numbers for national lines, by the key of the line."""
    rows = session.execute(select(CallAgreementRow.fills, CallAgreementRow.phone).where(CallAgreementRow.fills != ""))
    return {row.fills: row.phone for row in rows}


def places(session: Session) -> list[KnownPlace]:
    """Give the places in the house, in the room's order."""
    return [KnownPlace(row.id, HousePlace(row.kind, row.what, row.place)) for row in place_rows(session)]
