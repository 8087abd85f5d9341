"""All SQL of wishes."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.wishes import (
    AdviceRequestRow,
    TellingRow,
    WishEndingRow,
    WishMoveRow,
    WishRow,
    WishSupportRow,
)
from buurtkamer_app.wishes.records import Moved, Support, Wish

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

LATER = (
    select(func.count(WishSupportRow.id))
    .where(WishSupportRow.wish_id == WishRow.id)
    .correlate(WishRow)
    .scalar_subquery()
)
# Columns, not whole rows, in the order of the record: ten thousand wishes are read five times as fast.
_WISHES = (
    select(
        WishRow.id,
        WishRow.number,
        WishRow.text,
        WishRow.theme,
        WishRow.status,
        WishRow.supporters + LATER,
        WishRow.recorded_on,
        WishRow.prefers,
        WishRow.parked_reason,
        WishRow.series_id,
        func.coalesce(SeriesRow.name, ""),
        WishRow.asked_by,
        WishRow.own_part,
        WishRow.contact,
        WishRow.back_on,
        WishRow.head_id,
        WishEndingRow.kind,
        WishRow.done_when_told,
        SeriesRow.first_date,
        WishRow.moved_at,
        WishRow.version,
    )
    .outerjoin(SeriesRow, SeriesRow.id == WishRow.series_id)
    .outerjoin(WishEndingRow, WishEndingRow.wish_id == WishRow.id)
    .order_by(WishRow.number)
)
_KEY, _SUPPORTERS = 0, 5
# A question that waits for its answer.
WAITS = (AdviceRequestRow.answered_at.is_(None), AdviceRequestRow.withdrawn_at.is_(None))


class Groups(NamedTuple):
    """What is added up for heads of groups, and who is to be told of any wish."""

    supporters: dict[UUID, int]
    members: dict[UUID, int]
    to_tell: dict[UUID, int]


def wishes(session: Session, zone: ZoneInfo | None, which: ColumnElement[bool] | None = None) -> list[Wish]:
    """Give the wishes of which something is true, or every one, in the order of their numbers.

    `zone` is that of the room, in which they came to their column on a day; without one it is the day in UTC.
    """
    rows: Iterable[Any] = session.execute(_WISHES if which is None else _WISHES.where(which))
    added, found = groups(session), []
    for *facts, done_when_told, starts_on, moved_at, version in rows:
        key = facts[_KEY]
        together = facts[_SUPPORTERS] + added.supporters.get(key, 0)
        to_tell, members = added.to_tell.get(key, 0), added.members.get(key, 0)
        moved_on = moved_at.astimezone(zone or UTC).date()
        facts += [to_tell, done_when_told, together, members, starts_on, moved_on, version]
        found.append(Wish(*facts))
    return found


def groups(session: Session) -> Groups:
    """Add up for the heads of groups."""
    supporters, members = _groups(session)
    return Groups(supporters, members, _to_tell(session))


def _groups(session: Session) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Give for each head the supporters of its members, and how many members there are."""
    grouped: dict[UUID, int] = {}
    members: dict[UUID, int] = {}
    in_group = WishRow.head_id.is_not(None)
    rows = select(WishRow.head_id, func.sum(WishRow.supporters), func.count()).where(in_group).group_by(WishRow.head_id)
    for head, persons, count in session.execute(rows):
        if head is not None:
            grouped[head], members[head] = int(persons), count
    later = (
        select(WishRow.head_id, func.count())
        .join(WishSupportRow, WishSupportRow.wish_id == WishRow.id)
        .where(in_group)
        .group_by(WishRow.head_id)
    )
    for head, count in session.execute(later):
        if head is not None:
            grouped[head] += count
    return grouped, members


