"""All SQL of endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, update
from sqlalchemy.orm import aliased

from buurtkamer_app.base.terms import Ending
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.storage.tables.people import PartnerRow
from buurtkamer_app.storage.tables.wishes import HomeHelperRow, WishEndingRow, WishMatchRow, WishRow
from buurtkamer_app.wishes.endings.records import Due, HomeHelper, Match, WishEnding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def ending_row(session: Session, wish: UUID) -> WishEndingRow | None:
    """Give the row of what a wish comes to."""
    return session.scalars(select(WishEndingRow).where(WishEndingRow.wish_id == wish)).first()


def match_row(session: Session, ending: UUID) -> WishMatchRow | None:
    """Give the row of the steps of a match."""
    return session.scalars(select(WishMatchRow).where(WishMatchRow.ending_id == ending)).first()


def ending(session: Session, rows: Sequence[WishRow]) -> WishEnding | None:
    """Give what grouped wishes (the head first) come to; of a match no number before both said yes."""
    wish, row = next(((wish, row) for wish in rows if (row := ending_row(session, wish.id))), (rows[0], None))
    if row is None:
        return None
    series = session.get(SeriesRow, row.series_id) if row.series_id is not None else None
    steps = match_row(session, row.id)
    return WishEnding(
        row.wish_id,
        row.kind,
        row.begun_on,
        row.whom,
        row.number,
        row.answer,
        row.answered_on,
        row.ask_again_on,
        row.closed_on,
        row.series_id,
        series.name if series is not None else "",
        _match(wish, row, steps) if steps is not None else None,
    )


def _match(wish: WishRow, row: WishEndingRow, steps: WishMatchRow) -> Match:
    agreed = steps.asker_yes_at is not None and steps.helper_yes_at is not None
    return Match(
        wish.asked_by,
        row.whom,
        steps.asker_yes_at is not None,
        steps.helper_yes_at is not None,
        wish.contact if agreed else "",
        steps.helper_phone if agreed else "",
        steps.meets_on,
        steps.meets_at,
        steps.home_visits,
        steps.asked_on,
        steps.how_it_goes,
        row.closed_on,
    )


def due(session: Session, today: date) -> list[Due]:
    """Give what is to be asked again by a day, what waits longest first."""
    rows = session.execute(
        select(WishEndingRow, WishRow.number, WishRow.text, WishMatchRow)
        .join(WishRow, WishRow.id == WishEndingRow.wish_id)
        .outerjoin(WishMatchRow, WishMatchRow.ending_id == WishEndingRow.id)
        .where(WishEndingRow.ask_again_on <= today, WishEndingRow.closed_on.is_(None))
        .order_by(WishEndingRow.ask_again_on, WishRow.number)
    )
    return [
        Due(
            row.wish_id,
            number,
            text,
            row.kind,
            row.whom,
            row.ask_again_on or today,
            steps is not None and steps.meets_on is not None,
        )
        for row, number, text, steps in rows
    ]


def counts(session: Session, first: date, last: date) -> dict[Ending, int]:
    """Count the wishes by what they came to in a period, both days included; each wish of a group counts."""
    member = aliased(WishRow)
    rows = session.execute(
        select(WishEndingRow.kind, func.count(WishEndingRow.id.distinct()) + func.count(member.id))
        .outerjoin(member, member.head_id == WishEndingRow.wish_id)
        .where(WishEndingRow.begun_on.between(first, last))
        .group_by(WishEndingRow.kind)
    )
    found = {kind: int(number) for kind, number in rows}
    return {kind: found[kind] for kind in Ending if kind in found}


def partner_named(session: Session, name: str) -> UUID | None:
    """Give the key of the partner of exactly this name."""
    return session.scalars(select(PartnerRow.id).where(PartnerRow.name == name)).first()


def home_helpers(session: Session) -> list[HomeHelper]:
    """Give who was named for visits at home, by name."""
    rows = session.scalars(select(HomeHelperRow).order_by(HomeHelperRow.name))
    return [HomeHelper(row.id, row.name, row.named_on) for row in rows]


def home_helper_row(session: Session, name: str) -> HomeHelperRow | None:
    """Give the row of a helper of this name who may visit at home."""
    return session.scalars(select(HomeHelperRow).where(HomeHelperRow.name == name)).first()


def visiting(session: Session, name: str) -> list[WishMatchRow]:
    """Give the matches in which somebody of this name visits at home."""
    joined = select(WishMatchRow).join(WishEndingRow, WishEndingRow.id == WishMatchRow.ending_id)
    return list(session.scalars(joined.where(WishEndingRow.whom == name, WishMatchRow.home_visits)))


def forget_matches(session: Session, until: date) -> None:
    """Empty who helped whom, and their number, of matches that came to their end by a date; that it was one stays."""
    old = session.scalars(
        select(WishEndingRow.id).where(
            WishEndingRow.kind == Ending.MATCH, WishEndingRow.closed_on <= until, WishEndingRow.whom != ""
        )
    ).all()
    matches = session.scalars(select(WishMatchRow.id).where(WishMatchRow.ending_id.in_(old))).all()
    in_place = {"synchronize_session": False}
    # Not through the mapped rows: the journal would keep what was there before.
    session.execute(
        update(WishEndingRow)
        .where(WishEndingRow.id.in_(old))
        .values(whom="", version=WishEndingRow.version + 1)
        .execution_options(**in_place)
    )
    session.execute(
        update(WishMatchRow)
        .where(WishMatchRow.id.in_(matches))
        .values(helper_phone="", how_it_goes="", version=WishMatchRow.version + 1)
        .execution_options(**in_place)
    )
    journal.blank_rows(session, {*old, *matches})
