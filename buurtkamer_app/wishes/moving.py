"""How a wish comes to another column of the board: those that are grouped go together, and each move is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import func, select

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.wishes import TellingRow, WishMoveRow, WishRow
from buurtkamer_app.wishes import putting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.unit import Unit


class Parked(NamedTuple):
    """Why a wish cannot be now, and when it comes back by itself (None: somebody brings it back)."""

    reason: str = ""
    back_on: date | None = None


NOT_PARKED: Final = Parked()
# Where a wish waits for what it comes to.
_OPEN: Final = (WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PARKED)


def row_of(session: Session, wish: UUID) -> WishRow:
    """Give the row of a wish; raises `RefusedError` when it is gone."""
    row = session.get(WishRow, wish)
    if row is None:
        raise RefusedError("This wish is not on record any more.")
    return row


def group_of(session: Session, wish: UUID) -> list[WishRow]:
    """Give the wishes that a wish is grouped with, itself included: the head first, then by number.

    Raises `RefusedError` when the wish is gone.
    """
    row = row_of(session, wish)
    head = row if row.head_id is None else row_of(session, row.head_id)
    members = session.scalars(select(WishRow).where(WishRow.head_id == head.id).order_by(WishRow.number)).all()
    return [head, *members]


def bring(
    unit: Unit,
    rows: Sequence[WishRow],
    status: WishStatus,
    parked: Parked = NOT_PARKED,
    *,
    by_itself: bool = False,
) -> None:
    """Bring wishes to another column, and keep who did so and when; to the column that one is in adds no move.

    `parked` is why and until when a wish is set aside; elsewhere its day is the one on which it came back by itself.
    """
    for row in rows:
        if row.status is not status or (status is WishStatus.PARKED and row.parked_reason != parked.reason):
            row.status, row.parked_reason, row.moved_at = status, parked.reason, unit.now
            keep_move(unit, row, by_itself=by_itself)
        row.parked_reason, row.back_on, row.done_when_told = parked.reason, parked.back_on, False
    if status in _OPEN:
        # Nobody hears of what is not planned or ended after all.
        putting.take_off(unit, rows)


def keep_move(unit: Unit, row: WishRow, *, by_itself: bool = False) -> None:
    """Keep that a wish came to the column that it is in, when, and by whom."""
    unit.session.add(
        WishMoveRow(
            wish_id=row.id,
            at=unit.now,
            status=row.status,
            reason=row.parked_reason,
            moved_by=None if by_itself else unit.actor.host,
        )
    )


def to_tell(session: Session, rows: Sequence[WishRow]) -> int:
    """Give how many persons are still to be told of these wishes."""
    waiting = select(func.sum(TellingRow.persons)).where(
        TellingRow.told_at.is_(None), TellingRow.wish_id.in_([row.id for row in rows])
    )
    return int(session.scalar(waiting) or 0)


def finish(unit: Unit, rows: Sequence[WishRow], *, by_itself: bool = False) -> bool:
    """Let wishes be done, or let them wait for that until their people know; tell whether they are done."""
    if to_tell(unit.session, rows):
        for row in rows:
            row.done_when_told = True
        return False
    bring(unit, rows, WishStatus.DONE, by_itself=by_itself)
    return True
