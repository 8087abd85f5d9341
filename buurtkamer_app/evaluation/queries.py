"""The SQL of what lies behind figures that are put together here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.evaluation.records import WishLine
from buurtkamer_app.storage.tables.wishes import WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from buurtkamer_app.evaluation.records import WishChoice


def wish_total(session: Session, choice: WishChoice) -> int:
    """Count the new wishes of a period, or how often somebody joined one; what a room file brought does not count."""
    if choice.supports:
        query = select(func.count(WishSupportRow.id)).where(WishSupportRow.on_date.between(choice.first, choice.last))
    else:
        query = select(func.count(WishRow.id)).where(
            WishRow.recorded_on.between(choice.first, choice.last), WishRow.carried_in.is_(False)
        )
    return session.scalars(query).one()


def wish_lines(session: Session, choice: WishChoice, skip: int, most: int) -> Sequence[WishLine]:
    """Read the wishes behind a figure, the latest first."""
    if choice.supports:
        query = (
            select(WishSupportRow.on_date, WishRow.number, WishRow.text)
            .join(WishRow, WishRow.id == WishSupportRow.wish_id)
            .where(WishSupportRow.on_date.between(choice.first, choice.last))
            .order_by(WishSupportRow.on_date.desc(), WishSupportRow.id.desc())
        )
    else:
        query = (
            select(WishRow.recorded_on, WishRow.number, WishRow.text)
            .where(WishRow.recorded_on.between(choice.first, choice.last), WishRow.carried_in.is_(False))
            .order_by(WishRow.recorded_on.desc(), WishRow.number.desc())
        )
    return [WishLine(on, number, text) for on, number, text in session.execute(query.offset(skip).limit(most))]
