"""All SQL of what became different in a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from buurtkamer_app.exchange.log.queries import stands
from buurtkamer_app.exchange.log.records import Changed
from buurtkamer_app.storage.tables.activities import CancelledRow, ChangedDateRow, SeriesRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishMoveRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import Ending, WishStatus

# What the room was given when it began is no change of it.
_BEGAN = ("The room was set up", "The room was read from a file")


class WishMoved(NamedTuple):
    """That a wish came to another column."""

    wish: int
    text: str
    at: datetime
    status: WishStatus
    recorded_on: date


class WishEnded(NamedTuple):
    """What a wish came to."""

    wish: int
    text: str
    on: date
    kind: Ending


class ActivityChange(NamedTuple):
    """What happened to a series or one date of it; `to` the other day of a date that was moved."""

    on: date
    what: Changed
    number: int
    name: str
    reason: str = ""
    to: date | None = None


def wishes_moved(session: Session, since: datetime, until: datetime) -> list[WishMoved]:
    """Read the moves of wishes from one moment until before another, in their order."""
    rows = session.execute(
        select(WishRow.number, WishRow.text, WishMoveRow.at, WishMoveRow.status, WishRow.recorded_on)
        .join(WishRow, WishRow.id == WishMoveRow.wish_id)
        .where(WishMoveRow.at >= since, WishMoveRow.at < until)
        .order_by(WishMoveRow.at, WishMoveRow.id)
    )
    return [WishMoved._make(row) for row in rows]


def wishes_ended(session: Session, first: date, last: date) -> list[WishEnded]:
    """Read what wishes came to in a period."""
    rows = session.execute(
        select(WishRow.number, WishRow.text, WishEndingRow.begun_on, WishEndingRow.kind)
        .join(WishRow, WishRow.id == WishEndingRow.wish_id)
        .where(WishEndingRow.begun_on.between(first, last))
    )
    return [WishEnded._make(row) for row in rows]


def activity_changes(session: Session, first: date, last: date) -> list[ActivityChange]:
    """Read which series began and stopped, and which of their dates were moved or did not go on, in a period."""
    following = aliased(SeriesRow)
    followed = select(following.id).where(following.continues_id == SeriesRow.id).exists()
    one = SeriesRow.number, SeriesRow.name
    series = (SeriesRow.first_date, *one, SeriesRow.continues_id, SeriesRow.last_date, followed)
    either = or_(SeriesRow.first_date.between(first, last), SeriesRow.last_date.between(first, last))
    found = []
    for began, number, name, continues, ended, goes_on in session.execute(
        select(*series).where(SeriesRow.rrule != "", either)
    ):
        if continues is None and first <= began <= last:
            found.append(ActivityChange(began, Changed.ACTIVITY_BEGAN, number, name))
        if not goes_on and ended is not None and first <= ended <= last:
            found.append(ActivityChange(ended, Changed.ACTIVITY_STOPPED, number, name))
    off = session.execute(
        select(CancelledRow.on_date, *one, CancelledRow.reason)
        .join(SeriesRow, SeriesRow.id == CancelledRow.series_id)
        .where(CancelledRow.on_date.between(first, last))
    )
    found += [ActivityChange(on, Changed.ACTIVITY_CANCELLED, number, name, why) for on, number, name, why in off]
    here = ChangedDateRow.on_date.between(first, last), ChangedDateRow.rule_date.between(first, last)
    moved = session.execute(
        select(ChangedDateRow.rule_date, *one, ChangedDateRow.on_date)
        .join(SeriesRow, SeriesRow.id == ChangedDateRow.series_id)
        .where(or_(*here), ChangedDateRow.rule_date.is_not(None), ChangedDateRow.rule_date != ChangedDateRow.on_date)
    )
    found += [
        ActivityChange(on, Changed.ACTIVITY_MOVED, number, name, to=to)
        for on, number, name, to in moved
        if on is not None
    ]
    return found


def settings_changed(
    session: Session, kinds: Collection[str], since: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    """Read when records of some kinds were changed, from one moment until before another."""
    rows = session.execute(
        select(JournalChangeRow.kind, JournalUnitRow.at)
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(
            JournalUnitRow.at >= since,
            JournalUnitRow.at < until,
            JournalUnitRow.label.not_in(_BEGAN),
            JournalChangeRow.kind.in_(kinds),
            *stands(),
        )
        .distinct()
    )
    return [(kind, at) for kind, at in rows]
