"""All SQL of how the sheets of this room look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.room.look.records import USUAL, HouseLook
from buurtkamer_app.storage.tables.paper import HouseLookRow, SheetChoiceRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def look_row(session: Session) -> HouseLookRow | None:
    """Give the row of the look, None while it is the usual one."""
    return session.scalars(select(HouseLookRow)).first()


def look(session: Session) -> HouseLook:
    """Give the look of this room's sheets."""
    row = look_row(session)
    return HouseLook(row.main, row.second, row.logo) if row is not None else USUAL


def choices(session: Session, sheet: str) -> dict[str, str]:
    """Give what was last chosen for a sheet."""
    rows = session.scalars(select(SheetChoiceRow).where(SheetChoiceRow.sheet == sheet))
    return {row.choice: row.value for row in rows}


def put_choices(session: Session, sheet: str, chosen: Mapping[str, str]) -> None:
    """Keep what was chosen for a sheet."""
    for choice, value in chosen.items():
        session.merge(SheetChoiceRow(sheet=sheet, choice=choice, value=value))
