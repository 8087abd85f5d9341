"""Lets go of who asked and how to reach them, once their wish came to its end and they were told."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import exists, or_, select, update

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.storage.tables.wishes import TellingRow, WishMoveRow, WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from zoneinfo import ZoneInfo

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_ENDED: Final = (WishStatus.DONE, WishStatus.SELF_RUN)
# The fields of a wish or a support that say who somebody is.
_NAMES: Final = ("asked_by", "name", "contact")
_AT_ONCE: Final = 500  # keys in one statement: SQLite takes no endless list


def _ended(until: date, zone: ZoneInfo) -> Select[UUID]:
    """Choose the wishes that came to an end by a day, of which nobody is to be told and nobody was told later."""
    after = instant(until + timedelta(days=1), time(), zone)
    moved = exists().where(WishMoveRow.wish_id == WishRow.id, WishMoveRow.at >= after)
    telling = exists().where(
        TellingRow.wish_id == WishRow.id, or_(TellingRow.told_at.is_(None), TellingRow.told_at >= after)
    )
    return select(WishRow.id).where(WishRow.status.in_(_ENDED), WishRow.recorded_on <= until, ~moved, ~telling)


def forget_contacts(session: Session, until: date, zone: ZoneInfo) -> None:
    """Empty who asked for a wish that came to an end by a day, and how to reach them, also in the journal."""
    ended = set(session.scalars(_ended(until, zone)))
    gone = _held_by_rows(session, ended) | _held_by_journal(session, ended)
    told = {"contact": "", "contact_consent_at": None}
    # Not through the mapped rows: the journal would keep what was there before.
    in_place = {"synchronize_session": False}
    for start in range(0, len(gone), _AT_ONCE):
        some = sorted(gone)[start : start + _AT_ONCE]
        session.execute(
            update(WishRow).where(WishRow.id.in_(some)).values(asked_by="", version=WishRow.version + 1, **told),
            execution_options=in_place,
        )
        supports = update(WishSupportRow).where(WishSupportRow.id.in_(some))
        session.execute(
            supports.values(name="", version=WishSupportRow.version + 1, **told), execution_options=in_place
        )
        journal.blank_rows(session, some)


def _held_by_rows(session: Session, ended: Collection[UUID]) -> set[UUID]:
    """Give the wishes and supports with a name or contact, of those wishes."""
    wishes = select(WishRow.id).where(or_(WishRow.asked_by != "", WishRow.contact != ""))
    held = {wish for wish in session.scalars(wishes) if wish in ended}
    by_name = select(WishSupportRow.id, WishSupportRow.wish_id).where(
        or_(WishSupportRow.name != "", WishSupportRow.contact != "")
    )
    return held | {support for support, wish in session.execute(by_name) if wish in ended}


def _held_by_journal(session: Session, ended: Collection[UUID]) -> set[UUID]:
    """Give the wishes and supports, also taken back ones, whose name or contact the journal holds, of those wishes."""
    kept = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before).where(
            JournalChangeRow.kind.in_([WishRow.__tablename__, WishSupportRow.__tablename__]),
            JournalChangeRow.action != "insert",
            JournalChangeRow.before.is_not(None),
        )
    )
    named = {row: image for row, image in kept if any(image.get(name) for name in _NAMES)}
    of_support = select(WishSupportRow.id, WishSupportRow.wish_id).where(WishSupportRow.id.in_(named))
    wish_of = {support: wish for support, wish in session.execute(of_support)}  # noqa: C416 - a row is a tuple
    wish_of |= {row: UUID(image["wish_id"]) for row, image in named.items() if "wish_id" in image}
    return {row for row in named if wish_of.get(row, row) in ended}
