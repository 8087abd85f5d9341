"""All SQL of the look at the neighbourhood."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.neighbourhood.scan.records import Action, Answer, Marked, Numbered, Planned
from buurtkamer_app.storage.tables.neighbourhood import ScanActionRow, ScanAnswerRow, ScanRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms_around import Characteristic


def scan_row(session: Session, year: int) -> ScanRow | None:
    """Give the row of a year."""
    return session.scalars(select(ScanRow).where(ScanRow.year == year)).first()


def answered_years(session: Session) -> list[int]:
    """Give the years of which there are answers, the last one first."""
    found = select(ScanRow.year).where(ScanRow.id.in_(select(ScanAnswerRow.scan_id))).order_by(ScanRow.year.desc())
    return list(session.scalars(found))


def answers(session: Session, year: int) -> list[Numbered]:
    """Give the answers of a year in the order of their numbers."""
    rows = session.scalars(
        select(ScanAnswerRow)
        .join(ScanRow, ScanRow.id == ScanAnswerRow.scan_id)
        .where(ScanRow.year == year)
        .order_by(ScanAnswerRow.number, ScanAnswerRow.id)
    )
    return [_answer(number, list(those)) for number, those in groupby(rows, key=lambda row: row.number)]


def answer_rows(session: Session, scan: UUID, number: int) -> Sequence[ScanAnswerRow]:
    """Give the rows of one answer."""
    return session.scalars(
        select(ScanAnswerRow).where(ScanAnswerRow.scan_id == scan, ScanAnswerRow.number == number)
    ).all()


def last_number(session: Session, scan: UUID) -> int:
    """Give the highest number of the answers of a year, 0 when there are none."""
    return session.scalar(select(func.max(ScanAnswerRow.number)).where(ScanAnswerRow.scan_id == scan)) or 0


def action_row(session: Session, scan: UUID, about: Characteristic) -> ScanActionRow | None:
    """Give the row of the action about a characteristic of a year."""
    return session.scalars(
        select(ScanActionRow).where(ScanActionRow.scan_id == scan, ScanActionRow.characteristic == about)
    ).first()


def actions(session: Session, year: int) -> list[Action]:
    """Give the actions of a year, and what is still to be done of the years before it; what is due first comes first.

    What is done stands last.
    """
    rows = session.execute(
        select(ScanActionRow, ScanRow.year)
        .join(ScanRow, ScanRow.id == ScanActionRow.scan_id)
        .where((ScanRow.year == year) | ((ScanRow.year < year) & ScanActionRow.done_on.is_(None)))
        .order_by(ScanActionRow.done_on.is_not(None), ScanActionRow.by_date, ScanActionRow.id)
    )
    return [
        Action(row.id, of, row.characteristic, Planned(row.what, row.who, row.by_date), row.done_on) for row, of in rows
    ]


def _answer(number: int, rows: Sequence[ScanAnswerRow]) -> Numbered:
    marks = {row.characteristic: Marked(row.score, row.note) for row in rows}
    return Numbered(number, Answer(rows[0].respondent, marks))
