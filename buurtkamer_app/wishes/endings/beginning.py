"""Begins what a wish comes to and takes it back; those that are grouped with the wish come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Ending, WishStatus
from buurtkamer_app.storage.tables.wishes import WishEndingRow
from buurtkamer_app.wishes import moving, putting
from buurtkamer_app.wishes.endings import queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.storage.tables.wishes import WishRow
    from buurtkamer_app.storage.unit import Unit

# To these an ending ties a wish to an activity.
_OF_ACTIVITIES = (Ending.ACTIVITY, Ending.EXISTS)


def begin(  # noqa: PLR0913 - what is known of an ending when it begins
    unit: Unit,
    rows: Sequence[WishRow],
    kind: Ending,
    today: date,
    *,
    series: UUID | None = None,
    partner: UUID | None = None,
    whom: str = "",
    number: str = "",
    ask_again_on: date | None = None,
) -> WishEndingRow:
    """Let grouped wishes (the head first) end in some way, instead of what they came to before."""
    forget(unit, rows)
    row = WishEndingRow(
        wish_id=rows[0].id,
        kind=kind,
        begun_on=today,
        series_id=series,
        partner_id=partner,
        whom=whom,
        number=number,
        answer="",
        answered_on=None,
        ask_again_on=ask_again_on,
        closed_on=None,
    )
    unit.session.add(row)
    for wish in rows:
        wish.series_id = series if kind in _OF_ACTIVITIES else None
    unit.session.flush()
    return row


def forget(unit: Unit, rows: Sequence[WishRow]) -> None:
    """Forget what these wishes came to, and whom that was still to be told."""
    for row in rows:
        ending = queries.ending_row(unit.session, row.id)
        if ending is None:
            continue
        match = queries.match_row(unit.session, ending.id)
        if match is not None:
            unit.session.delete(match)
            unit.session.flush()
        unit.session.delete(ending)
    unit.session.flush()
    putting.take_off(unit, rows)


def take_back(unit: Unit, rows: Sequence[WishRow]) -> None:
    """Bring wishes back to where one talks of them, without what they came to."""
    forget(unit, rows)
    for row in rows:
        row.series_id = None
    moving.bring(unit, rows, WishStatus.TALKING)
