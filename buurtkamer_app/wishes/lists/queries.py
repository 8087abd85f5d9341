"""All SQL of the board and the list of wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVarTuple

from sqlalchemy import case, func, select

from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.wishes import TellingRow, WishRow, WishSupportRow
from buurtkamer_app.wishes import queries
from buurtkamer_app.wishes.lists import rules
from buurtkamer_app.wishes.records import Line, Sort, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from buurtkamer_app.wishes.records import Sought

Columns = TypeVarTuple("Columns")
_ALONE = WishRow.head_id.is_(None)


def counts(session: Session) -> Mapping[WishStatus, int]:
    """Give how many wishes of each status there are, those of a group counted once."""
    rows = session.execute(select(WishRow.status, func.count()).where(_ALONE).group_by(WishRow.status))
    return {status: count for status, count in rows}  # noqa: C416 - a row is a tuple for Python, not for mypy


def on_board(session: Session, zone: ZoneInfo) -> list[Wish]:
    """Give the wishes that the board shows: heads and single ones; of a full column the ones that moved last."""
    shown: list[int] = []
    for status in WishStatus:
        # By their numbers: what is chosen by another select is chosen again for each thing that is added up.
        last = select(WishRow.number).where(_ALONE, WishRow.status == status)
        shown += session.scalars(
            last.order_by(WishRow.moved_at.desc(), WishRow.number.desc()).limit(rules.limit(status))
        )
    return queries.wishes(session, zone, WishRow.number.in_(shown))


def numbers(
    session: Session, sought: Sought, still_since: datetime, holds: Callable[[str], bool] | None
) -> Sequence[int]:
    """Give the numbers of the wishes that fit what is sought, in its order.

    An open wish stands still that did not move since `still_since`; `holds` looks at words, None lets all pass.
    """
    which: list[ColumnElement[bool]] = []
    if sought.status is not None:
        which.append(WishRow.status == sought.status)
    if sought.theme is not None:
        which.append(WishRow.theme == sought.theme)
    if sought.still:
        which += [WishRow.status.in_(rules.OPEN), WishRow.moved_at < still_since]
    if sought.to_tell:
        which.append(_to_tell())
    if holds is None:
        return session.scalars(_ordered(select(WishRow.number).where(*which), sought.sort)).all()
    rows = session.execute(_ordered(select(WishRow.number, WishRow.text, WishRow.asked_by).where(*which), sought.sort))
    return [number for number, text, asker in rows if holds(f"{text} {asker}")]


def _to_tell() -> ColumnElement[bool]:
    """Tell of wishes whether somebody is still to be told of them, or of any of their group."""
    of = select(func.coalesce(WishRow.head_id, WishRow.id)).join(TellingRow, TellingRow.wish_id == WishRow.id)
    itself = select(TellingRow.wish_id).where(TellingRow.told_at.is_(None), TellingRow.wish_id.is_not(None))
    return WishRow.id.in_(of.where(TellingRow.told_at.is_(None))) | WishRow.id.in_(itself)


def _ordered(query: Select[*Columns], sort: Sort) -> Select[*Columns]:
    """Put wishes in an order: oldest, most people or last moved first."""
    if sort is Sort.LAST_MOVED:
        return query.order_by(WishRow.moved_at.desc(), WishRow.number.desc())
    if sort is Sort.MOST_PEOPLE:
        head = func.coalesce(WishRow.head_id, WishRow.id).label("head")
        came = select(head, WishRow.supporters.label("persons"))
        later = select(head, WishSupportRow.wish_id).join(WishSupportRow, WishSupportRow.wish_id == WishRow.id)
        first, more = came.subquery(), later.subquery()
        with_it = select(first.c.head, func.sum(first.c.persons).label("persons")).group_by(first.c.head).subquery()
        after = select(more.c.head, func.count().label("persons")).group_by(more.c.head).subquery()
        query = query.outerjoin(with_it, with_it.c.head == WishRow.id).outerjoin(after, after.c.head == WishRow.id)
        of_group = func.coalesce(with_it.c.persons, 0) + func.coalesce(after.c.persons, 0)
        # One that is grouped stands where its own people put it: the head counts for all.
        people = case((_ALONE, of_group), else_=WishRow.supporters + queries.LATER)
        return query.order_by(people.desc(), WishRow.number)
    return query.order_by(WishRow.recorded_on, WishRow.number)


def lines(session: Session, zone: ZoneInfo, wanted: Sequence[int]) -> list[Line]:
    """Give the wishes of these numbers as the list shows them, in the order of the numbers."""
    found = {
        wish.number: Line(
            wish.id,
            wish.number,
            wish.text,
            wish.theme,
            wish.status,
            wish.together,
            wish.recorded_on,
            wish.moved_on,
            wish.to_tell,
            wish.members,
            wish.head is not None,
        )
        for wish in queries.wishes(session, zone, WishRow.number.in_(wanted))
    }
    return [found[number] for number in wanted]
