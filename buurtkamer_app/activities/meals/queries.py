"""All SQL of meals and paying."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, func, select

from buurtkamer_app.activities.meals.records import Choice, Portions
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.activities import MealChoiceRow, MealOrderRow, SeriesRow, SignUpRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session


def choice_rows(session: Session) -> Sequence[MealChoiceRow]:
    """Give the room's list, in its order."""
    return session.scalars(select(MealChoiceRow).order_by(MealChoiceRow.position, MealChoiceRow.id)).all()


def choice(row: MealChoiceRow) -> Choice:
    """Give a choice as a record."""
    return Choice(row.id, row.name, row.offered)


def party_row(session: Session, party: UUID) -> SignUpRow | None:
    """Give a party that did not withdraw."""
    query = select(SignUpRow).where(SignUpRow.id == party, SignUpRow.cancelled.is_(False))
    return session.scalars(query).first()


def series_row(session: Session, party: SignUpRow) -> SeriesRow:
    """Give the series that a party signed up for."""
    return session.scalars(select(SeriesRow).where(SeriesRow.id == party.series_id)).one()


def order_rows(session: Session, party: UUID) -> Sequence[MealOrderRow]:
    """Give what a party chose."""
    return session.scalars(select(MealOrderRow).where(MealOrderRow.sign_up_id == party)).all()


def is_chosen(session: Session, key: UUID) -> bool:
    """Tell whether anybody chose this."""
    return session.scalar(select(func.count()).where(MealOrderRow.choice_id == key)) != 0


def orders(session: Session, series: UUID, on: date) -> dict[UUID, tuple[Portions, ...]]:
    """Give what the parties of one date chose, by party, in the order of the list."""
    rows = session.execute(
        select(MealOrderRow.sign_up_id, MealOrderRow.persons, MealChoiceRow)
        .join(SignUpRow, SignUpRow.id == MealOrderRow.sign_up_id)
        .join(MealChoiceRow, MealChoiceRow.id == MealOrderRow.choice_id)
        .where(SignUpRow.series_id == series, SignUpRow.on_date == on, SignUpRow.cancelled.is_(False))
        .order_by(MealChoiceRow.position, MealChoiceRow.id)
    )
    found: dict[UUID, list[Portions]] = {}
    for party, persons, row in rows:
        found.setdefault(party, []).append(Portions(choice(row), persons))
    return {party: tuple(portions) for party, portions in found.items()}


def forget_orders(session: Session, until: date) -> bool:
    """Take away what was chosen for dates until a day, also where the journal holds it; tell whether there was any."""
    of_then = select(SignUpRow.id).where(SignUpRow.on_date <= until)
    there = set(session.scalars(select(MealOrderRow.id).where(MealOrderRow.sign_up_id.in_(of_then))))
    images = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before).where(
            JournalChangeRow.kind == MealOrderRow.__tablename__,
            JournalChangeRow.action == "delete",
            JournalChangeRow.before.is_not(None),
        )
    ).all()
    past = set(session.scalars(of_then)) if images else set()
    gone = there | {row for row, image in images if UUID(image["sign_up_id"]) in past}
    if not gone:
        return False
    journal.blank_rows(session, gone)
    # Not through the mapped rows: the journal would keep what was there before.
    session.execute(delete(MealOrderRow).where(MealOrderRow.id.in_(there)).execution_options(synchronize_session=False))
    return True
