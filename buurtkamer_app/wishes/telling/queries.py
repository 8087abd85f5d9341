"""All SQL of telling people."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.activities import ChangedDateRow, SeriesRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.wishes import TellingRow, WishEndingRow, WishMatchRow, WishRow
from buurtkamer_app.wishes.telling.records import Telling

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from buurtkamer_app.wishes.telling.records import NewTelling

_AT_ONCE: Final = 500  # keys in one statement: SQLite takes no endless list


def tellings(session: Session, since: datetime | None = None) -> list[Telling]:
    """Give who is still to be told, the oldest first; with `since` also who was told from that moment on."""
    told = TellingRow.told_at.is_(None)
    rows = session.execute(
        select(TellingRow, SeriesRow, WishRow.text, HostRow.name, WishEndingRow, WishMatchRow, ChangedDateRow)
        .outerjoin(SeriesRow, SeriesRow.id == TellingRow.series_id)
        .outerjoin(ChangedDateRow, _as_it_is_now())
        .outerjoin(WishRow, WishRow.id == TellingRow.wish_id)
        .outerjoin(HostRow, HostRow.id == TellingRow.told_by)
        .outerjoin(WishEndingRow, WishEndingRow.wish_id == TellingRow.wish_id)
        .outerjoin(WishMatchRow, WishMatchRow.ending_id == WishEndingRow.id)
        .where(told if since is None else told | (TellingRow.told_at >= since), ~_overtaken())
        .order_by(TellingRow.made_at, TellingRow.id)
    )
    return [_telling(*row) for row in rows]


def _as_it_is_now() -> ColumnElement[bool]:
    """Join the changed date that a line tells of: the day where it is now, or the first one of the activity."""
    first = and_(TellingRow.on_date.is_(None), ChangedDateRow.rule_date == SeriesRow.first_date)
    now = ChangedDateRow.on_date == func.coalesce(TellingRow.moved_to, TellingRow.on_date)
    return and_(ChangedDateRow.series_id == TellingRow.series_id, or_(first, now))


def _overtaken() -> ColumnElement[bool]:
    """Say of whom it is not to be told that there is a place: that date was cancelled or moved for them since."""
    later = aliased(TellingRow)
    same = [
        getattr(later, name) == getattr(TellingRow, name)
        for name in ("series_id", "on_date", "name", "contact", "persons")
    ]
    other = later.reason.in_((TellReason.CANCELLED, TellReason.MOVED))
    # What is told in one go has one moment; its keys grow.
    at_once = and_(later.made_at == TellingRow.made_at, later.id > TellingRow.id)
    newer = exists().where(*same, other, or_(later.made_at > TellingRow.made_at, at_once))
    return and_(TellingRow.reason == TellReason.PLACE, TellingRow.told_at.is_(None), newer)


def _telling(  # noqa: PLR0913, PLR0917 - a row of what is joined above; all but the first may be missing
    row: TellingRow,
    series: SeriesRow | None,
    words: str | None,
    by: str | None,
    ending: WishEndingRow | None,
    match: WishMatchRow | None,
    changed: ChangedDateRow | None,
) -> Telling:
    first = changed.on_date if changed is not None else series.first_date if series is not None else None
    timed = changed or series
    at = timed.starts if timed is not None else match.meets_at if match is not None else None
    return Telling(
        row.id,
        row.reason,
        row.name,
        row.contact,
        row.persons,
        series.name if series is not None else words or "",
        row.made_at,
        row.wish_id,
        row.series_id,
        row.on_date or first,
        row.moved_to,
        row.part,
        row.tried_at,
        row.told_at,
        by or "",
        row.how,
        at,
        ending.kind if ending is not None else None,
        ending.whom if ending is not None else "",
        ending.number if ending is not None else "",
        ending.answer if ending is not None else "",
    )


def open_of(session: Session, wishes: Collection[UUID]) -> Sequence[TellingRow]:
    """Give the rows of who is still to be told of these wishes."""
    return session.scalars(select(TellingRow).where(TellingRow.wish_id.in_(wishes), TellingRow.told_at.is_(None))).all()


def on_its_way(session: Session, news: NewTelling) -> TellingRow | None:
    """Give what the same person is still to be told of the move that brought a date to where it now moves from."""
    if news.series is None:
        return None
    return session.scalars(
        select(TellingRow)
        .where(TellingRow.series_id == news.series, TellingRow.reason == TellReason.MOVED)
        .where(TellingRow.moved_to == news.on, TellingRow.on_date != news.on, TellingRow.told_at.is_(None))
        .where(TellingRow.name == news.name, TellingRow.contact == news.contact, TellingRow.persons == news.persons)
        .order_by(TellingRow.made_at, TellingRow.id)
    ).first()


def is_otherwise(session: Session, row: TellingRow) -> bool:
    """Tell whether the date of a line is on its own day, but not as its series has it."""
    of_date = (ChangedDateRow.series_id == row.series_id, ChangedDateRow.on_date == row.on_date)
    return session.scalars(select(ChangedDateRow.id).where(*of_date)).first() is not None


def like(row: TellingRow, persons: int) -> TellingRow:
    """Make one more row that tells the same, for so many persons."""
    same = (column.name for column in TellingRow.__table__.columns if column.name not in {"id", "version", "persons"})
    return TellingRow(persons=persons, **{name: getattr(row, name) for name in same})


def persons_to_tell(session: Session) -> int:
    """Give how many persons are still to be told something."""
    waiting = select(func.sum(TellingRow.persons)).where(TellingRow.told_at.is_(None), ~_overtaken())
    return int(session.scalar(waiting) or 0)


def forget_names(session: Session, until: date, zone: ZoneInfo) -> None:
    """Empty names and contacts of who was told until a date, also where the journal still holds them."""
    end = datetime.combine(until + timedelta(days=1), time(), zone)
    named = (TellingRow.name != "") | (TellingRow.contact != "")
    gone = session.scalars(select(TellingRow.id).where(TellingRow.told_at < end, named)).all()
    # Not through the mapped rows: the journal would keep what was there before.
    session.execute(
        update(TellingRow)
        .where(TellingRow.told_at < end, named)
        .values(name="", contact="", version=TellingRow.version + 1)
        .execution_options(synchronize_session=False)
    )
    images = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before).where(
            JournalChangeRow.kind == TellingRow.__tablename__,
            JournalChangeRow.action == "delete",
            JournalChangeRow.before.is_not(None),
        )
    )
    made = {row for row, image in images if datetime.fromisoformat(image["made_at"]) < end}
    old = sorted({*gone, *made})
    for start in range(0, len(old), _AT_ONCE):
        journal.blank_rows(session, old[start : start + _AT_ONCE])
