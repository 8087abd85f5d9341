"""All SQL of the clock: which periods are set, what is kept, since when, and what went last."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from buurtkamer_app.base.clock import instant, local
from buurtkamer_app.privacy.retention.records import LastRun
from buurtkamer_app.privacy.retention.sources import SOURCES, UNDATED, Source
from buurtkamer_app.privacy.retention.watched import WATCHED
from buurtkamer_app.storage.tables.base import Instant
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from buurtkamer_app.storage.tables.privacy import KeptSinceRow, RetentionRuleRow, RetentionRunRow
from buurtkamer_app.storage.tables.safekeeping import DraftRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_WHOLE = ""  # the kind under which the run itself stands


def amounts(session: Session) -> dict[str, int]:
    """Give the periods that are set otherwise than usual."""
    rows = session.execute(select(RetentionRuleRow.kind, RetentionRuleRow.amount))
    return {kind: amount for kind, amount in rows}  # noqa: C416 - a row is a tuple


def rule_row(session: Session, kind: str) -> RetentionRuleRow | None:
    """Give the period that was set for a kind."""
    return session.scalars(select(RetentionRuleRow).where(RetentionRuleRow.kind == kind)).first()


def sources(kind: str) -> Iterator[Source]:
    """Give where a kind of thing stands."""
    return (source for source in (*WATCHED, *SOURCES) if source.kind == kind)


def before(on: ColumnElement[Any], until: date, zone: ZoneInfo) -> ColumnElement[bool]:
    """Say in SQL that a day or a moment is not after a day of the room."""
    found: ColumnElement[bool]
    if isinstance(on.type, Instant) or until == date.max:
        found = on < instant(until + timedelta(days=1), time(), zone) if until < date.max else on.is_not(None)
    else:
        found = on <= until
    return found


def held(session: Session, kind: str) -> int:
    """Count what is kept of a kind, also what has no end yet."""
    if kind in _UNMAPPED:
        return session.scalar(select(func.count()).select_from(_UNMAPPED[kind][0])) or 0
    return sum(
        session.scalar(select(func.count()).select_from(source.table).where(source.holds())) or 0
        for source in sources(kind)
    )


def count(session: Session, kind: str, until: date, zone: ZoneInfo) -> int:
    """Count what is of a day or before it."""
    if kind in _UNMAPPED:
        table, column = _UNMAPPED[kind]
        return session.scalar(select(func.count()).select_from(table).where(before(column, until, zone))) or 0
    return sum(
        session.scalar(
            select(func.count()).select_from(source.table).where(source.holds(), before(source.on, until, zone))
        )
        or 0
        for source in sources(kind)
    )


def oldest(session: Session, kind: str, zone: ZoneInfo) -> date | None:
    """Give the first day that something which is kept is of."""
    if kind in _UNMAPPED:
        found: list[Any] = [session.scalar(select(func.min(_UNMAPPED[kind][1])))]
    else:
        found = [session.scalar(select(func.min(source.on)).where(source.holds())) for source in sources(kind)]
    return min((_day(one, zone) for one in found if one is not None), default=None)


def _day(found: date | datetime, zone: ZoneInfo) -> date:
    return local(found, zone).date() if isinstance(found, datetime) else found


def look_at_undated(session: Session, today: date) -> None:
    """Write down of what has no day of its own since when it is as it is now; what is gone is forgotten."""
    for table in UNDATED:
        kind = table.__tablename__
        known: dict[Any, int] = dict(
            session.execute(
                select(KeptSinceRow.row_id, KeptSinceRow.row_version).where(KeptSinceRow.kind == kind)
            ).all()
        )
        now: dict[Any, int] = dict(session.execute(select(table.id, table.version)).all())
        old = [key for key, version in known.items() if now.get(key) != version]
        fresh = [(key, version) for key, version in now.items() if known.get(key) != version]
        if old:
            session.execute(
                delete(KeptSinceRow).where(KeptSinceRow.kind == kind, KeptSinceRow.row_id.in_(old)),
                execution_options={"synchronize_session": False},
            )
        if fresh:
            session.execute(
                insert(KeptSinceRow),
                [{"kind": kind, "row_id": key, "row_version": version, "since": today} for key, version in fresh],
            )


def put_run(session: Session, at: datetime, sure_on: date | None, gone: Mapping[str, int]) -> None:
    """Write down when it was looked at, and what went."""
    session.execute(delete(RetentionRunRow), execution_options={"synchronize_session": False})
    kinds = {_WHOLE: sum(gone.values()), **gone}
    session.execute(
        insert(RetentionRunRow),
        [{"kind": kind, "at": at, "sure_on": sure_on, "gone": number} for kind, number in kinds.items()],
    )


def add_run(session: Session, at: datetime, sure_on: date | None, gone: Mapping[str, int]) -> None:
    """Add what went in a further go of the same run."""
    before = {row.kind: row.gone for row in session.scalars(select(RetentionRunRow)) if row.kind}
    together = {kind: before.get(kind, 0) + gone.get(kind, 0) for kind in before.keys() | gone.keys()}
    put_run(session, at, sure_on, together)


def last_run(session: Session) -> LastRun | None:
    """Give when it was last looked at, and what went."""
    rows = {row.kind: row for row in session.scalars(select(RetentionRunRow))}
    whole = rows.pop(_WHOLE, None)
    if whole is None:
        return None
    return LastRun(whole.at, whole.sure_on, {kind: row.gone for kind, row in rows.items() if row.gone})


_UNMAPPED: dict[str, tuple[Any, ColumnElement[Any]]] = {
    "drafts": (DraftRow, DraftRow.at.expression),
    "journal": (JournalUnitRow, JournalUnitRow.at.expression),
}