def _to_tell(session: Session) -> dict[UUID, int]:
    """Give how many persons are still to be told of each wish, at the head of a group of any of the group."""
    found: dict[UUID, int] = {}
    rows = (
        select(WishRow.id, WishRow.head_id, func.sum(TellingRow.persons))
        .join(TellingRow, TellingRow.wish_id == WishRow.id)
        .where(TellingRow.told_at.is_(None))
        .group_by(WishRow.id, WishRow.head_id)
    )
    for wish, head, persons in session.execute(rows):
        found[wish] = found.get(wish, 0) + int(persons)
        if head is not None:
            found[head] = found.get(head, 0) + int(persons)
    return found


def moves(session: Session, wish: UUID) -> list[Moved]:
    """Give how a wish came through the columns, the first move first."""
    rows = session.execute(
        select(WishMoveRow.at, WishMoveRow.status, WishMoveRow.reason, HostRow.name)
        .outerjoin(HostRow, HostRow.id == WishMoveRow.moved_by)
        .where(WishMoveRow.wish_id == wish)
        .order_by(WishMoveRow.at, WishMoveRow.id)
    )
    return [Moved(row.at, row.status, row.reason, row.name or "") for row in rows]


def supports(session: Session, wish: UUID) -> list[Support]:
    """Give the later supporters of a wish, in the order in which they came."""
    query = select(WishSupportRow).where(WishSupportRow.wish_id == wish).order_by(WishSupportRow.id)
    return [Support(row.id, row.on_date, row.name, row.contact) for row in session.scalars(query)]


def planned_since(session: Session, zone: ZoneInfo) -> dict[UUID, date]:
    """Give since which day wishes are planned, as far as that is on record."""
    planned = (WishStatus.PLANNED, WishStatus.RUNNING, WishStatus.DONE, WishStatus.SELF_RUN)
    rows = session.execute(
        select(WishMoveRow.wish_id, func.min(WishMoveRow.at))
        .where(WishMoveRow.status.in_(planned))
        .group_by(WishMoveRow.wish_id)
    )
    return {wish: at.astimezone(zone).date() for wish, at in rows}


def joined_on(session: Session) -> dict[UUID, list[date]]:
    """Give the days on which later supporters came, by wish."""
    found: dict[UUID, list[date]] = {}
    for wish, on in session.execute(select(WishSupportRow.wish_id, WishSupportRow.on_date)):
        found.setdefault(wish, []).append(on)
    return found


def next_number(session: Session) -> int:
    """Give the number of the next wish."""
    return (session.scalar(select(func.max(WishRow.number))) or 0) + 1


def by_number(session: Session, number: int) -> UUID | None:
    """Give the key of a wish."""
    return session.scalars(select(WishRow.id).where(WishRow.number == number)).first()


def new_in(session: Session, first: date, last: date) -> int:
    """Give how many wishes were written down in a period; those that a room file brought do not count."""
    return (
        session.scalar(
            select(func.count(WishRow.id)).where(
                WishRow.recorded_on.between(first, last), WishRow.carried_in.is_(False)
            )
        )
        or 0
    )


def supports_in(session: Session, first: date, last: date) -> int:
    """Give how often somebody joined a wish in a period."""
    return session.scalar(select(func.count(WishSupportRow.id)).where(WishSupportRow.on_date.between(first, last))) or 0


def total(session: Session) -> int:
    """Give how many wishes are on record."""
    return session.scalar(select(func.count(WishRow.id))) or 0


def open_questions(session: Session) -> int:
    """Give how many questions for the professional have no answer."""
    return session.scalar(select(func.count(AdviceRequestRow.id)).where(*WAITS)) or 0


def questions(session: Session) -> list[tuple[int, str]]:
    """Give the questions without an answer about wishes: the wish's number and the question."""
    rows = session.execute(
        select(WishRow.number, AdviceRequestRow.question)
        .join(WishRow, WishRow.id == AdviceRequestRow.wish_id)
        .where(*WAITS)
        .order_by(AdviceRequestRow.at)
    )
    return [(number, question) for number, question in rows]
